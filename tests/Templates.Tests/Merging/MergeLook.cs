using System.Xml.Linq;

namespace Connector.Templates.Tests.Merging;

/// <summary>Looks into a merged document.</summary>
internal static class MergeLook
{
    private const string CommentPart = "word/comments.xml";

    private static readonly XNamespace W = WordText.W;

    internal static string Text(MergedDocument merged) => Docx.Text(merged.Docx.ToArray());

    internal static XElement Root(MergedDocument merged) => DocxEdit.Root(merged.Docx.ToArray());

    internal static List<MergeOutcome> Outcomes(MergedDocument merged) =>
        [.. merged.Entries.Select(entry => entry.Outcome)];

    /// <summary>First column of the table, without its header.</summary>
    internal static List<string> Names(MergedDocument merged) =>
        [.. MergeTrial.TableRows(Root(merged)).Skip(1).Select(row => WordText.Of(row.Element(W + "tc")!))];

    internal static List<string> Comments(MergedDocument merged) =>
        DocxEdit.Parts(merged.Docx.ToArray()).ContainsKey(CommentPart)
            ? [.. DocxEdit.Root(merged.Docx.ToArray(), CommentPart).Elements().Select(WordText.Of)]
            : [];

    /// <summary>Every part but those named is, byte for byte, what it was.</summary>
    internal static void HoldParts(byte[] edited, byte[] merged, params string[] but)
    {
        const string Types = PackageParts.ContentTypesPath;
        var after = DocxEdit.Parts(merged);
        Assert.That(
            XNode.DeepEquals(DocxEdit.Root(edited, Types), DocxEdit.Root(merged, Types)),
            Is.True,
            Types
        );
        foreach (
            var (path, bytes) in DocxEdit
                .Parts(edited)
                .Where(part => !but.Contains(part.Key) && part.Key != Types)
        )
        {
            Assert.That(after.GetValueOrDefault(path), Is.EqualTo(bytes), path);
        }
    }
}
