namespace Connector.Templates;

/// <summary>One field that a kind of document knows, as shown to those who write templates.</summary>
/// <param name="Key">
/// The tag without braces; a field of a loop is <c>loop/field</c>, as in <c>decisions/texte</c>; a free zone is
/// <c>libre name</c>.
/// </param>
/// <param name="Label">Title of the content control, in French: « Porteur ».</param>
/// <param name="Meaning">What it shows, in French, one sentence.</param>
/// <param name="Example">A value as it would appear.</param>
public sealed record TemplateField(string Key, string Label, string Meaning, string Example)
{
    /// <summary>What to write in the template, braces included (without the loop's name: the loop gives it).</summary>
    public string Tag => "{{" + Key[(Key.LastIndexOf('/') + 1)..] + "}}";
}
