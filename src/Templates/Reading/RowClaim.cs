using System.Xml.Linq;

namespace Connector.Templates;

/// <summary>A row of the edited table until it is known which row of the list it is.</summary>
internal sealed class RowClaim(
    XElement element,
    IReadOnlyList<ReadValue> values,
    IReadOnlyList<double> likeness
)
{
    private ReadRung rung = ReadRung.TableHeader;
    private double confidence = 0.6;

    internal XElement Element { get; } = element;

    /// <summary>Likeness to each known row, from 0 to 1.</summary>
    internal IReadOnlyList<double> Likeness { get; } = likeness;

    internal string? Key { get; private set; }

    internal void Take(string key, ReadRung by, double sure) => (Key, rung, confidence) = (key, by, sure);

    internal ReadRow ToRow(string list) => new(list, Key, rung, confidence, values);
}
