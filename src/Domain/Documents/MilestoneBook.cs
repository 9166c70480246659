using Connector.Domain.Territories;

namespace Connector.Domain.Documents;

/// <summary>
/// The milestones of one roadmap over time. Rows of a table that people edit have no identity that lasts: here each
/// milestone keeps the name that it was first given, whatever becomes of its date, its words or its row.
/// </summary>
public sealed record MilestoneBook
{
    private const int LongestId = 40;

    /// <summary>Dates outside of these years are slips of the keyboard.</summary>
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    /// <summary>Those of the document in its order, then those that are no longer in it.</summary>
    public IReadOnlyList<BookedMilestone> Milestones { get; init; } = [];

    /// <summary>
    /// Whether all rows went at once: a table that was deleted or a document begun anew is not taken for the end of each
    /// milestone.
    /// </summary>
    public bool IsEmptied { get; init; }

    /// <summary>The book after the document was read once more.</summary>
    /// <param name="written">The rows of the table that say anything.</param>
    /// <param name="today">A milestone that is over when its row goes was not given up.</param>
    public MilestoneBook Follow(IReadOnlyList<WrittenMilestone> written, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(written);
        var rows = written.Where(row => row.Title.Length > 0 || row.Key is not null).ToList();
        var found = Match(rows);
        var ids = Milestones.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var now = rows.Select((row, index) => found[index] is { } known ? Update(known, row) : New(row, ids))
            .OfType<BookedMilestone>()
            .ToList();
        var gone = Milestones.Except(found.OfType<BookedMilestone>()).Select(known => Gone(known, today));
        return new MilestoneBook
        {
            Milestones = [.. now, .. gone],
            IsEmptied = now.Count == 0 && Milestones.Count > 0,
        };
    }

    /// <summary>Which milestone each row is, the surest likeness first; null for a new one.</summary>
    private BookedMilestone?[] Match(List<WrittenMilestone> rows)
    {
        var free = Milestones.ToList();
        var found = new BookedMilestone?[rows.Count];
        Func<BookedMilestone, WrittenMilestone, bool>[] likenesses =
        [
            (known, row) => IsCalled(known, row) && IsOf(known, row) && known.Date == row.Date,
            (known, row) => IsCalled(known, row) && IsRow(known, row),
            (known, row) => IsCalled(known, row) && IsOf(known, row),
            IsCalled,
            IsRow,
            (known, row) => row.Date is not null && known.Date == row.Date && IsOf(known, row),
        ];
        foreach (var isLike in likenesses)
        {
            for (var index = 0; index < rows.Count; index++)
            {
                if (found[index] is null && free.Find(known => isLike(known, rows[index])) is { } known)
                {
                    found[index] = known;
                    free.Remove(known);
                }
            }
        }

        return found;
    }

    private static bool IsCalled(BookedMilestone known, WrittenMilestone row) =>
        row.Title.Length > 0 && Folded.Key(known.Title) == Folded.Key(row.Title);

    private static bool IsOf(BookedMilestone known, WrittenMilestone row) =>
        Folded.Key(known.Workstream) == Folded.Key(row.Workstream);

    private static bool IsRow(BookedMilestone known, WrittenMilestone row) =>
        row.Key is not null && known.Row == row.Key;

    /// <summary>Words that were taken out and a date that cannot be read leave the milestone as it last was.</summary>
    private static BookedMilestone Update(BookedMilestone known, WrittenMilestone row) =>
        known with
        {
            Row = row.Key,
            Title = row.Title.Length > 0 ? row.Title : known.Title,
            Workstream = row.Workstream,
            Date = Readable(row) ?? known.Date,
            State = StateOf(row),
            DateText = row.DateText,
            Line = row.Row,
        };

    private static BookedMilestone? New(WrittenMilestone row, HashSet<string> ids) =>
        row.Title.Length == 0
            ? null
            : new BookedMilestone
            {
                Id = NewId(row.Title, ids),
                Row = row.Key,
                Title = row.Title,
                Workstream = row.Workstream,
                Date = Readable(row),
                State = StateOf(row),
                DateText = row.DateText,
                Line = row.Row,
            };

    private static BookedMilestone Gone(BookedMilestone known, DateOnly today) =>
        known.State is MilestoneState.Removed or MilestoneState.Over
            ? known
            : known with
            {
                State = known.Date < today ? MilestoneState.Over : MilestoneState.Removed,
            };

    private static DateOnly? Readable(WrittenMilestone row) =>
        row.Date is { Year: >= FirstYear and <= LastYear } date ? date : null;

    private static MilestoneState StateOf(WrittenMilestone row) =>
        Readable(row) is not null ? MilestoneState.Dated
        : row.Date is not null || row.DateText.Length > 0 ? MilestoneState.Unreadable
        : MilestoneState.Undated;

    private static string NewId(string title, HashSet<string> ids)
    {
        var slug = Slug.Of(title);
        var id = (slug.Length > LongestId ? slug[..LongestId] : slug).Trim('-');
        id = id.Length > 0 ? id : "jalon";
        var distinct = id;
        for (var number = 2; !ids.Add(distinct); number++)
        {
            distinct = $"{id}-{number}";
        }

        return distinct;
    }
}

/// <summary>One milestone of a <see cref="MilestoneBook"/>.</summary>
public sealed record BookedMilestone
{
    /// <summary>Given once, from the words that it had then.</summary>
    public required string Id { get; init; }

    /// <summary>Key of its row in the document; null for a row that a person added.</summary>
    public string? Row { get; init; }

    public required string Title { get; init; }

    public required string Workstream { get; init; }

    /// <summary>The last that could be read; null before there was one.</summary>
    public DateOnly? Date { get; init; }

    public MilestoneState State { get; init; }

    /// <summary>The date as written now.</summary>
    public string DateText { get; init; } = "";

    /// <summary>Its line in the table when it was last there.</summary>
    public int Line { get; init; }

    /// <summary>What people made of its event, as last seen in the calendar; null while it is as it was written.</summary>
    public SeenEvent? Theirs { get; init; }
}

public enum MilestoneState
{
    /// <summary>In the document, with a date.</summary>
    Dated,

    /// <summary>In the document, its date left to be filled in.</summary>
    Undated,

    /// <summary>In the document, with words for a date that are none.</summary>
    Unreadable,

    /// <summary>Its row was taken out of the document before its day.</summary>
    Removed,

    /// <summary>Its row was taken out of the document after its day.</summary>
    Over,
}

/// <summary>An event that people changed.</summary>
/// <param name="ETag">Of the object when it was read.</param>
/// <param name="Date">Its first day; null when it cannot be read.</param>
/// <param name="IsCancelled">Whether they called it off.</param>
public sealed record SeenEvent(string ETag, DateOnly? Date, bool IsCancelled);
