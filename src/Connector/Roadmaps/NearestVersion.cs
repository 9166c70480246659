using Connector.Domain.Signatures;
using Connector.Templates;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Connector.Roadmaps;

/// <summary>The published version that a file comes nearest to, and where they part.</summary>
/// <param name="Published">The version.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="Likeness">Share of the lines that both have, from 0 to 1.</param>
/// <param name="Differences">In the order of the document.</param>
internal sealed record NearestVersion(
    Publication Published,
    DateTimeOffset PublishedAt,
    double Likeness,
    IReadOnlyList<LineDifference> Differences
)
{
    public static NearestVersion Of(
        Publication published,
        DateTimeOffset at,
        DocumentMeaning frozen,
        DocumentMeaning found
    )
    {
        var lines = InlineDiffBuilder
            .Diff(Text(frozen), Text(found), ignoreWhiteSpace: false, ignoreCase: false)
            .Lines;
        var differences = lines
            .Where(line => line.Type is ChangeType.Inserted or ChangeType.Deleted)
            .Select(line => new LineDifference(line.Type == ChangeType.Inserted, line.Text))
            .ToList();
        var likeness = lines.Count == 0 ? 1 : (double)(lines.Count - differences.Count) / lines.Count;
        return new NearestVersion(published, at, likeness, differences);
    }

    private static string Text(DocumentMeaning meaning) =>
        string.Join('\n', meaning.Lines.Select(DocumentMeaning.Readable));
}

/// <summary>A line that only one of both has.</summary>
/// <param name="IsInFile">In the file at hand; otherwise in the published version.</param>
/// <param name="Line">Its words.</param>
internal sealed record LineDifference(bool IsInFile, string Line);
