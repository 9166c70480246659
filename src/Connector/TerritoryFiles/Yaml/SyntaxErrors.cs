using Connector.Domain;
using YamlDotNet.Core;

namespace Connector.TerritoryFiles.Yaml;

/// <summary>What the YAML parser's messages mean for somebody who has never heard of YAML.</summary>
internal static class SyntaxErrors
{
    private static readonly (string Contains, Text Message, Text Remedy)[] Known =
    [
        (
            "multiline plain scalar",
            new Text(
                "Il manque les deux-points, ou l'espace qui les suit, à la ligne du dessus.",
                "The colon, or the space after it, is missing on the line above."
            ),
            new Text("Écrivez « clé: valeur ».", "Write 'key: value'.")
        ),
        (
            "invalid mapping",
            new Text("Deux-points inattendus.", "Unexpected colon."),
            new Text(
                "Si la valeur contient « : », mettez-la entre guillemets : titre: \"Réunion : le bilan\". Sinon, vérifiez le retrait de la ligne.",
                "If the value contains ': ', put it between quotes: titre: \"Réunion : le bilan\". Else check the line's indentation."
            )
        ),
        (
            "cannot start any token",
            new Text(
                "Une valeur ne peut pas commencer par ce signe (@, ` ou %).",
                "A value cannot start with this sign (@, ` or %)."
            ),
            new Text("Mettez la valeur entre guillemets.", "Put the value between quotes.")
        ),
        (
            "escape character",
            new Text(
                "Une barre oblique inverse suivie d'un signe inconnu entre guillemets doubles.",
                "A backslash followed by an unknown sign between double quotes."
            ),
            new Text("Utilisez des guillemets simples : 'C:\\dossier'.", "Use single quotes: 'C:\\folder'.")
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
            "anchor or alias",
            new Text("Une valeur ne peut pas commencer par & ou *.", "A value cannot start with & or *."),
            new Text("Mettez-la entre guillemets.", "Put it between quotes.")
        ),
        (
            "Block sequence entries",
            new Text(
                "Un tiret suit les deux-points sur la même ligne.",
                "A dash follows the colon on the same line."
            ),
            new Text(
                "Passez à la ligne avant le premier tiret, ou mettez la valeur entre guillemets.",
                "Start a new line before the first dash, or put the value between quotes."
            )
        ),
        (
            "block scalar",
            new Text(
                "Du texte suit « | » ou « > » sur la même ligne.",
                "Text follows '|' or '>' on the same line."
            ),
            new Text(
                "Commencez le texte à la ligne suivante, avec un retrait.",
                "Start the text on the next line, indented."
            )
        ),
        (
            "block collection",
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
            "block mapping",
            new Text(
                "Cette ligne ne continue pas le bloc de clés qui précède.",
                "This line does not continue the block of keys above."
            ),
            new Text(
                "Alignez les clés d'un même bloc avec le même nombre d'espaces ; mettez entre guillemets un texte qui contient « # », « : » ou une apostrophe.",
                "Align the keys of a block with the same number of spaces; put a text that contains '#', ': ' or an apostrophe between quotes."
            )
        ),
        (
            "expected node content",
            new Text(
                "Un crochet ou une accolade ferme ce qui n'est pas ouvert.",
                "A bracket closes what is not open."
            ),
            new Text(
                "Retirez ce signe, ou ouvrez la liste avec [.",
                "Remove the sign, or open the list with [."
            )
        ),
        (
            "<document end>",
            new Text("Un crochet ou une accolade est de trop.", "There is one bracket too many."),
            new Text("Retirez ce signe.", "Remove the sign.")
        ),
    ];

    public static readonly Text NotClosed = new(
        "Une liste ouverte par [ ou un bloc ouvert par { n'est pas refermé.",
        "A list opened with [ or a block opened with { is not closed."
    );

    public static readonly Text Close = new(
        "Ajoutez « ] » ou « } », et une virgule entre les valeurs.",
        "Add ']' or '}', and a comma between values."
    );

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
    /// Quotes that are not closed are shown where they open; everything else where the parser stopped, which is where
    /// the person's eye should go.
    /// </summary>
    public static SourcePlace Place(YamlException error, string file)
    {
        var opening = error.Message.Contains("quoted scalar", StringComparison.Ordinal);
        var mark = opening || error.End.Line == 0 ? error.Start : error.End;
        return new SourcePlace(file, (int)mark.Line, (int)mark.Column);
    }
}
