namespace Connector.Templates.Tests.BuiltInTemplatesBuilder;

/// <summary>Lists: 1 numbers the sections, 2 has bullets, 3 numbers the items of an agenda.</summary>
internal static class Numbering
{
    internal static string Xml(bool hasNumberedHeadings) =>
        "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        + Abstract(1, "decimal", "%1.", 510, hasNumberedHeadings ? "<w:pStyle w:val=\"Heading1\"/>" : "")
        + Abstract(2, "bullet", "•", 284, "<w:pStyle w:val=\"ListBullet\"/>")
        + Abstract(3, "decimal", "%1.", 397, "<w:pStyle w:val=\"ListNumber\"/>")
        + string.Concat(
            Enumerable
                .Range(1, 3)
                .Select(id => $"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{id}\"/></w:num>")
        )
        + "</w:numbering>";

    private static string Abstract(int id, string format, string text, int indent, string style) =>
        $"<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
        + $"<w:numFmt w:val=\"{format}\"/>{style}<w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/>"
        + $"<w:pPr><w:ind w:left=\"{indent}\" w:hanging=\"{indent}\"/></w:pPr>"
        + $"<w:rPr><w:color w:val=\"{StyleSheet.Accent}\"/></w:rPr></w:lvl></w:abstractNum>";
}
