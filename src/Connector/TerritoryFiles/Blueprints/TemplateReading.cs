using System.Security.Cryptography;
using Connector.DocumentFlow;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Templates;

namespace Connector.TerritoryFiles.Blueprints;

/// <summary>Reads « gabarit »: what the linter calls an error is told here, before anything is sent.</summary>
internal static class TemplateReading
{
    /// <summary>As large as a template may be.</summary>
    private const int MostBytes = 20 * 1024 * 1024;

    /// <param name="name">As written; looked for beside the blueprint.</param>
    /// <param name="kind">What it is to be filled with.</param>
    /// <param name="problems">Of the blueprint's file; told what is wrong.</param>
    /// <returns>Null after having told why not.</returns>
    public static TemplateFile? Read(Located<string> name, DocumentKind kind, ProblemList problems)
    {
        if (TemplateKinds.Find(DocumentRecord.Word(kind)) is not { } filled)
        {
            problems.Add("unused-template", name.Place, Unused(kind), WithoutIt);
            return null;
        }

        if (LocalFile.Beside(problems.File, name, problems) is not { } path)
        {
            return null;
        }

        var inside = new ProblemList(path);
        if (LocalFile.Read(path, inside, MostBytes) is { } docx)
        {
            Check(docx, filled, inside);
            problems.Include(inside);
            return inside.Any
                ? null
                : new TemplateFile(name.Value, Convert.ToHexStringLower(SHA256.HashData(docx)))
                {
                    Docx = docx,
                };
        }

        problems.Include(inside);
        return null;
    }

    private static void Check(byte[] docx, TemplateKind kind, ProblemList problems)
    {
        foreach (
            var (error, index) in TemplateVerdict.Of(docx, kind).Select((error, index) => (error, index))
        )
        {
            problems.Add(error.Code, new SourcePlace(problems.File, 0, index), error.What, error.Remedy);
        }
    }

    private static Text Unused(DocumentKind kind) =>
        new(
            $"Un document du genre « {DocumentRecord.Word(kind)} » ne se remplit pas d'un gabarit.",
            $"A document of the kind '{DocumentRecord.Word(kind)}' is not filled from a template."
        );

    private static readonly Text WithoutIt = new("Retirez « gabarit ».", "Remove 'gabarit'.");
}
