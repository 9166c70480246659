using System.Globalization;
using Connector.Domain;
using Connector.Nextcloud.Http;

namespace Connector.Nextcloud.Ocs;

/// <summary>What the server made of a file: where it put it, or why it did not.</summary>
/// <param name="Path">From the account's home; null when there is a message.</param>
/// <param name="Message">Null when there is a path.</param>
internal sealed record ServerConversion(string? Path, Text? Message);

/// <summary>
/// Conversions that an app of the server offers, such as Nextcloud Office (31 and later;
/// <c>apps/files/lib/Controller/ConversionApiController.php</c>):
/// <c>{"ocs":{"meta":{"statuscode":201},"data":{"path":"/Comptes rendus/Mars.pdf","fileId":812}}}</c>. The server writes
/// beside what is there, never onto it: the path tells under which name.
/// </summary>
internal sealed class ConversionClient(OcsTransport ocs)
{
    private static readonly Text Busy = new(
        "le serveur ne convertit pas plus de 25 fichiers en deux minutes : recommencez un peu plus tard",
        "the server converts no more than 25 files in two minutes: try again a little later"
    );

    private static readonly Text Failed = new(
        "le serveur n'a pas su convertir ce document",
        "the server could not convert this document"
    );

    private static readonly Text Denied = new(
        "le serveur refuse : ce compte n'a pas le droit d'écrire à cet endroit",
        "the server refuses: this account may not write there"
    );

    /// <param name="fileId">The file.</param>
    /// <param name="mediaType">What it is to become: see <see cref="ServerCapabilities.Conversions"/>.</param>
    /// <param name="destination">Where, from the account's home; its folder is there.</param>
    /// <param name="ct">Stops.</param>
    public async Task<ServerConversion> Convert(
        long fileId,
        string mediaType,
        string destination,
        CancellationToken ct
    )
    {
        var form = new ConvertForm
        {
            FileId = fileId.ToString(CultureInfo.InvariantCulture),
            TargetMimeType = mediaType,
            Destination = "/" + destination,
        };
        try
        {
            var answer = await ocs.Read(ocs.Api.Convert(form, ct), ct);
            return answer switch
            {
                { IsDone: true } when answer.Data.Text("path") is { } path => new(path.TrimStart('/'), null),
                { IsForbidden: true } => new(null, Denied),
                _ => new(null, Failed),
            };
        }
        catch (NextcloudException error) when (error.Fault == NextcloudFault.Throttled)
        {
            return new(null, Busy);
        }
        catch (NextcloudException error) when (error.MayHaveActed)
        {
            // Too long, or broken off: what it may have written is where it was asked to.
            return new(null, Failed);
        }
    }
}
