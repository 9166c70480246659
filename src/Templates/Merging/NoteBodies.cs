using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>
/// The words of footnotes and endnotes that all three documents have. A note comes and goes with its reference, so none
/// is put in or taken out here.
/// </summary>
internal static class NoteBodies
{
    internal static readonly string[] Kinds = ["footnotes", "endnotes"];

    internal static bool Holds(MergePart part) => Kinds.Contains(part.Xml.Root.Name.LocalName);

    internal static IEnumerable<MergeSequence> Of(
        MergeContext context,
        MergePart before,
        MergePart edited,
        MergePart fresh
    )
    {
        var (old, now, young) = (MergeUnit.Notes(before), MergeUnit.Notes(edited), MergeUnit.Notes(fresh));
        var (theirs, ours) = (context.Align(old, now), context.Align(old, young));
        for (var index = 0; index < old.Count; index++)
        {
            if (theirs.To(index) >= 0 && ours.To(index) >= 0)
            {
                yield return MergeSequence.Blocks(
                    (before, old[index].Element),
                    (edited, now[theirs.To(index)].Element),
                    (fresh, young[ours.To(index)].Element)
                );
            }
        }
    }

    /// <summary>Notes that readers see, without the lines that separate them from the text.</summary>
    internal static bool IsNote(XElement element) =>
        (element.Name == W + "footnote" || element.Name == W + "endnote")
        && (string?)element.Attribute(W + "type") is null or "normal";
}
