using Connector.DevServer.Accounts;
using Connector.DevServer.Dav;

namespace Connector.DevServer.Files;

/// <summary>The addresses of the files: <c>/remote.php/dav/files/{uid}/…</c>, and <c>/remote.php/webdav/…</c>.</summary>
internal static class FileEndpoints
{
    public const string Door = "/remote.php/dav/files/";
    private const string OldDoor = "/remote.php/webdav/";

    public static void AddFiles(IServiceCollection services) =>
        services
            .AddSingleton<Storage.ContentStore>()
            .AddSingleton<NodeStore>()
            .AddSingleton<Trash.TrashStore>()
            .AddSingleton<Trash.TrashEndpoints>()
            .AddSingleton<Versions.VersionStore>()
            .AddSingleton<Versions.VersionEndpoints>()
            .AddSingleton<UserAccessTable>()
            .AddSingleton<DeadProperties>()
            .AddSingleton<FileProperties>()
            .AddSingleton<FileNames>()
            .AddSingleton<FileActions>()
            .AddSingleton<FileVerbs>()
            .AddSingleton<ForeignHome>()
            .AddSingleton<FileReading>()
            .AddSingleton<FileWriting>()
            .AddSingleton<FileListing>()
            .AddSingleton<FileSearch>()
            .AddSingleton<BulkUpload>()
            .AddSingleton<ChunkedUploads>();

    public static void MapFiles(WebApplication app)
    {
        var services = app.Services;
        var verbs = services.GetRequiredService<FileVerbs>();
        var actions = services.GetRequiredService<FileActions>();
        var search = services.GetRequiredService<FileSearch>();
        var bulk = services.GetRequiredService<BulkUpload>();
        var uploads = services.GetRequiredService<ChunkedUploads>();
        var foreign = services.GetRequiredService<ForeignHome>();
        app.Map(
            "/remote.php/dav/files/{user}/{**path}",
            DavDoor.Behind(c => OfUser(c, actions) is { } mine ? verbs.Handle(mine) : foreign.Handle(c))
        );
        app.Map("/remote.php/dav/files", DavDoor.Behind(_ => throw NoListing()));
        app.Map("/remote.php/webdav/{**path}", DavDoor.Behind(c => verbs.Handle(OfOldDoor(c, actions))));
        services.GetRequiredService<Trash.TrashEndpoints>().Map(app);
        services.GetRequiredService<Versions.VersionEndpoints>().Map(app);
        app.Map("/remote.php/dav/bulk", DavDoor.Behind(bulk.Handle));
        app.Map("/remote.php/dav/uploads/{user}/{**path}", DavDoor.Behind(uploads.Handle));
        app.Map("/remote.php/dav", DavDoor.Behind(c => DavRoot.Handle(c, search)));
    }

    /// <summary>The path in the account's files that a decoded address names; null for one elsewhere.</summary>
    public static string? PathIn(string userId, string address)
    {
        if (DavPath.Behind(Door, address) is { } path)
            return path == userId ? ""
                : path.StartsWith(userId + "/", StringComparison.Ordinal) ? path[(userId.Length + 1)..]
                : null;
        return DavPath.Behind(OldDoor, address);
    }

    /// <summary>Null for the files of somebody else.</summary>
    private static FileRequest? OfUser(HttpContext context, FileActions actions)
    {
        var me = context.User().UserId;
        var path = DavPath.Behind(Door, context.Request.Path.Value!)!;
        var owner = path.Split('/')[0];
        if (!owner.Equals(me, StringComparison.OrdinalIgnoreCase))
            return null;
        return new FileRequest(
            context,
            actions.View(me),
            Door + DavPath.Encode(owner) + "/",
            path[owner.Length..].Trim('/')
        );
    }

    private static FileRequest OfOldDoor(HttpContext context, FileActions actions) =>
        new(
            context,
            actions.View(context.User().UserId),
            OldDoor,
            DavPath.Behind(OldDoor, context.Request.Path.Value!)!
        );

    private static DavException NoListing() =>
        DavException.MethodNotAllowed("Listing members of this collection is disabled");
}
