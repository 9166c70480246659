using Connector.Templates;

namespace Connector.DocumentFlow;

/// <summary>What was read of a document, in plain words.</summary>
internal static class ReadWords
{
    /// <summary>The rows of a list in which something is written.</summary>
    public static IEnumerable<ReadRow> Rows(ReadDocument read, string list) =>
        read.Rows.Where(row => row.List == list && row.Values.Any(value => value.Text.Length > 0));

    /// <summary>Empty where the field is not there.</summary>
    public static string Words(IEnumerable<ReadValue> values, string key) =>
        values.FirstOrDefault(value => value.Key == key)?.Text ?? "";

    /// <summary>Null where the field is not there or is no day.</summary>
    public static DateOnly? Day(IEnumerable<ReadValue> values, string key) =>
        values.FirstOrDefault(value => value.Key == key)?.Value is DateValue { Date: var day } ? day : null;
}
