namespace Connector.Templates;

/// <summary>A list where the template repeats something for it, within the lists around it.</summary>
internal sealed class ShapeList
{
    private readonly Dictionary<string, KnownField> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ShapeList> lists = new(StringComparer.Ordinal);
    private readonly DocumentData data;

    /// <summary>Outside of all lists.</summary>
    internal ShapeList(DocumentData data) => this.data = data;

    private ShapeList(ShapeList outer, string name, IReadOnlyList<DocumentRow> rows, bool isColumns)
    {
        data = outer.data;
        (Outer, Name, Rows, IsColumns) = (outer, name, rows, isColumns);
        CataloguePath = $"{outer.CataloguePath}{name}/";
    }

    internal ShapeList? Outer { get; }

    internal string Name { get; } = "";

    /// <summary><c>chantiers/etapes/</c>; empty outside of lists.</summary>
    internal string CataloguePath { get; } = "";

    /// <summary>Repeats the columns of a table.</summary>
    internal bool IsColumns { get; }

    /// <summary>Stands under a condition that each turn around it answers for itself.</summary>
    internal bool MayBeHidden { get; set; }

    /// <summary>Every row that any turn around it gives.</summary>
    internal IReadOnlyList<DocumentRow> Rows { get; } = [];

    internal IEnumerable<KnownField> Fields => fields.Values;

    internal IEnumerable<ShapeList> Lists => lists.Values;

    /// <summary>The list that a loop of this name repeats here; null when it is a condition.</summary>
    internal ShapeList? List(string name, bool isColumns)
    {
        if (lists.TryGetValue(name, out var known))
        {
            return known;
        }

        var rows = RowsOf(name);
        if (rows is null)
        {
            return null;
        }

        return lists[name] = new ShapeList(this, name, rows, isColumns);
    }

    /// <summary>The field that a tag shows here; null for what no data give (the turn's number).</summary>
    internal KnownField? Field(string written)
    {
        for (var list = this; list is not null; list = list.Outer)
        {
            var name =
                list.Sample(written) is not null ? written
                : list.Name.Length > 0 && written.StartsWith(list.Name + ".", StringComparison.Ordinal)
                    ? written[(list.Name.Length + 1)..]
                : null;
            if (name is not null && list.Sample(name) is { } sample)
            {
                return list.Know(name, written, sample);
            }

            if (list.Outer is not null && TurnFields.Names.Contains(written))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Whether a condition holds in the whole document; null when each turn has its own answer.</summary>
    internal bool? Holds(string name)
    {
        for (var list = this; list.Outer is not null; list = list.Outer)
        {
            if (list.Sample(name) is not null || TurnFields.Names.Contains(name))
            {
                return null;
            }
        }

        return data.Fields.GetValueOrDefault(name) is { IsPresent: true };
    }

    private KnownField Know(string name, string written, FieldValue sample)
    {
        if (!fields.TryGetValue(name, out var field))
        {
            field = fields[name] = new KnownField(this, name, Title(written), sample);
        }

        field.Tags.Add(written);
        return field;
    }

    /// <summary>As filling titles the control.</summary>
    private string Title(string written)
    {
        var last = written[(written.LastIndexOf('.') + 1)..];
        var label = Catalogued(written)?.Label ?? char.ToUpperInvariant(last[0]) + last[1..];
        return label.Length <= 64 ? label : label[..63] + "…";
    }

    private FieldValue? Sample(string name) =>
        (
            Outer is null
                ? data.Fields.GetValueOrDefault(name)
                : Rows.Select(row => row.Fields.GetValueOrDefault(name))
                    .FirstOrDefault(value => value is not null)
        ) ?? (Catalogued(name) is { } entry ? Sample(entry.Use) : null);

    private TemplateField? Catalogued(string name)
    {
        var key = CataloguePath + name;
        return data.Catalogue.FirstOrDefault(field => TagName.Fold(field.Key) == key);
    }

    private static FieldValue Sample(FieldUse use) =>
        use switch
        {
            FieldUse.Date => new DateValue(null),
            FieldUse.Number => new NumberValue(null),
            FieldUse.Choice => new ChoiceValue(null, []),
            FieldUse.Check => new CheckValue(false),
            FieldUse.Link => new LinkValue("", ""),
            FieldUse.Picture => new ImageValue(ReadOnlyMemory<byte>.Empty, "", 1),
            FieldUse.Loop => new RowsValue([]),
            FieldUse.Condition => new ConditionValue(false),
            _ => new TextValue(""),
        };

    private IReadOnlyList<DocumentRow>? RowsOf(string name)
    {
        for (var list = this; list is not null; list = list.Outer)
        {
            if (list.Sample(name) is RowsValue)
            {
                return list.Outer is null
                    ? (data.Fields.GetValueOrDefault(name) as RowsValue)?.Rows ?? []
                    :
                    [
                        .. list.Rows.SelectMany(row =>
                            (row.Fields.GetValueOrDefault(name) as RowsValue)?.Rows ?? []
                        ),
                    ];
            }
        }

        return null;
    }
}

/// <summary>A field of a list, or outside of lists.</summary>
/// <param name="Title">Title of its control.</param>
/// <param name="Sample">Some value of it, which tells its kind.</param>
internal sealed record KnownField(ShapeList List, string Name, string Title, FieldValue Sample)
{
    /// <summary>The names under which the template shows it.</summary>
    internal HashSet<string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a reader sees words for it.</summary>
    internal bool HasWords => Sample is not (ImageValue or QrCodeValue or ConditionValue or RowsValue);

    /// <summary>The kind of its control, as <see cref="ControlSpan.Kind"/>.</summary>
    internal string Kind =>
        Sample switch
        {
            DateValue => "date",
            ChoiceValue => "dropDownList",
            CheckValue => "checkbox",
            _ => "",
        };

    internal bool IsRich => Sample is MarkdownValue or DocumentValue;

    public bool Equals(KnownField? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
