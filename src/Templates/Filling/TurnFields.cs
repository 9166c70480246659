using System.Globalization;

namespace Connector.Templates;

/// <summary>
/// What every turn of a loop knows of itself, unless the data have a field of that name: <c>{{numero}}</c> from 1, and
/// for conditions <c>impair</c>, <c>pair</c> (every other row, by its number), <c>premier</c>, <c>dernier</c>.
/// </summary>
internal static class TurnFields
{
    internal static readonly IReadOnlyList<string> Names = ["numero", "impair", "pair", "premier", "dernier"];

    internal static FieldValue? Find(string name, int number, bool isLast) =>
        name switch
        {
            "numero" => new PrintedValue(number.ToString(CultureInfo.InvariantCulture)),
            "impair" => new ConditionValue(number % 2 == 1),
            "pair" => new ConditionValue(number % 2 == 0),
            "premier" => new ConditionValue(number == 1),
            "dernier" => new ConditionValue(isLast),
            _ => null,
        };
}

/// <summary>Words of the page, nobody's to change: written without a content control.</summary>
internal sealed record PrintedValue(string Text) : FieldValue
{
    internal override bool IsPresent => Text.Length > 0;
}
