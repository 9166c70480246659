using System.Text;
using Connector.Conversion;
using Connector.Domain;
using Connector.Domain.Signatures;
using Connector.Domain.Workspaces;
using Connector.Templates;

namespace Connector.Publishing;

/// <summary>
/// Writes the other forms of a document into a folder: a web page always, PDF and ODT where LibreOffice is installed or the
/// server converts. A form that is there already is left; one that cannot be made is told, and the others are made all the
/// same.
/// </summary>
internal sealed class PublishedForms(WorkspaceFiles files, LibreOffice? office, ServerOffice server)
{
    private readonly List<Problem> _warnings = [];
    private readonly List<string> _added = [];

    /// <summary>Why a form is missing.</summary>
    public IReadOnlyList<Problem> Warnings => _warnings;

    /// <summary>Names of the forms that were not there yet.</summary>
    public IReadOnlyList<string> Added => _added;

    public static string PathOf(string folder, string title, string extension) =>
        $"{folder}/{NameOf(title, extension)}";

    /// <param name="folder">Which is there.</param>
    /// <param name="title">Name of the files, without extension.</param>
    /// <param name="docx">The document.</param>
    /// <param name="source">Where it lies on the server.</param>
    /// <param name="footer">What the web page says at its foot.</param>
    /// <param name="ct">Stops.</param>
    public async Task<IReadOnlyList<PublishedFile>> Write(
        string folder,
        string title,
        byte[] docx,
        string source,
        string footer,
        CancellationToken ct
    )
    {
        var made = new List<PublishedFile>();
        foreach (var (extension, make) in Forms(title, docx, source, folder, footer))
        {
            var name = NameOf(title, extension);
            if (await files.Read($"{folder}/{name}", ct) is { } there)
            {
                made.Add(new PublishedFile(name, WorkspaceFiles.Hash(there)));
            }
            else if (await make(ct) is { } written)
            {
                _added.Add(name);
                made.Add(new PublishedFile(name, WorkspaceFiles.Hash(written)));
            }
        }

        return made;
    }

    /// <summary>Each by its extension, and how it is written where it is not there; null when it cannot be.</summary>
    private IEnumerable<(string Extension, Func<CancellationToken, Task<byte[]?>> Make)> Forms(
        string title,
        byte[] docx,
        string source,
        string folder,
        string footer
    )
    {
        yield return (
            "html",
            ct =>
                Put(
                    PathOf(folder, title, "html"),
                    Encoding.UTF8.GetBytes(WrittenPage.Of(docx, footer)),
                    MediaTypes.Html,
                    ct
                )
        );
        foreach (var form in new[] { TargetFormat.Pdf, TargetFormat.Odt })
        {
            yield return (
                form.Extension,
                ct => Convert(form, docx, source, PathOf(folder, title, form.Extension), ct)
            );
        }
    }

    private async Task<byte[]?> Convert(
        TargetFormat form,
        byte[] docx,
        string source,
        string path,
        CancellationToken ct
    )
    {
        if (office is null && !await server.Converts(ct))
        {
            if (!_warnings.Contains(ConversionProblems.NoConverterAnywhere))
            {
                _warnings.Add(ConversionProblems.NoConverterAnywhere);
            }

            return null;
        }

        var converted = office is null
            ? await server.Convert(source, form, path, ct)
            : await office.Convert(docx, form, ct);
        if (converted.Bytes is null)
        {
            _warnings.Add(converted.Problem!);
            return null;
        }

        return office is null ? converted.Bytes : await Put(path, converted.Bytes, MediaTypes.Of(form), ct);
    }

    private async Task<byte[]?> Put(string path, byte[] bytes, string mediaType, CancellationToken ct)
    {
        var (there, refused) = await files.PutNew(path, bytes, mediaType, ct);
        if (there is null)
        {
            _warnings.Add(refused!);
        }

        return there;
    }

    public static string NameOf(string title, string extension) => FileName.Safe($"{title}.{extension}");
}
