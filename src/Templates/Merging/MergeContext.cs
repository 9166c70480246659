using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>What one part's merge shares: where it writes, what it tells.</summary>
internal sealed class MergeContext(
    BlockImport import,
    MergeComments? comments,
    bool isFrench,
    List<MergeEntry> entries
)
{
    internal BlockImport Import { get; } = import;

    internal int Work { get; private set; }

    internal UnitAlignment Align(IReadOnlyList<MergeUnit> left, IReadOnlyList<MergeUnit> right)
    {
        var alignment = new UnitAlignment(left, right);
        Work += alignment.Work;
        return alignment;
    }

    internal void Tell(MergeOutcome outcome, string where, string edited = "", string added = "") =>
        entries.Add(new MergeEntry(outcome, where, edited, added));

    /// <summary>A person and the data changed the same words.</summary>
    internal void Conflict(MergeUnit edited, MergePlace place, string title, string theirs, string ours)
    {
        Tell(MergeOutcome.Conflict, place.Tell(title), theirs, ours);
        Comment(
            edited.Element,
            MergeWords.ConflictLead(title.Length > 0 ? title : place.Column, isFrench),
            MergeWords.Conflict(ours, isFrench)
        );
    }

    /// <summary>A person and the data changed the same picture or link.</summary>
    internal void PictureConflict(MergeUnit edited, MergePlace place, string ours)
    {
        Tell(MergeOutcome.Conflict, place.Tell(), edited.Text, ours);
        Comment(
            edited.Element,
            MergeWords.ConflictLead(place.Column, isFrench),
            MergeWords.Picture(isFrench)
        );
    }

    /// <summary>Gone from the data, but a person had touched it.</summary>
    internal void Keep(MergeUnit edited, MergePlace place)
    {
        Tell(MergeOutcome.RemovalCandidate, place.Tell(), edited.Text);
        Comment(
            edited.Element,
            MergeWords.Gone(edited.Kind, isFrench),
            MergeWords.KeptBecauseTouched(isFrench)
        );
    }

    /// <summary>A person deleted what the data have changed since; <paramref name="near"/> stands before it.</summary>
    internal void DeletedConflict(XElement? near, MergePlace place, string ours)
    {
        Tell(MergeOutcome.Conflict, place.Tell(), "", ours);
        if (near is not null)
        {
            Comment(near, MergeWords.RemovedHere(ours, isFrench), "");
        }
    }

    private void Comment(XElement element, string lead, string words)
    {
        if (element.DescendantsAndSelf(W + "p").FirstOrDefault() is { } paragraph)
        {
            comments?.Add(paragraph, lead, words);
        }
    }
}
