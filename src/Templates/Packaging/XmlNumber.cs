using System.Globalization;
using System.Xml.Linq;

namespace Connector.Templates;

/// <summary>Whole numbers in files from strangers: what is none, or too large to be one, is no number.</summary>
internal static class XmlNumber
{
    private const int Largest = 1_000_000_000;

    internal static int? Of(XAttribute? attribute) =>
        int.TryParse(attribute?.Value, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The largest identifier in use, 0 when there is none; larger than any sensible one does not count.</summary>
    internal static int Last(IEnumerable<XAttribute> used) =>
        used.Select(Of).OfType<int>().Where(number => number < Largest).Append(0).Max();

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
