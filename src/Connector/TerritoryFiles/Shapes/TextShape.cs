using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Connector.Domain;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Shapes;

/// <summary>Words. Numbers count as words too: a version or a postal code need no quotes.</summary>
internal sealed class TextShape : Shape<string>
{
    /// <summary>Longest name in bytes, that of a folder in Nextcloud.</summary>
    public const int NameBytes = 250;

    private const int LongBytes = 10_000;

    private readonly int _maxBytes;
    private readonly bool _oneLine;
    private readonly Func<string, (string Code, Text Message, Text Remedy)?>? _check;
    private readonly Action<JsonObject>? _describe;

    private TextShape(
        int maxBytes,
        bool oneLine,
        Func<string, (string, Text, Text)?>? check = null,
        Action<JsonObject>? describe = null
    ) => (_maxBytes, _oneLine, _check, _describe) = (maxBytes, oneLine, check, describe);

    /// <summary>One line that may become the name of a folder, an event, a card.</summary>
    public static TextShape Name { get; } = new(NameBytes, oneLine: true);

    /// <summary>One line of a document.</summary>
    public static TextShape Line { get; } = new(2_000, oneLine: true);

    /// <summary>One or several paragraphs.</summary>
    public static TextShape Paragraphs { get; } = new(LongBytes, oneLine: false);

    /// <summary>A name with a further rule; <paramref name="describe"/> adds the rule to the JSON Schema.</summary>
    public static TextShape Checked(
        Func<string, (string Code, Text Message, Text Remedy)?> check,
        Action<JsonObject>? describe = null
    ) => new(NameBytes, oneLine: true, check, describe);

    public override bool TryRead(Node node, ProblemList problems, [MaybeNullWhen(false)] out string value)
    {
        value = null;
        if (node is not ScalarNode { IsEmpty: false } scalar)
        {
            Words.Expected(problems, node, Expected, Remedy);
            return false;
        }

        var text = Characters.Tidy(scalar.Value);
        if (text.Length == 0)
        {
            Words.Expected(problems, new ScalarNode("", true, node.Line, node.Column), Expected, Remedy);
            return false;
        }

        if (Fault(text) is { } fault)
        {
            problems.Add(fault.Code, node, fault.Message, fault.Remedy);
            return false;
        }

        value = text;
        return true;
    }

    /// <summary>What is wrong with words that come from elsewhere (a cell); null when they are fine.</summary>
    public (string Code, Text Message, Text Remedy)? Fault(string text)
    {
        if (Characters.Fault(text, _maxBytes) is { } fault)
        {
            return fault;
        }

        return _oneLine && text.AsSpan().ContainsAny('\n', '\r', '\t')
            ? ("line-break", LineBreak, OneLine)
            : _check?.Invoke(text);
    }

    public override JsonObject Describe(SchemaBook book)
    {
        var schema = new JsonObject { ["type"] = SchemaBook.Words(["string", "number"]) };
        if (_describe is not null)
        {
            _describe(schema);
        }
        else
        {
            schema["minLength"] = 1;
            schema["maxLength"] = _maxBytes;
        }

        return schema;
    }

    private static readonly Text Expected = new("un texte", "a text");

    private static readonly Text Remedy = new(
        "Écrivez le texte après les deux-points, sur la même ligne, entre guillemets s'il contient « : » ou « # ».",
        "Write the text after the colon, on the same line, between quotes if it contains ': ' or '#'."
    );

    private static readonly Text LineBreak = new(
        "Cette valeur tient sur une ligne, sans tabulation.",
        "This value takes one line, without tabs."
    );

    private static readonly Text OneLine = new(
        "Écrivez-la sur une seule ligne (sans « | »).",
        "Write it on one line (without '|')."
    );
}
