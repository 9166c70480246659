using System.Globalization;
using Connector.DevServer.Dav;
using Connector.DevServer.Storage;

namespace Connector.DevServer.Calendars;

/// <summary>GET, PUT and DELETE of one object, under the conditions of the request.</summary>
internal sealed class ItemWriting(CalendarViews views, ItemStore items, Database database, TimeProvider time)
{
    public async Task Get(CalendarRequest request)
    {
        var item = Find(request, views.Find(request));
        request.Response.Headers.ETag = item.ETag;
        request.Response.Headers["OC-ETag"] = item.ETag;
        if (!DavHeaders.CheckConditions(request.Request, item.ETag, item.Modified))
        {
            DavErrors.Empty(request.Context, 304);
            return;
        }

        request.Response.ContentType = CalendarProperties.ContentType(item);
        request.Response.ContentLength = item.Data.Length;
        request.Response.Headers.LastModified = item.Modified.ToString("r", CultureInfo.InvariantCulture);
        if (!HttpMethods.IsHead(request.Request.Method))
            await request.Response.Body.WriteAsync(item.Data, request.Aborted);
    }

    public async Task Put(CalendarRequest request)
    {
        var view = views.Find(request);
        // Measured on 27.1: a PUT into a calendar shared for reading is answered as if the calendar were not there.
        if (view.ReadOnly)
            throw DavException.NotFound($"Node with name '{request.CalendarUri}' could not be found");
        var body = await Body(request);
        var (item, made) = database.Alone(() => Put(request, view.Calendar, body));
        request.Response.Headers.ETag = item.ETag;
        request.Response.Headers["OC-ETag"] = item.ETag;
        DavErrors.Empty(request.Context, made ? 201 : 204);
    }

    private (CalendarItem Item, bool Made) Put(CalendarRequest request, Calendar calendar, byte[] body)
    {
        var there = items.Find(calendar.Id, request.ItemName!);
        DavHeaders.CheckConditions(request.Request, there?.ETag, there?.Modified);
        var item = ItemText.Read(calendar, request.ItemName!, body, time.GetUtcNow());
        if (items.UidIsTaken(calendar.Id, item.Uid, item.Name))
            throw DavException.BadRequest(
                "Calendar object with uid already exists in this calendar collection."
            );
        items.Put(calendar.Id, item);
        return (item, there is null);
    }

    public Task Delete(CalendarRequest request)
    {
        var view = views.Find(request);
        return database.Alone(() =>
        {
            var item = Find(request, view);
            MustWrite(view);
            DavHeaders.CheckConditions(request.Request, item.ETag, item.Modified);
            items.Trash(view.Calendar.Id, item.Name);
            DavErrors.Empty(request.Context, 204);
            return Task.CompletedTask;
        });
    }

    private CalendarItem Find(CalendarRequest request, CalendarView view) =>
        items.Find(view.Calendar.Id, request.ItemName!)
        ?? throw DavException.NotFound("Calendar object not found");

    private static void MustWrite(CalendarView view)
    {
        if (view.ReadOnly)
            throw new DavException(
                403,
                @"Sabre\DAVACL\Exception\NeedPrivileges",
                "User did not have the required privileges ({DAV:}write-content)"
            );
    }

    private static async Task<byte[]> Body(CalendarRequest request)
    {
        using var body = new MemoryStream();
        await request.Request.Body.CopyToAsync(body, request.Aborted);
        return body.ToArray();
    }
}
