using System.Xml.Linq;

namespace Connector.Templates;

/// <summary>A row of the edited table until it is known which row of the list it is.</summary>
internal sealed class RowClaim(XElement element, IReadOnlyList<ReadValue> values)
{
    private ReadRung rung = ReadRung.TableHeader;
    private double confidence = 0.6;

    internal XElement Element { get; } = element;

    internal IReadOnlyList<ReadValue> Values { get; } = values;

    internal string? Key { get; private set; }

    internal void Take(string key, ReadRung by, double sure) => (Key, rung, confidence) = (key, by, sure);

    internal ReadRow ToRow(string list) => new(list, Key, rung, confidence, Values);
}
