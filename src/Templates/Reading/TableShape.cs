using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>The labels above the columns of a table.</summary>
internal static class TableShape
{
    internal static List<string> Header(XElement table) => [.. Cells(table).Select(cell => Label(Of(cell)))];

    /// <summary>The same as readers see them.</summary>
    internal static List<string> Labels(XElement table) => [.. Cells(table).Select(cell => Of(cell).Trim())];

    private static IEnumerable<XElement> Cells(XElement table) =>
        table.Elements(W + "tr").FirstOrDefault()?.Descendants(W + "tc") ?? [];
}
