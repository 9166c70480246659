using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>The chosen day, the ticked box, the choices and the placeholder's state of a content control.</summary>
internal static class ControlKind
{
    private static readonly string[] Kinds =
    [
        "showingPlcHdr",
        "date",
        "dropDownList",
        "comboBox",
        "checkbox",
        "text",
    ];

    /// <summary>The control keeps its identity and takes the state of <paramref name="other"/>.</summary>
    internal static void Take(XElement control, XElement other)
    {
        if (control.Element(W + "sdtPr") is not { } own || other.Element(W + "sdtPr") is not { } properties)
        {
            return;
        }

        var state = properties.Elements().Where(IsKind).ToList();
        var known = own.Elements().Where(IsKind).ToList();
        if (
            state.Count == known.Count
            && state.Zip(known).All(pair => XNode.DeepEquals(pair.First, pair.Second))
        )
        {
            return;
        }

        known.ForEach(element => element.Remove());
        var identity = own.Elements()
            .LastOrDefault(element =>
                element.Name.LocalName
                    is "rPr"
                        or "alias"
                        or "tag"
                        or "id"
                        or "lock"
                        or "placeholder"
                        or "temporary"
            );
        var copies = state.Select(element => new XElement(element));
        if (identity is null)
        {
            own.AddFirst(copies);
        }
        else
        {
            identity.AddAfterSelf(copies);
        }
    }

    private static bool IsKind(XElement element) =>
        Kinds.Contains(element.Name.LocalName, StringComparer.Ordinal);
}
