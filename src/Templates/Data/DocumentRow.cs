namespace Connector.Templates;

/// <summary>One turn of a loop: its fields hide those of the same name outside of it.</summary>
public sealed class DocumentRow
{
    private readonly Dictionary<string, FieldValue> fields = new(StringComparer.Ordinal);

    /// <param name="key">
    /// Stable identifier of the row, unique in its list (an organisation's id, an action's number …). It names
    /// the row's bookmark and controls, so that the row is recognised again after people edited the document.
    /// </param>
    public DocumentRow(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        Key = key;
    }

    public string Key { get; }

    internal Dictionary<string, FieldValue> Fields => fields;

    /// <summary>Sets the field <paramref name="tag"/> (accents and case do not matter) and returns this row.</summary>
    public DocumentRow With(string tag, FieldValue value)
    {
        fields[TagName.Fold(tag)] = value;
        return this;
    }

    /// <inheritdoc cref="With(string, FieldValue)"/>
    public DocumentRow With(string tag, string? text) => With(tag, FieldValue.Of(text));
}
