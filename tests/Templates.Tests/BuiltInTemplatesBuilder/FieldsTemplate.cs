using static Connector.Templates.Tests.BuiltInTemplatesBuilder.Blocks;

namespace Connector.Templates.Tests.BuiltInTemplatesBuilder;

/// <summary>« Champs des modèles »: the cheat sheet, one chapter per kind of document.</summary>
internal static class FieldsTemplate
{
    internal static byte[] Build() =>
        new TemplatePackage
        {
            Title = "Champs des modèles",
            FooterText = "Champs des modèles",
            Body = Head() + Mark("{{#genres}}") + Kind() + Mark("{{/genres}}"),
        }.ToBytes();

    private static string Head()
    {
        Column[] columns = [new("À écrire", "{{ecrire}}", 3400), new("Ce que cela fait", "{{sens}}", 6238)];
        return Paragraph("Surtitre", "Aide-mémoire")
            + Paragraph("Title", "Champs des modèles")
            + Paragraph("Subtitle", "Ce qu'un modèle de document peut contenir, à copier et coller")
            + Heading(1, "Comment écrire un champ")
            + Text(
                "Un modèle est un document Word ordinaire. Un champ s'écrit entre deux paires d'accolades, dans la mise en forme que vous voulez voir : c'est elle qui sera gardée."
            )
            + Table(columns, LoopOnly("regles", columns));
    }

    private static string Kind()
    {
        Column[] columns =
        [
            new("À écrire", "{{ecrire}}", 2900),
            new("Champ", "{{label}}", 1900),
            new("Ce que c'est", "{{sens}}", 2738),
            new("Exemple", "{{exemple}}", 2100),
        ];
        return "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/><w:pageBreakBefore/></w:pPr>"
            + Run("{{genre}}")
            + "</w:p>"
            + Text("Nom de ce genre de document : {{nom}}")
            + Mark("{{#parties}}")
            + Heading(2, "{{titre}}")
            + Mark("{{#marques}}")
            + $"<w:p><w:pPr><w:keepNext/></w:pPr>{Run("{{marques}}")}</w:p>"
            + Mark("{{/marques}}")
            + Table(columns, LoopOnly("champs", columns))
            + Mark("{{/parties}}");
    }
}
