namespace Connector.Templates;

/// <summary>What all turns of a loop share.</summary>
internal sealed class FillLoop(FillScope outer, string name)
{
    internal FillScope Outer => outer;

    /// <summary><c>chantiers.</c></summary>
    internal string Prefix { get; } = name + ".";

    /// <summary>The path of a turn but for the key of its row: <c>chantiers.</c></summary>
    internal string Path { get; } = outer.Path.Length == 0 ? name + "." : $"{outer.Path}.{name}.";

    /// <summary><c>chantiers/</c></summary>
    internal string CataloguePath { get; } = $"{outer.CataloguePath}{name}/";
}

/// <summary>Where a tag looks for its value: the turn of the nearest loop first, then outwards.</summary>
internal sealed class FillScope
{
    private readonly Dictionary<string, FieldValue> fields;
    private readonly FillScope? outer;
    private readonly string prefix;
    private readonly (int Number, bool IsLast)? turn;

    internal FillScope(DocumentData data)
    {
        fields = data.Fields;
        prefix = "";
    }

    /// <param name="number">From 1.</param>
    internal FillScope(FillLoop loop, DocumentRow row, int number, bool isLast)
    {
        turn = (number, isLast);
        outer = loop.Outer;
        fields = row.Fields;
        prefix = loop.Prefix;
        Path = string.Concat(loop.Path, row.Key);
        IsPlainPath = XmlText.IsPlain(Path);
        CataloguePath = loop.CataloguePath;
    }

    /// <summary><c>chantiers.bus</c>; empty outside of loops.</summary>
    internal string Path { get; } = "";

    /// <summary>Whether <see cref="Path"/> can stand in an attribute as it is.</summary>
    internal bool IsPlainPath { get; } = true;

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
