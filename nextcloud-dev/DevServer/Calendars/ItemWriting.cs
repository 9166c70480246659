using System.Globalization;
using Connector.DevServer.Dav;

namespace Connector.DevServer.Calendars;

/// <summary>GET, PUT and DELETE of one object, under the conditions of the request.</summary>
internal sealed class ItemWriting(CalendarViews views, ItemStore items, TimeProvider time)
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
        var there = items.Find(view.Calendar.Id, request.ItemName!);
        // Measured on 27.1: a PUT into a calendar shared for reading is answered as if the calendar were not there.
        if (view.ReadOnly)
            throw DavException.NotFound($"Node with name '{request.CalendarUri}' could not be found");
        DavHeaders.CheckConditions(request.Request, there?.ETag, there?.Modified);
        var item = ItemText.Read(view.Calendar, request.ItemName!, await Body(request), time.GetUtcNow());
        if (items.UidIsTaken(view.Calendar.Id, item.Uid, item.Name))
            throw DavException.BadRequest(
                "Calendar object with uid already exists in this calendar collection."
            );
        items.Put(view.Calendar.Id, item);
        request.Response.Headers.ETag = item.ETag;
        request.Response.Headers["OC-ETag"] = item.ETag;
        DavErrors.Empty(request.Context, there is null ? 201 : 204);
    }

    public Task Delete(CalendarRequest request)
    {
        var view = views.Find(request);
        var item = Find(request, view);
        MustWrite(view);
        DavHeaders.CheckConditions(request.Request, item.ETag, item.Modified);
        items.Trash(view.Calendar.Id, item.Name);
        DavErrors.Empty(request.Context, 204);
        return Task.CompletedTask;
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
