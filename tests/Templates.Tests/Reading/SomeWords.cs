namespace Connector.Templates.Tests.Reading;

/// <summary>The same fields with other values, made from a seed: as people write, and worse.</summary>
internal sealed class SomeWords(Random random)
{
    private static readonly string[] Words =
    [
        "le",
        "bus",
        "l'été",
        "Saint-Éloi",
        "« ici »",
        "N'Diaye",
        "12",
        "3,5 %",
        "18 000 €",
        "<b>",
        "&amp;",
        "\"cité\"",
        "cœur",
        "(voir annexe)",
        "quoi ?",
        "oui !",
        "a/b",
        "{x}",
        "10:30",
        "n° 4",
        "–",
        "été ;",
        "Ἀθῆναι",
        "😀",
    ];

    internal DocumentData Vary(DocumentData data)
    {
        var other = new DocumentData(data.Stamp, data.Title)
        {
            Catalogue = data.Catalogue,
            Language = data.Language,
        };
        foreach (var (name, value) in data.Fields)
        {
            other.With(name, Vary(name, value));
        }

        foreach (var zone in data.FreeTexts.Keys)
        {
            other.WithFreeText(
                zone,
                string.Join('\n', Enumerable.Range(0, random.Next(4)).Select(_ => Text()))
            );
        }

        return other;
    }

    private FieldValue Vary(FieldValue value) =>
        value switch
        {
            TextValue => new TextValue(
                random.Next(8) switch
                {
                    0 => "",
                    1 => $"{Text()}\n{Text()}",
                    _ => Text(),
                }
            ),
            DateValue date => date with
            {
                Date = random.Next(5) == 0 ? null : new DateOnly(2026, 1, 1).AddDays(random.Next(900)),
            },
            NumberValue number => number with
            {
                Number =
                    random.Next(5) == 0
                        ? null
                        : Math.Round((decimal)random.Next(-100_000, 9_000_000) / 100, 2),
            },
            ChoiceValue { Options.Count: > 0 } choice => choice with
            {
                Chosen = random.Next(4) == 0 ? null : choice.Options[random.Next(choice.Options.Count)],
            },
            CheckValue => new CheckValue(random.Next(2) == 0),
            LinkValue link => link with { Text = Text() },
            RowsValue { Rows.Count: > 0 } rows => new RowsValue([
                .. Enumerable.Range(0, random.Next(7)).Select(index => VaryAt(rows.Rows, index)),
            ]),
            _ => value,
        };

    private DocumentRow VaryAt(IReadOnlyList<DocumentRow> rows, int index)
    {
        var row = rows[index % rows.Count];
        return Vary(row, $"{row.Key}-{index}");
    }

    private DocumentRow Vary(DocumentRow row, string key)
    {
        var other = new DocumentRow(key);
        foreach (var (name, value) in row.Fields)
        {
            other.With(name, Vary(name, value));
        }

        return other;
    }

    /// <summary>Columns keep their keys: a row has values for the columns that the table shows.</summary>
    private FieldValue Vary(string name, FieldValue value) =>
        name == "mois" && value is RowsValue columns
            ? new RowsValue([.. columns.Rows.Select(column => Vary(column, column.Key))])
            : Vary(value);

    private string Text() =>
        string.Join(
            ' ',
            Enumerable.Range(0, random.Next(1, 7)).Select(_ => Words[random.Next(Words.Length)])
        );
}
