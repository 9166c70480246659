using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Connector.Domain;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Shapes;

/// <summary>One word among a few. The first word of each value is the one that guides and editors show.</summary>
internal sealed class ChoiceShape<T>(params (T Value, string[] Words)[] choices) : Shape<T>
{
    public IReadOnlyList<string> Shown { get; } = [.. choices.Select(choice => choice.Words[0])];

    /// <summary>The word that guides and editors show for a value.</summary>
    public string WordOf(T value) =>
        choices.First(choice => EqualityComparer<T>.Default.Equals(choice.Value, value)).Words[0];

    public override bool TryRead(Node node, ProblemList problems, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (node is not ScalarNode { IsEmpty: false } scalar)
        {
            Words.Expected(problems, node, new Text("un mot", "a word"), Possible());
            return false;
        }

        if (TryFind(scalar.Value, out value))
        {
            return true;
        }

        problems.Add(
            "unknown-value",
            node,
            new Text(
                $"« {Words.Shown(scalar.Value)} » n'est pas une valeur possible ici.",
                $"'{Words.Shown(scalar.Value)}' is not a possible value here."
            ),
            Advice(scalar.Value)
        );
        return false;
    }

    public bool TryFind(string word, [MaybeNullWhen(false)] out T value)
    {
        var folded = Folded.Key(word);
        foreach (var choice in choices)
        {
            if (choice.Words.Any(known => Folded.Key(known) == folded))
            {
                value = choice.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    public Text Advice(string word) =>
        Nearest.To(word, Shown) is null ? Possible() : Nearest.Advice(word, Shown);

    public override JsonObject Describe(SchemaBook book)
    {
        var words = SchemaBook.Words(choices.SelectMany(choice => choice.Words));
        if (typeof(T) == typeof(bool))
        {
            // An editor may hand « true » over as a truth value rather than a word.
            words.Add(true);
            words.Add(false);
        }

        return new JsonObject { ["enum"] = words };
    }

    private Text Possible()
    {
        var list = string.Join(", ", Shown);
        return new Text($"Valeurs possibles : {list}.", $"Possible values: {list}.");
    }
}
