namespace Connector.Templates;

/// <summary>
/// A document of some kind with one of everything: each field holds its example, each loop has one row. A template
/// that takes it takes any document of the kind, and filled with it shows what it looks like.
/// </summary>
public static class Specimen
{
    /// <summary>What a picture shows: a QR code, for of those there are some in documents.</summary>
    private const string Address = "https://nuage.example/agenda";

    private static readonly DateOnly Day = new(2026, 12, 3);

    /// <summary>The same kind, the same examples.</summary>
    public static DocumentData Of(TemplateKind kind)
    {
        var stamp = new DocumentStamp { Id = kind.Name, Modified = DateTimeOffset.UnixEpoch };
        var data = new DocumentData(stamp, kind.French) { Catalogue = kind.Fields };
        foreach (var field in kind.Fields.Where(field => field.Loop.Length == 0))
        {
            if (field.Use == FieldUse.Free)
            {
                data.WithFreeText(field.Name["libre ".Length..], null);
            }
            else
            {
                data.With(field.Name, Value(kind, field));
            }
        }

        return data;
    }

    private static FieldValue Value(TemplateKind kind, TemplateField field) =>
        field.Use switch
        {
            FieldUse.Date => new DateValue(Day),
            FieldUse.Number => new NumberValue(decimal.TryParse(field.Example, out var number) ? number : 1),
            FieldUse.Choice => new ChoiceValue(field.Example, [field.Example]),
            FieldUse.Check => new CheckValue(false),
            FieldUse.Picture => new QrCodeValue(Address, field.Label, 3),
            FieldUse.Link => new LinkValue(field.Example, field.Example),
            FieldUse.Loop => new RowsValue([Row(kind, field)]),
            FieldUse.Condition => new ConditionValue(true),
            _ => FieldValue.Of(field.Example),
        };

    private static DocumentRow Row(TemplateKind kind, TemplateField loop)
    {
        var row = new DocumentRow("exemple");
        foreach (var field in kind.Fields.Where(field => field.Loop == loop.Key))
        {
            row.With(field.Name, Value(kind, field));
        }

        return row;
    }
}
