using Connector.Domain.Meetings;

namespace Connector.Domain.Workspaces;

/// <summary>
/// A place in the tree of an area, with the meetings for which something is made below it. What a meeting has is known by
/// the name that it was born with, and called and placed by the name that it has today.
/// </summary>
internal sealed record MeetingGround
{
    /// <summary>Key of the area or folder.</summary>
    public required string Key { get; init; }

    /// <summary>With the name of <see cref="Meeting"/>.</summary>
    public required BlueprintTokens Tokens { get; init; }

    /// <summary>What a document here speaks of: the meeting whose folder this is, else the next one.</summary>
    public MeetingOccurrence? Meeting { get; init; }

    /// <summary>What members asked to speak of at <see cref="Meeting"/>.</summary>
    public IReadOnlyList<string> Points { get; init; } = [];

    public required IReadOnlyList<PlacedMeeting> Meetings { get; init; }

    /// <summary>Whether this is inside the folder of one meeting.</summary>
    public bool IsOfOne { get; init; }

    /// <summary>The root of an area.</summary>
    public static MeetingGround Of(string key, BlueprintTokens tokens, GroupMeetings meetings)
    {
        var next = meetings.Slots.FirstOrDefault(slot => slot.Now == meetings.Next);
        var name = next?.Name ?? (meetings.Next is { } now ? new MeetingName(now.Date, now.Title) : null);
        return new MeetingGround
        {
            Key = key,
            Tokens = tokens with { Meeting = name },
            Meeting = meetings.Next,
            Points = next?.Record.Points ?? [],
            Meetings = [.. meetings.Slots.Select(slot => new PlacedMeeting(slot, key, []))],
        };
    }

    /// <summary>Where something below may stand in the ledger.</summary>
    public IEnumerable<string> AllKeys =>
        Meetings.Select(meeting => meeting.KeyParent).Prepend(Key).Distinct();

    /// <summary>The folders that a pattern stands for here: none, one, one a year or one a meeting.</summary>
    /// <param name="pattern">Of the folder's or document's name.</param>
    /// <param name="distinct">Gives a name below a key that no other has.</param>
    public IEnumerable<MeetingPlace> Folders(string pattern, Func<string, string, string> distinct) =>
        IsOfOne ? [OfMeeting(pattern, Meetings[0], distinct, [])]
        : BlueprintTokens.IsOfOneMeeting(pattern) ? OfEach(pattern, distinct)
        : BlueprintTokens.SpeaksOfMeeting(pattern) && Meetings.Count > 0 ? OfMany(pattern, distinct)
        : Tokens.Name(pattern) is { } name ? [Single(name, distinct)]
        : [];

    /// <summary>As <see cref="Folders"/>: a document without a date in its name is that of the next meeting alone.</summary>
    public IEnumerable<MeetingPlace> Documents(
        string pattern,
        bool isOfMeeting,
        Func<string, string, string> distinct
    ) =>
        IsOfOne || BlueprintTokens.IsOfOneMeeting(pattern) ? Folders(pattern, distinct)
        : (isOfMeeting && Meeting is null) || Tokens.Name(pattern) is not { } name ? []
        : [Single(name, distinct)];

    private IEnumerable<MeetingPlace> OfEach(string pattern, Func<string, string, string> distinct) =>
        Meetings.Select(meeting =>
            OfMeeting(pattern, meeting, distinct, [.. meeting.FormerParents.Where(key => key != Key)])
        );

    private MeetingPlace OfMeeting(
        string pattern,
        PlacedMeeting meeting,
        Func<string, string, string> distinct,
        IReadOnlyList<string> formerParents
    )
    {
        var slot = meeting.Slot;
        var born = Named(pattern, slot.Born)!;
        var bornDistinct = distinct(meeting.KeyParent, born);
        var now = Named(pattern, slot.Name)!;
        var key = WorkspaceKeys.Below(meeting.KeyParent, bornDistinct);
        return new MeetingPlace
        {
            Key = key,
            Name = now == born ? bornDistinct : now,
            FormerParents = formerParents,
            Names =
            [
                .. slot
                    .FormerNames.Append(slot.Born)
                    .Distinct()
                    .Select(name => Tokens with { Meeting = name }),
            ],
            Pattern = pattern,
            Inside = this with
            {
                Key = key,
                Tokens = Tokens with { Meeting = slot.Name },
                Meeting = slot.Now,
                Points = slot.Record.Points,
                Meetings = [new PlacedMeeting(slot, key, [])],
                IsOfOne = true,
            },
        };
    }

    /// <summary>One folder for all meetings of a year, or of a title.</summary>
    private IEnumerable<MeetingPlace> OfMany(string pattern, Func<string, string, string> distinct) =>
        Meetings
            .GroupBy(meeting => Named(pattern, meeting.Slot.Name)!, StringComparer.Ordinal)
            .Select(group =>
            {
                var place = Single(group.Key, distinct);
                var first = group.First().Slot;
                return place with
                {
                    Inside = place.Inside with
                    {
                        Tokens = Tokens with { Meeting = first.Name },
                        Meeting = first.Now,
                        Points = first.Record.Points,
                        Meetings = [.. group.Select(meeting => Below(pattern, meeting))],
                    },
                };
            });

    /// <summary>The meeting one level deeper, in the folder of this year and in those of the years that it was in.</summary>
    private PlacedMeeting Below(string pattern, PlacedMeeting meeting)
    {
        var slot = meeting.Slot;
        var parents = meeting.FormerParents.Append(meeting.KeyParent).Append(Key).Distinct().ToList();
        return meeting with
        {
            KeyParent = WorkspaceKeys.Below(meeting.KeyParent, Named(pattern, slot.Born)!),
            FormerParents =
            [
                .. slot
                    .FormerNames.Append(slot.Born)
                    .Append(slot.Name)
                    .Select(name => Named(pattern, name)!)
                    .Distinct()
                    .SelectMany(name => parents.Select(parent => WorkspaceKeys.Below(parent, name)))
                    .Distinct(),
            ],
        };
    }

    private MeetingPlace Single(string wanted, Func<string, string, string> distinct)
    {
        var name = distinct(Key, wanted);
        var key = WorkspaceKeys.Below(Key, name);
        return new MeetingPlace
        {
            Key = key,
            Name = name,
            Names = [],
            Pattern = wanted,
            Inside = this with
            {
                Key = key,
                Meetings =
                [
                    .. Meetings.Select(meeting =>
                        meeting with
                        {
                            KeyParent = Deeper(meeting.KeyParent),
                            FormerParents = [.. meeting.FormerParents.Select(Deeper)],
                        }
                    ),
                ],
            },
        };

        string Deeper(string parent) => parent == Key ? key : WorkspaceKeys.Below(parent, name);
    }

    private string? Named(string pattern, MeetingName name) => (Tokens with { Meeting = name }).Name(pattern);
}

/// <summary>A meeting below a place: under which key its things are known, and where else they may have been put.</summary>
internal sealed record PlacedMeeting(MeetingSlot Slot, string KeyParent, IReadOnlyList<string> FormerParents);

/// <summary>One folder or document that a pattern stands for.</summary>
internal sealed record MeetingPlace
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public IReadOnlyList<string> FormerParents { get; init; } = [];

    /// <summary>With each name that its meeting had before.</summary>
    public required IReadOnlyList<BlueprintTokens> Names { get; init; }

    public required string Pattern { get; init; }

    public required MeetingGround Inside { get; init; }

    /// <summary>What it was called: by earlier versions of the blueprint, and on other days.</summary>
    public IReadOnlyList<string> FormerNames(IReadOnlyList<string> formerPatterns) =>
        [
            .. Names
                .Select(tokens => tokens.Name(Pattern))
                .Concat(
                    formerPatterns.SelectMany(pattern =>
                        Names.Prepend(Inside.Tokens).Select(tokens => tokens.Name(pattern))
                    )
                )
                .OfType<string>()
                .Where(name => name != Name)
                .Distinct(StringComparer.Ordinal),
        ];
}
