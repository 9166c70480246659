using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Connector.Nextcloud.Http;
using static Connector.Nextcloud.Dav.DavNames;

namespace Connector.Nextcloud.Dav;

/// <summary>
/// Names for versions of files (app files_versions since 26, groupfolders since 14):
/// <c>/remote.php/dav/versions/{user}/versions/{file id}/{seconds}</c>, property <c>nc:version-label</c>
/// (<c>apps/files_versions/lib/Sabre/Plugin.php</c>). The version that is there now goes by the file's modification time.
/// </summary>
internal sealed class VersionClient(DavTransport dav, string userId)
{
    /// <summary>Labels the version that is there now, in two requests.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="etag">Which version of it is meant: any other is left alone.</param>
    /// <param name="label">What people read beside the version.</param>
    /// <param name="ct">Stops.</param>
    public async Task<LabelResult> Label(string path, string etag, string label, CancellationToken ct)
    {
        var user = DavPath.EncodeName(userId);
        var look = new DavRequest(Verbs.Propfind, $"remote.php/dav/files/{user}/{DavPath.Encode(path)}")
        {
            Depth = DavDepth.Zero,
            Xml = Propfind(Oc + "fileid", D + "getetag", D + "getlastmodified"),
        };
        if (
            await dav.Multistatus(look, ct) is not [var file]
            || ETags.Read(file.Text(D + "getetag")) != etag
            || !DateTimeOffset.TryParseExact(
                file.Text(D + "getlastmodified"),
                "R",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var modified
            )
        )
        {
            return LabelResult.AnotherVersion;
        }

        var address = string.Create(
            CultureInfo.InvariantCulture,
            $"remote.php/dav/versions/{user}/versions/{file.Text(Oc + "fileid")}/{modified.ToUnixTimeSeconds()}"
        );
        var request = new DavRequest(Verbs.Proppatch, address)
        {
            Xml = Root(
                D + "propertyupdate",
                new XElement(D + "set", new XElement(D + "prop", new XElement(Nc + "version-label", label)))
            ),
        };
        using var answer = await dav.Send(request, ct);
        return
            answer.StatusCode == HttpStatusCode.MultiStatus
            && (await dav.Read(answer, ct)).All(response => response.WorstStatus < 400)
            ? LabelResult.Labelled
            : LabelResult.NotSupported;
    }
}

internal enum LabelResult
{
    Labelled,

    /// <summary>Somebody wrote the file since, or it is gone.</summary>
    AnotherVersion,

    /// <summary>The server keeps no versions of it, or gives them no labels.</summary>
    NotSupported,
}
