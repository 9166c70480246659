namespace Connector.Templates;

/// <summary>Where a tag looks for its value: the turn of the nearest loop first, then outwards.</summary>
internal sealed class FillScope
{
    private readonly IReadOnlyDictionary<string, FieldValue> fields;
    private readonly FillScope? outer;
    private readonly string prefix;
    private readonly (int Number, bool IsLast)? turn;

    internal FillScope(DocumentData data)
    {
        fields = data.Fields;
        prefix = "";
    }

    /// <param name="number">From 1.</param>
    internal FillScope(FillScope outer, string loop, DocumentRow row, int number, bool isLast)
    {
        turn = (number, isLast);
        this.outer = outer;
        fields = row.Fields;
        prefix = loop + ".";
        Path = outer.Path.Length == 0 ? $"{loop}.{row.Key}" : $"{outer.Path}.{loop}.{row.Key}";
        CataloguePath = $"{outer.CataloguePath}{loop}/";
    }

    /// <summary><c>chantiers.bus</c>; empty outside of loops.</summary>
    internal string Path { get; } = "";

    /// <summary><c>chantiers/</c>; empty outside of loops.</summary>
    internal string CataloguePath { get; } = "";

    /// <summary>The value and the scope that holds it; in a loop, <c>loop.field</c> also names its field.</summary>
    internal FieldValue? Find(string name, out FillScope owner)
    {
        owner = this;
        if (fields.TryGetValue(name, out var value))
        {
            return value;
        }

        if (
            prefix.Length > 0
            && name.StartsWith(prefix, StringComparison.Ordinal)
            && fields.TryGetValue(name[prefix.Length..], out value)
        )
        {
            return value;
        }

        return (turn is { } known ? TurnFields.Find(name, known.Number, known.IsLast) : null)
            ?? outer?.Find(name, out owner);
    }
}
