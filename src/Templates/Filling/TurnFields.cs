namespace Connector.Templates;

/// <summary>
/// What every turn of a loop knows of itself, unless the data have a field of that name: <c>{{numero}}</c> from 1, and
/// for conditions <c>impair</c>, <c>pair</c> (every other row, by its number), <c>premier</c>, <c>dernier</c>.
/// </summary>
internal static class TurnFields
{
    internal static FieldValue? Find(string name, int number, bool isLast) =>
        name switch
        {
            "numero" => new TurnValue(number),
            "impair" => new ConditionValue(number % 2 == 1),
            "pair" => new ConditionValue(number % 2 == 0),
            "premier" => new ConditionValue(number == 1),
            "dernier" => new ConditionValue(isLast),
            _ => null,
        };
}

/// <summary>The number of a turn: words of the page, nobody's to change.</summary>
internal sealed record TurnValue(int Number) : FieldValue
{
    internal override bool IsPresent => true;
}
