using Connector.Domain;
using YamlDotNet.Core;

namespace Connector.TerritoryFiles.Yaml;

/// <summary>What the YAML parser's messages mean for somebody who has never heard of YAML.</summary>
internal static class SyntaxErrors
{
    private static readonly (string Contains, Text Message, Text Remedy)[] Known =
    [
        (
            "Mapping values are not allowed",
            new Text("Deux-points inattendus.", "Unexpected colon."),
            new Text(
                "Si la valeur contient « : », mettez-la entre guillemets : titre: \"Réunion : le bilan\". Sinon, vérifiez le retrait de la ligne.",
                "If the value contains ': ', put it between quotes: titre: \"Réunion : le bilan\". Else check the line's indentation."
            )
        ),
        (
            "cannot start any token",
            new Text(
                "Une valeur ne peut pas commencer par ce caractère (tabulation, @, ` ou %).",
                "A value cannot start with this character (tab, @, ` or %)."
            ),
            new Text(
                "Mettez la valeur entre guillemets ; pour les retraits, utilisez des espaces, jamais de tabulation.",
                "Put the value between quotes; indent with spaces, never with tabs."
            )
        ),
        (
            "quoted scalar",
            new Text(
                "Des guillemets ouverts ici ne sont pas refermés.",
                "Quotes opened here are not closed."
            ),
            new Text(
                "Refermez-les avec le même signe ; dans un texte entre ' ', une apostrophe s'écrit ''.",
                "Close them with the same sign; inside ' ', an apostrophe is written ''."
            )
        ),
        (
            "could not find expected ':'",
            new Text("Il manque les deux-points après une clé.", "The colon after a key is missing."),
            new Text(
                "Écrivez « clé: valeur », avec une espace après les deux-points.",
                "Write 'key: value', with a space after the colon."
            )
        ),
        (
            "flow sequence",
            new Text("Une liste ouverte par [ n'est pas refermée.", "A list opened with [ is not closed."),
            new Text(
                "Ajoutez « ] », et une virgule entre les valeurs.",
                "Add ']', and a comma between values."
            )
        ),
        (
            "flow mapping",
            new Text("Un bloc ouvert par { n'est pas refermé.", "A block opened with { is not closed."),
            new Text("Ajoutez « } », et une virgule entre les paires.", "Add '}', and a comma between pairs.")
        ),
        (
            "'-' indicator",
            new Text(
                "Cette ligne n'est pas alignée avec la liste qui précède.",
                "This line is not aligned with the list above."
            ),
            new Text(
                "Alignez les tirets d'une même liste, et les clés d'un même élément sous la première.",
                "Align the dashes of a list, and the keys of an item below the first."
            )
        ),
        (
            "escape",
            new Text(
                "Une barre oblique inverse suivie d'un signe inconnu entre guillemets doubles.",
                "A backslash followed by an unknown sign between double quotes."
            ),
            new Text("Utilisez des guillemets simples : 'C:\\dossier'.", "Use single quotes: 'C:\\folder'.")
        ),
        (
            "block mapping",
            new Text(
                "Cette ligne n'est pas alignée avec les clés qui précèdent.",
                "This line is not aligned with the keys above."
            ),
            new Text(
                "Alignez les clés d'un même bloc avec le même nombre d'espaces, et mettez un texte qui contient « # », « : » ou des guillemets entre guillemets.",
                "Align the keys of a block with the same number of spaces, and put a text that contains '#', ': ' or quotes between quotes."
            )
        ),
    ];

    private static readonly Text Unknown = new(
        "Le fichier n'est pas du YAML valide à cet endroit.",
        "The file is not valid YAML here."
    );

    private static readonly Text CheckLine = new(
        "Vérifiez les retraits (des espaces), les deux-points et les guillemets de cette ligne et de celle d'avant.",
        "Check the indentation (spaces), colons and quotes of this line and the one above."
    );

    public static (Text Message, Text Remedy) Explain(YamlException error) =>
        Known
            .Where(known => error.Message.Contains(known.Contains, StringComparison.OrdinalIgnoreCase))
            .Select(known => (known.Message, known.Remedy))
            .DefaultIfEmpty((Unknown, CheckLine))
            .First();

    /// <summary>
    /// Unclosed quotes and brackets are shown where they open; everything else where the parser stopped, which is
    /// where the person's eye should go.
    /// </summary>
    public static SourcePlace Place(YamlException error, string file)
    {
        var opening =
            error.Message.Contains("quoted scalar", StringComparison.Ordinal)
            || error.Message.Contains("flow ", StringComparison.Ordinal);
        var mark = opening || error.End.Line == 0 ? error.Start : error.End;
        return new SourcePlace(file, (int)mark.Line, (int)mark.Column);
    }
}
