using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.TerritoryFiles.Shapes;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Blueprints;

/// <summary>« jetons »: words of one's own for names and descriptions, each with its value.</summary>
internal sealed partial class TokensShape : Shape<IReadOnlyList<TokenDraft>>
{
    private const string Form = "^[\\p{L}\\p{N}]([\\p{L}\\p{N} _-]{0,38}[\\p{L}\\p{N}])?$";

    private static readonly TextShape TokenName = TextShape.Checked(Check);

    private static readonly Text Remedy = new(
        "Écrivez un jeton par ligne, sans accolades : « thème: numérique ».",
        "Write one token per line, without braces: 'thème: numérique'."
    );

    public override bool TryRead(
        Node node,
        ProblemList problems,
        [MaybeNullWhen(false)] out IReadOnlyList<TokenDraft> value
    )
    {
        value = null;
        if (node is not MapNode map)
        {
            Words.Expected(problems, node, new Text("des jetons", "tokens"), Remedy);
            return false;
        }

        var tokens = new List<TokenDraft>();
        foreach (var (written, meant) in map.Entries)
        {
            if (
                TokenName.TryRead(written with { IsPlain = false }, problems, out var name)
                & TextShape.Name.TryRead(meant, problems, out var text)
            )
            {
                Add(tokens, new Located<string>(name!, problems.At(written)), text!, problems);
            }
        }

        value = tokens;
        return true;
    }

    public override JsonObject Describe(SchemaBook book) =>
        new()
        {
            ["type"] = "object",
            ["propertyNames"] = new JsonObject
            {
                ["not"] = new JsonObject { ["enum"] = SchemaBook.Words(BlueprintTokens.BuiltIn) },
            },
            ["additionalProperties"] = TextShape.Name.Describe(book),
        };

    private static void Add(List<TokenDraft> tokens, Located<string> name, string value, ProblemList problems)
    {
        if (tokens.Exists(token => token.Name.Value == name.Value))
        {
            problems.Add(
                "duplicate-key",
                name.Place,
                new Text(
                    $"Le jeton « {name.Value} » est écrit deux fois.",
                    $"The token '{name.Value}' is written twice."
                ),
                new Text("Gardez l'un des deux.", "Keep one of the two.")
            );
            return;
        }

        tokens.Add(new TokenDraft(name, value));
    }

    private static (string, Text, Text)? Check(string name) =>
        BlueprintTokens.BuiltIn.Contains(name)
            ? (
                "reserved-token",
                new Text(
                    $"Le jeton {{{name}}} existe déjà : Connector lui donne sa valeur.",
                    $"The token {{{name}}} exists already: Connector gives it its value."
                ),
                new Text("Choisissez un autre mot.", "Choose another word.")
            )
        : TokenForm().IsMatch(name) ? null
        : (
            "bad-token",
            new Text(
                $"« {Words.Shown(name)} » n'est pas un jeton : lettres, chiffres, espaces et tirets, 40 signes au plus.",
                $"'{Words.Shown(name)}' is not a token: letters, digits, spaces and hyphens, 40 signs at most."
            ),
            Remedy
        );

    [GeneratedRegex(Form)]
    private static partial Regex TokenForm();
}
