namespace Connector.Templates;

/// <summary>
/// The catalogue of a kind of document, as it lies in the assembly: one line per field, columns apart by tabs.
/// Filling, the linter and the cheat sheet all read this one table.
/// </summary>
internal static class FieldTable
{
    private const int Columns = 7;

    /// <param name="kind">Name of the kind, which is the name of the resource.</param>
    internal static IReadOnlyList<TemplateField> Read(string kind)
    {
        using var resource =
            typeof(FieldTable).Assembly.GetManifestResourceStream(kind + ".tsv")
            ?? throw new InvalidOperationException($"the fields of {kind} are missing from the assembly");
        using var reader = new StreamReader(resource);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Skip(1).Select(line => Field(kind, line.TrimEnd('\r').Split('\t')))];
    }

    /// <summary>The same fields, titled in English: for documents in English.</summary>
    internal static IReadOnlyList<TemplateField> InEnglish(IReadOnlyList<TemplateField> fields) =>
        [.. fields.Select(field => field with { Label = field.EnglishLabel })];

    private static TemplateField Field(string kind, string[] cells) =>
        cells.Length == Columns
            ? new TemplateField(cells[0], cells[2], cells[3], cells[4])
            {
                Use = Use(cells[1]),
                EnglishLabel = cells[5],
                EnglishMeaning = cells[6],
            }
            : throw new InvalidOperationException($"{kind}: a line of fields has {cells.Length} columns");

    private static FieldUse Use(string word) =>
        word switch
        {
            "texte" => FieldUse.Text,
            "date" => FieldUse.Date,
            "nombre" => FieldUse.Number,
            "choix" => FieldUse.Choice,
            "case" => FieldUse.Check,
            "image" => FieldUse.Picture,
            "lien" => FieldUse.Link,
            "libre" => FieldUse.Free,
            "boucle" => FieldUse.Loop,
            "condition" => FieldUse.Condition,
            _ => throw new InvalidOperationException($"« {word} » is no use of a field"),
        };
}
