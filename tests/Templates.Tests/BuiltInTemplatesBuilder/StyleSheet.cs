namespace Connector.Templates.Tests.BuiltInTemplatesBuilder;

/// <summary>
/// One style sheet for all built-in templates. Built-in styles keep their English names, which every word
/// processor translates; our own have French names, since coordinators choose among them.
/// </summary>
internal static class StyleSheet
{
    /// <summary>A deep blue-green: 8.2 to 1 on white.</summary>
    internal const string Accent = "0B5563";

    private const string Ink = "22303A";
    private const string Grey = "5A6670";
    private const string Line = "C9D5D8";

    internal static string Xml(bool hasNumberedHeadings) =>
        "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        + Defaults
        + Body
        + Headings(hasNumberedHeadings)
        + Own
        + Characters
        + Tables
        + "</w:styles>";

    private const string Defaults =
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" w:cs=\"Calibri\"/>"
        + "<w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/><w:lang w:val=\"fr-FR\" w:eastAsia=\"fr-FR\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
        + "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"271\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>";

    private const string Body =
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/>"
        + $"<w:rPr><w:color w:val=\"{Ink}\"/></w:rPr></w:style>"
        + "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>"
        + "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>"
        + "<w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
        + "<w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\"><w:name w:val=\"No List\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/></w:style>";

    private static readonly string Own =
        Style(
            "Surtitre",
            "Surtitre",
            "<w:next w:val=\"Title\"/>",
            "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"60\"/>",
            $"<w:b/><w:caps/><w:color w:val=\"{Grey}\"/><w:spacing w:val=\"30\"/><w:sz w:val=\"18\"/>"
        )
        + Style(
            "Consigne",
            "Consigne",
            "<w:next w:val=\"Normal\"/>",
            "",
            $"<w:i/><w:color w:val=\"{Grey}\"/>"
        )
        + Style(
            "Marque",
            "Marque de modèle",
            "",
            "<w:spacing w:after=\"0\"/>",
            "<w:color w:val=\"9A5B00\"/><w:sz w:val=\"16\"/>"
        )
        + Style(
            "TexteDeTableau",
            "Texte de tableau",
            "",
            "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"252\" w:lineRule=\"auto\"/>",
            "<w:sz w:val=\"19\"/>"
        )
        + Style(
            "CaseDeTableau",
            "Case de tableau",
            "",
            "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"252\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
            "<w:sz w:val=\"22\"/>"
        )
        + Style(
            "PetitTexteDeTableau",
            "Petit texte de tableau",
            "",
            "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"245\" w:lineRule=\"auto\"/>",
            "<w:sz w:val=\"17\"/>"
        )
        + Style(
            "EnTeteDeTableau",
            "En-tête de tableau",
            "",
            "<w:keepNext/><w:spacing w:before=\"50\" w:after=\"50\" w:line=\"240\" w:lineRule=\"auto\"/>",
            "<w:b/><w:color w:val=\"FFFFFF\"/><w:sz w:val=\"19\"/>"
        )
        + Style(
            "EnTeteCentre",
            "En-tête centré",
            "",
            "<w:keepNext/><w:spacing w:before=\"50\" w:after=\"50\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
            "<w:b/><w:color w:val=\"FFFFFF\"/><w:sz w:val=\"19\"/>"
        )
        + Style(
            "PetitEnTeteDeTableau",
            "Petit en-tête de tableau",
            "",
            "<w:keepNext/><w:spacing w:before=\"50\" w:after=\"50\" w:line=\"240\" w:lineRule=\"auto\"/>",
            "<w:b/><w:color w:val=\"FFFFFF\"/><w:sz w:val=\"17\"/>"
        )
        + Style(
            "NomDeFait",
            "Nom de fait",
            "",
            "<w:spacing w:before=\"30\" w:after=\"30\" w:line=\"252\" w:lineRule=\"auto\"/>",
            $"<w:color w:val=\"{Grey}\"/><w:sz w:val=\"19\"/>"
        )
        + Style(
            "ApresTableau",
            "Après tableau",
            "<w:next w:val=\"Normal\"/>",
            "<w:spacing w:after=\"0\" w:line=\"200\" w:lineRule=\"exact\"/>",
            "<w:sz w:val=\"12\"/>"
        )
        + Style(
            "Etape",
            "Étape",
            "",
            "<w:tabs><w:tab w:val=\"left\" w:pos=\"400\"/></w:tabs><w:spacing w:after=\"100\" w:line=\"264\" w:lineRule=\"auto\"/><w:ind w:left=\"400\" w:hanging=\"400\"/>",
            "<w:sz w:val=\"22\"/>"
        )
        + Style(
            "Adresse",
            "Adresse",
            "",
            "<w:spacing w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/>",
            "<w:sz w:val=\"17\"/>"
        );

    private static readonly string Characters =
        $"<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:uiPriority w:val=\"99\"/><w:unhideWhenUsed/><w:rPr><w:color w:val=\"{Accent}\"/><w:u w:val=\"single\"/></w:rPr></w:style>"
        + "<w:style w:type=\"character\" w:styleId=\"PlaceholderText\"><w:name w:val=\"Placeholder Text\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/><w:rPr><w:color w:val=\"767676\"/></w:rPr></w:style>";

    private static readonly string Tables =
        "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"TableauReseau\"><w:name w:val=\"Tableau du réseau\"/><w:basedOn w:val=\"TableNormal\"/><w:uiPriority w:val=\"40\"/><w:qFormat/>"
        + "<w:tblPr><w:tblBorders>"
        + string.Concat(
            new[] { "top", "left", "bottom", "right", "insideH", "insideV" }.Select(side =>
                $"<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{Line}\"/>"
            )
        )
        + "</w:tblBorders><w:tblCellMar><w:top w:w=\"28\" w:type=\"dxa\"/><w:left w:w=\"96\" w:type=\"dxa\"/><w:bottom w:w=\"28\" w:type=\"dxa\"/><w:right w:w=\"96\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
        + $"<w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/><w:color w:val=\"FFFFFF\"/></w:rPr><w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{Accent}\"/></w:tcPr></w:tblStylePr></w:style>"
        + "<w:style w:type=\"table\" w:customStyle=\"1\" w:styleId=\"TableauFaits\"><w:name w:val=\"Tableau de faits\"/><w:basedOn w:val=\"TableNormal\"/><w:uiPriority w:val=\"40\"/>"
        + $"<w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"12\" w:space=\"0\" w:color=\"{Accent}\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{Line}\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{Line}\"/></w:tblBorders>"
        + "<w:tblCellMar><w:top w:w=\"28\" w:type=\"dxa\"/><w:left w:w=\"57\" w:type=\"dxa\"/><w:bottom w:w=\"28\" w:type=\"dxa\"/><w:right w:w=\"57\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>";

    private static string Headings(bool isNumbered) =>
        BuiltIn(
            "Title",
            "Title",
            "10",
            "<w:next w:val=\"Subtitle\"/>",
            "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"60\" w:line=\"240\" w:lineRule=\"auto\"/>",
            $"<w:b/><w:color w:val=\"{Accent}\"/><w:sz w:val=\"52\"/>"
        )
        + BuiltIn(
            "Subtitle",
            "Subtitle",
            "11",
            "<w:next w:val=\"Normal\"/>",
            "<w:spacing w:after=\"240\"/>",
            $"<w:color w:val=\"{Grey}\"/><w:sz w:val=\"26\"/>"
        )
        + BuiltIn(
            "Heading1",
            "heading 1",
            "9",
            "<w:next w:val=\"Normal\"/>",
            $"<w:keepNext/><w:keepLines/>{(isNumbered ? "<w:numPr><w:numId w:val=\"1\"/></w:numPr>" : "")}<w:spacing w:before=\"360\" w:after=\"120\" w:line=\"240\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"0\"/>",
            $"<w:b/><w:color w:val=\"{Accent}\"/><w:sz w:val=\"30\"/>"
        )
        + BuiltIn(
            "Heading2",
            "heading 2",
            "9",
            "<w:next w:val=\"Normal\"/>",
            "<w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"80\" w:line=\"240\" w:lineRule=\"auto\"/><w:outlineLvl w:val=\"1\"/>",
            $"<w:b/><w:color w:val=\"{Ink}\"/><w:sz w:val=\"24\"/>"
        )
        + BuiltIn(
            "ListBullet",
            "List Bullet",
            "99",
            "",
            "<w:numPr><w:numId w:val=\"2\"/></w:numPr><w:spacing w:after=\"60\"/><w:ind w:left=\"397\" w:hanging=\"284\"/><w:contextualSpacing/>",
            ""
        )
        + BuiltIn(
            "ListNumber",
            "List Number",
            "99",
            "",
            "<w:numPr><w:numId w:val=\"3\"/></w:numPr><w:spacing w:after=\"60\"/><w:ind w:left=\"397\" w:hanging=\"397\"/><w:contextualSpacing/>",
            ""
        )
        + BuiltIn(
            "Footer",
            "footer",
            "99",
            "",
            $"<w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"6\" w:color=\"{Line}\"/></w:pBdr><w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>",
            $"<w:color w:val=\"{Grey}\"/><w:sz w:val=\"17\"/>"
        );

    private static string BuiltIn(
        string id,
        string name,
        string priority,
        string next,
        string paragraph,
        string run
    ) =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>{next}"
        + $"<w:uiPriority w:val=\"{priority}\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>";

    private static string Style(string id, string name, string next, string paragraph, string run) =>
        $"<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/>{next}"
        + $"<w:uiPriority w:val=\"20\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>";
}
