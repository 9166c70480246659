using Connector.Conversion;
using Connector.Domain;
using Connector.Nextcloud;
using Connector.Nextcloud.Ocs;

namespace Connector.Publishing;

/// <summary>
/// Other forms of a document that lies on the server, made by the server: where Nextcloud Office or another app offers it,
/// and no LibreOffice is installed here. The server writes the new file itself, where nothing is yet.
/// </summary>
internal sealed class ServerOffice(NextcloudClient client)
{
    private ServerCapabilities? _capabilities;

    /// <summary>Whether it makes any other form of a .docx.</summary>
    public async Task<bool> Converts(CancellationToken ct)
    {
        _capabilities ??= await client.Server.Capabilities(ct);
        return _capabilities.Conversions.Any(pair => pair.From == MediaTypes.Docx);
    }

    /// <param name="source">The .docx on the server.</param>
    /// <param name="form">What it is to become.</param>
    /// <param name="target">Where; a file that is there already is left, and given.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>The bytes that are there afterwards.</returns>
    public async Task<Converted> Convert(
        string source,
        TargetFormat form,
        string target,
        CancellationToken ct
    )
    {
        if (await client.Files.GetFile(target, ct) is { } there)
        {
            return Converted.To(there.Bytes);
        }

        _capabilities ??= await client.Server.Capabilities(ct);
        var mediaType = MediaTypes.Of(form);
        if (!_capabilities.Conversions.Contains((MediaTypes.Docx, mediaType)))
        {
            return Converted.Not(ConversionProblems.NotByServer(form, NotOffered));
        }

        if (await client.Files.Find(source, ct) is not { } document)
        {
            return Converted.Not(ConversionProblems.NotByServer(form, Gone));
        }

        var made = await client.Conversions.Convert(document.FileId, mediaType, target, ct);
        return made.Path is { } path && await client.Files.GetFile(path, ct) is { } file
            ? Judged(file.Bytes, form, path == target)
            : Converted.Not(ConversionProblems.NotByServer(form, made.Message ?? Gone));
    }

    /// <summary>Only what looks like the form that was asked for, under the name that was asked for.</summary>
    private static Converted Judged(byte[] bytes, TargetFormat form, bool isInPlace)
    {
        var isForm = bytes.AsSpan().StartsWith(form == TargetFormat.Pdf ? "%PDF-"u8 : "PK"u8);
        return isForm && isInPlace
            ? Converted.To(bytes)
            : Converted.Not(ConversionProblems.NotByServer(form, isForm ? Elsewhere : Other));
    }

    private static readonly Text NotOffered = new(
        "le serveur n'offre pas cette conversion",
        "the server does not offer this conversion"
    );

    private static readonly Text Gone = new(
        "le document ou sa conversion n'est plus là",
        "the document or what it was converted to is not there any more"
    );

    private static readonly Text Elsewhere = new(
        "quelqu'un a pris ce nom entre-temps, la conversion est à côté",
        "somebody took this name meanwhile, what was converted is beside it"
    );

    private static readonly Text Other = new(
        "le serveur a rendu autre chose que la forme demandée",
        "the server gave something else than the form that was asked for"
    );
}
