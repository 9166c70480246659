namespace Connector.Templates;

/// <summary>One field that a kind of document knows, as shown to those who write templates.</summary>
/// <param name="Key">
/// The tag without braces; a field of a loop is <c>loop/field</c>, as in <c>decisions/texte</c>; a free zone is
/// <c>libre name</c>.
/// </param>
/// <param name="Label">Title of the content control, in French: « Porteur ».</param>
/// <param name="Meaning">What it shows, in French, one sentence.</param>
/// <param name="Example">A value as it would appear; empty for loops and conditions.</param>
public sealed record TemplateField(string Key, string Label, string Meaning, string Example)
{
    public FieldUse Use { get; init; }

    /// <summary><see cref="Label"/> in English.</summary>
    public string EnglishLabel { get; init; } = "";

    /// <summary><see cref="Meaning"/> in English.</summary>
    public string EnglishMeaning { get; init; } = "";

    /// <summary>The loops around it, <c>engagements/promesses</c>; empty outside of loops.</summary>
    public string Loop => Key.LastIndexOf('/') is > 0 and var slash ? Key[..slash] : "";

    /// <summary>The tag's name alone, without the loop that gives it.</summary>
    public string Name => Key[(Key.LastIndexOf('/') + 1)..];

    /// <summary>What to write in the template, braces included (without the loop's name: the loop gives it).</summary>
    public string Tag => $"{{{{{Name}}}}}";

    /// <summary>The same with both marks of what has an end: <c>{{#decisions}} … {{/decisions}}</c>.</summary>
    public string Usage =>
        Use is FieldUse.Loop or FieldUse.Condition ? $"{{{{#{Name}}}}} … {{{{/{Name}}}}}" : Tag;
}

/// <summary>What a field is, and so how it may be written in a template.</summary>
public enum FieldUse
{
    Text,
    Date,
    Number,
    Choice,
    Check,
    Picture,
    Link,

    /// <summary>A zone that belongs to the readers of the document.</summary>
    Free,

    /// <summary>Repeats what stands between its marks.</summary>
    Loop,

    /// <summary>Shows what stands between its marks, or nothing; it has no text of its own.</summary>
    Condition,
}
