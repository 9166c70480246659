using Connector.Templates.Tests.BuiltInTemplatesBuilder;
using DocumentFormat.OpenXml.Packaging;

namespace Connector.Templates.Tests;

/// <summary>Small templates written in the test itself.</summary>
internal static class TestTemplates
{
    internal static byte[] Docx(string body) =>
        new TemplatePackage
        {
            Title = "Essai",
            FooterText = "Essai",
            Body = body,
        }.ToBytes();

    /// <summary>A document changed with the SDK.</summary>
    internal static byte[] Change(byte[] docx, Action<WordprocessingDocument> change)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            change(document);
        }

        return stream.ToArray();
    }

    internal static DocumentTemplate Load(string body) => DocumentTemplate.Load(Docx(body));

    internal static DocumentData Data() => new(Some.Stamp, "Essai");

    internal static string Fill(string body, DocumentData data) =>
        Templates.Tests.Docx.Text(Load(body).Fill(data));

    internal static RowsValue Names(params string[] names) =>
        new([.. names.Select((name, index) => new DocumentRow($"k{index}").With("nom", name))]);

    internal static string P(params string[] runs) =>
        $"<w:p>{string.Concat(runs.Select(run => Blocks.Run(run)))}</w:p>";

    internal static string Table(params string[][] rows) =>
        Blocks.TableStart("TableauReseau", [.. rows[0].Select(_ => 2000)])
        + string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(Cell))}</w:tr>"))
        + "</w:tbl>";

    internal static string Cell(string content) =>
        $"<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr>{(content.StartsWith('<') ? content : P(content))}</w:tc>";

    internal static IReadOnlyList<TemplateProblem> Problems(Action action) =>
        Assert.Throws<TemplateException>(() => action())!.Problems;
}
