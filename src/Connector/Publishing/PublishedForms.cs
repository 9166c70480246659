using System.Text;
using Connector.Conversion;
using Connector.Domain;
using Connector.Domain.Signatures;
using Connector.Domain.Workspaces;
using Connector.Templates;

namespace Connector.Publishing;

/// <summary>
/// Writes the other forms of a document into a folder: a web page always, PDF and ODT where LibreOffice is installed. A form
/// that is there already is left; one that cannot be made is told, and the others are made all the same.
/// </summary>
internal sealed class PublishedForms(WorkspaceFiles files, LibreOffice? office)
{
    private readonly List<Problem> _warnings = [];

    /// <summary>Why a form is missing.</summary>
    public IReadOnlyList<Problem> Warnings => _warnings;

    public static string PathOf(string folder, string title, string extension) =>
        $"{folder}/{NameOf(title, extension)}";

    /// <param name="folder">Which is there.</param>
    /// <param name="title">Name of the files, without extension.</param>
    /// <param name="docx">The document.</param>
    /// <param name="footer">What the web page says at its foot.</param>
    /// <param name="ct">Stops.</param>
    public async Task<IReadOnlyList<PublishedFile>> Write(
        string folder,
        string title,
        byte[] docx,
        string footer,
        CancellationToken ct
    )
    {
        var made = new List<PublishedFile>();
        var page = Encoding.UTF8.GetBytes(WrittenPage.Of(docx, footer));
        await Add(made, folder, NameOf(title, "html"), page, MediaTypes.Html, ct);
        if (office is null)
        {
            _warnings.Add(ConversionProblems.NoConverter);
            return made;
        }

        foreach (var form in new[] { TargetFormat.Pdf, TargetFormat.Odt })
        {
            var converted = await office.Convert(docx, form, ct);
            if (converted.Bytes is null)
            {
                _warnings.Add(converted.Problem!);
                continue;
            }

            await Add(made, folder, NameOf(title, form.Extension), converted.Bytes, MediaTypes.Of(form), ct);
        }

        return made;
    }

    private async Task Add(
        List<PublishedFile> made,
        string folder,
        string name,
        byte[] bytes,
        string mediaType,
        CancellationToken ct
    )
    {
        var (there, refused) = await files.PutNew($"{folder}/{name}", bytes, mediaType, ct);
        if (there is null)
        {
            _warnings.Add(refused!);
            return;
        }

        made.Add(new PublishedFile(name, WorkspaceFiles.Hash(there)));
    }

    public static string NameOf(string title, string extension) => FileName.Safe($"{title}.{extension}");
}
