namespace Connector.Templates;

/// <summary>
/// All that a template may show: the document's identity and its fields by tag name. The typed records
/// (<see cref="RoadmapContent"/>, <see cref="MinutesContent"/>, <see cref="SubscriptionContent"/>) make one
/// with <c>ToData()</c>; a new kind of document can also be filled field by field.
/// </summary>
public sealed class DocumentData(DocumentStamp stamp, string title)
{
    private readonly Dictionary<string, FieldValue> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> freeTexts = new(StringComparer.Ordinal);

    public DocumentStamp Stamp { get; } = stamp;

    /// <summary>Title in the document's metadata, which screen readers announce.</summary>
    public string Title { get; } = title;

    /// <summary>
    /// Culture name such as <c>fr-FR</c> (the default) or <c>en-GB</c>: dates, numbers, spaces and the language that
    /// screen readers speak.
    /// </summary>
    public string Language { get; init; } = FieldWords.French;

    /// <summary>
    /// The fields that this kind of document knows. When given, a tag outside of them is a problem even in a
    /// loop without rows, and the controls take their readable titles from it.
    /// </summary>
    public IReadOnlyList<TemplateField> Catalogue { get; init; } = [];

    internal Dictionary<string, FieldValue> Fields => fields;

    internal IReadOnlyDictionary<string, string> FreeTexts => freeTexts;

    /// <summary>Sets the field <paramref name="tag"/> (accents and case do not matter) and returns this.</summary>
    public DocumentData With(string tag, FieldValue value)
    {
        fields[TagName.Fold(tag)] = value;
        return this;
    }

    /// <inheritdoc cref="With(string, FieldValue)"/>
    public DocumentData With(string tag, string? text) => With(tag, FieldValue.Of(text));

    /// <summary>
    /// First words of the zone <c>{{libre name}}</c>, one paragraph per line. Null or blank: the zone shows the
    /// advice that stands beside its tag in the template, and an empty paragraph to write in.
    /// </summary>
    public DocumentData WithFreeText(string zone, string? text)
    {
        freeTexts[TagName.Fold(zone)] = text ?? "";
        return this;
    }
}
