using System.Security;

namespace Connector.Templates.Tests.BuiltInTemplatesBuilder;

/// <summary>The few WordprocessingML blocks that the built-in templates are made of.</summary>
internal static class Blocks
{
    /// <summary>Width of the text on an upright A4 page with margins of 2 cm, in twentieths of a point.</summary>
    internal const int PortraitWidth = 9638;

    /// <summary>The same on a landscape page with margins of 1.5 cm.</summary>
    internal const int LandscapeWidth = 15137;

    internal static string Paragraph(string style, string text) =>
        $"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{Run(text)}</w:p>";

    internal static string Text(string text) => $"<w:p>{Run(text)}</w:p>";

    internal static string Heading(int level, string text) => Paragraph($"Heading{level}", text);

    internal static string Advice(string text) => Paragraph("Consigne", text);

    /// <summary>A line with a loop's mark, small and grey; filling takes it away.</summary>
    internal static string Mark(string tags) => Paragraph("Marque", tags);

    internal static string Run(string text, string properties = "") =>
        text.Length == 0
            ? ""
            : $"<w:r>{(properties.Length == 0 ? "" : $"<w:rPr>{properties}</w:rPr>")}"
                + $"<w:t xml:space=\"preserve\">{SecurityElement.Escape(French(text))}</w:t></w:r>";

    /// <summary>No line may begin with a mark that French sets apart with a space.</summary>
    private static string French(string text) =>
        text.Replace("« ", "«\u00A0", StringComparison.Ordinal)
            .Replace(" »", "\u00A0»", StringComparison.Ordinal)
            .Replace(" :", "\u00A0:", StringComparison.Ordinal)
            .Replace(" ;", "\u00A0;", StringComparison.Ordinal)
            .Replace(" ?", "\u00A0?", StringComparison.Ordinal);

    /// <summary>A table with a header row that repeats on each page, and rows made by <paramref name="rows"/>.</summary>
    internal static string Table(IReadOnlyList<Column> columns, params IEnumerable<string> rows) =>
        TableStart("TableauReseau", [.. columns.Select(column => column.Width)])
        + HeaderRow(columns)
        + string.Concat(rows)
        + "</w:tbl>"
        + Paragraph("ApresTableau", "");

    /// <summary>Rows of a loop, and one blank row for when there is nothing.</summary>
    internal static IEnumerable<string> Loop(
        string name,
        IReadOnlyList<Column> columns,
        bool isTall = false
    ) =>
        [
            MarkRow(columns, $"{{{{#{name}}}}}"),
            Row(columns, column => column.Content, isTall),
            MarkRow(columns, $"{{{{/{name}}}}} {{{{^{name}}}}}"),
            Row(columns, _ => "", isTall),
            MarkRow(columns, $"{{{{/{name}}}}}"),
        ];

    /// <summary>Rows of a loop alone, for tables that hold blank rows in any case.</summary>
    internal static IEnumerable<string> LoopOnly(string name, IReadOnlyList<Column> columns) =>
        [
            MarkRow(columns, $"{{{{#{name}}}}}"),
            Row(columns, column => column.Content, isTall: false),
            MarkRow(columns, $"{{{{/{name}}}}}"),
        ];

    internal static string Row(
        IReadOnlyList<Column> columns,
        Func<Column, string> content,
        bool isTall = false
    ) =>
        $"<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"{(isTall ? 680 : 380)}\" w:hRule=\"atLeast\"/></w:trPr>"
        + string.Concat(columns.Select(column => Cell(column, content(column))))
        + "</w:tr>";

    /// <summary>Names and values side by side, without lines: the facts under a title.</summary>
    internal static string Facts(params (string Name, string Value)[] facts)
    {
        var rows = facts.Select(fact =>
            "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
            + $"<w:tc><w:tcPr><w:tcW w:w=\"2100\" w:type=\"dxa\"/></w:tcPr>{Paragraph("NomDeFait", fact.Name)}</w:tc>"
            + $"<w:tc><w:tcPr><w:tcW w:w=\"{PortraitWidth - 2100}\" w:type=\"dxa\"/></w:tcPr>{Paragraph("TexteDeTableau", fact.Value)}</w:tc></w:tr>"
        );
        return TableStart("TableauFaits", [2100, PortraitWidth - 2100], isNamedAtLeft: true)
            + string.Concat(rows)
            + "</w:tbl>"
            + Paragraph("ApresTableau", "");
    }

    /// <param name="isNamedAtLeft">The first column tells what the second holds; else the first row does.</param>
    internal static string TableStart(string style, IReadOnlyList<int> widths, bool isNamedAtLeft = false) =>
        $"<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/><w:tblW w:w=\"{widths.Sum()}\" w:type=\"dxa\"/>"
        + $"<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"{(isNamedAtLeft ? "0480" : "0420")}\" w:firstRow=\"{(isNamedAtLeft ? 0 : 1)}\" w:lastRow=\"0\" w:firstColumn=\"{(isNamedAtLeft ? 1 : 0)}\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/></w:tblPr>"
        + $"<w:tblGrid>{string.Concat(widths.Select(width => $"<w:gridCol w:w=\"{width}\"/>"))}</w:tblGrid>";

    private static string HeaderRow(IReadOnlyList<Column> columns) =>
        "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        + string.Concat(
            columns.Select(column =>
                $"<w:tc><w:tcPr><w:tcW w:w=\"{column.Width}\" w:type=\"dxa\"/>"
                + $"<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{StyleSheet.Accent}\"/><w:vAlign w:val=\"center\"/></w:tcPr>"
                + Paragraph(column.HeaderStyle, column.Header)
                + "</w:tc>"
            )
        )
        + "</w:tr>";

    private static string MarkRow(IReadOnlyList<Column> columns, string tags) =>
        $"<w:tr><w:tc><w:tcPr><w:tcW w:w=\"{columns.Sum(column => column.Width)}\" w:type=\"dxa\"/>"
        + $"<w:gridSpan w:val=\"{columns.Count}\"/></w:tcPr>{Mark(tags)}</w:tc></w:tr>";

    private static string Cell(Column column, string content) =>
        $"<w:tc><w:tcPr><w:tcW w:w=\"{column.Width}\" w:type=\"dxa\"/></w:tcPr>"
        + (content.StartsWith('<') ? content : Paragraph(column.Style, content))
        + "</w:tc>";
}

/// <param name="Header">Label of the column, by which it is found when the document is read back.</param>
/// <param name="Content">Tag of the cell.</param>
/// <param name="Width">Twentieths of a point.</param>
internal sealed record Column(string Header, string Content, int Width, string Style = "TexteDeTableau")
{
    internal string HeaderStyle =>
        Style switch
        {
            "PetitTexteDeTableau" => "PetitEnTeteDeTableau",
            "CaseDeTableau" => "EnTeteCentre",
            _ => "EnTeteDeTableau",
        };
}
