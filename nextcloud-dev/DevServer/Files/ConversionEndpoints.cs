using System.Text.Json.Nodes;
using Connector.DevServer.Dav;
using Connector.DevServer.Ocs;
using Connector.DevServer.Storage;

namespace Connector.DevServer.Files;

/// <summary>
/// Conversions (31 and later, <c>apps/files/lib/Controller/ConversionApiController.php</c>), with the target written beside
/// what is there already under a free name (<c>lib/private/Files/Conversion/ConversionManager.php</c>).
/// </summary>
internal sealed class ConversionEndpoints(FileActions actions, ContentStore content, Instance instance)
{
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static readonly IReadOnlyList<(string MediaType, string Extension)> Targets =
    [
        ("application/pdf", "pdf"),
        ("application/vnd.oasis.opendocument.text", "odt"),
    ];

    public void Map(WebApplication app) =>
        OcsDoor.Map(app, "POST", "/apps/files/api/v1/convert", OcsAccess.SignedIn, Convert);

    private OcsResult Convert(OcsCall call)
    {
        var view = actions.View(call.User.UserId);
        var source = view.Walk(view.Root, DavDepth.Infinity)
            .FirstOrDefault(entry => !entry.IsFolder && entry.Node.Id == call.Number("fileId"));
        if (source is null)
            return OcsResult.Fail(404, "The file cannot be found");
        var mediaType = call.TextOrEmpty("targetMimeType");
        if (Targets.All(target => target.MediaType != mediaType))
            return OcsResult.Fail(999, "The file could not be converted.");
        var destination = DavPath.Clean(call.TextOrEmpty("destination"));
        if (view.Find(DavPath.Parent(destination)) is not { IsFolder: true } parent)
            return OcsResult.Fail(404, "The destination path does not exist");
        if (!parent.Permissions.Has(Permissions.Create))
            return OcsResult.Fail(
                403,
                "You do not have permission to create a file at the specified location"
            );
        var staged = content.Stage(instance.Convert!(Bytes(source), mediaType));
        try
        {
            var free = FreeName(view, destination);
            var (entry, _) = actions.Write(view, free, staged, new FileFacts("", null), _ => { });
            return new OcsResult(
                201,
                "",
                new JsonObject { ["path"] = "/" + free, ["fileId"] = entry.Node.Id }
            );
        }
        finally
        {
            staged.Discard();
        }
    }

    private byte[] Bytes(Entry source)
    {
        using var file = content.Open(source.Node.Id);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary><c>name (2).pdf</c>, as <c>Folder::getNonExistingName</c> has it.</summary>
    private static string FreeName(FileView view, string path)
    {
        var (stem, extension) = (Path.ChangeExtension(path, null), Path.GetExtension(path));
        var free = path;
        for (var number = 2; view.Find(free) is not null; number++)
            free = FormattableString.Invariant($"{stem} ({number}){extension}");
        return free;
    }
}
