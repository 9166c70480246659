using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>Ends of bookmarks, comments and permissions that reach beyond an element.</summary>
internal static class RangeMarks
{
    private static readonly string[] Names = ["bookmark", "commentRange", "perm"];

    /// <summary>Before an element goes: what begins or ends in it, and not both, is set before it.</summary>
    internal static void Rescue(XElement element)
    {
        foreach (var name in Names)
        {
            var starts = element.Descendants(W + (name + "Start")).ToLookup(Id, StringComparer.Ordinal);
            var ends = element.Descendants(W + (name + "End")).ToLookup(Id, StringComparer.Ordinal);
            foreach (
                var mark in starts
                    .Where(group => !ends.Contains(group.Key))
                    .Concat(ends.Where(group => !starts.Contains(group.Key)))
                    .SelectMany(group => group)
                    .ToList()
            )
            {
                element.AddBeforeSelf(new XElement(mark));
            }
        }
    }

    private static string Id(XElement mark) => (string?)mark.Attribute(W + "id") ?? "";
}
