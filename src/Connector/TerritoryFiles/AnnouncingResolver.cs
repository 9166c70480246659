using Connector.Domain;
using Connector.Domain.Announcing;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles;

/// <summary>« canaux » and « annonces », once all channels and people are known.</summary>
internal sealed class AnnouncingResolver(TerritoryDraft draft, References references, ProblemList problems)
{
    private static readonly string[] Nothing = ["aucun", "aucune", "non", "rien", "none", "no"];
    private static readonly string[] Usual = ["defaut", "pardefaut", "default"];

    public AnnouncingRules Resolve()
    {
        var channels = draft
            .Channels.Select(channel => (Draft: channel, Group: (string?)null))
            .Concat(
                draft
                    .Committees.Concat(draft.WorkingGroups)
                    .SelectMany(group =>
                        group.Channels.Select(channel => (Draft: channel, Group: (string?)group.Id.Value))
                    )
            )
            .ToList();
        references.Unique(channels.Select(channel => channel.Draft.Id), Noun);
        foreach (var person in draft.Announcements.Refusals)
        {
            references.Person(person);
        }

        var ids = channels.Select(channel => channel.Draft.Id.Value).ToList();
        return new AnnouncingRules
        {
            Channels =
            [
                .. channels
                    .Where(channel => channel.Draft.Id.Value.Length > 0)
                    .Select(channel => channel.Draft.Of(channel.Group)),
            ],
            Table = draft
                .Announcements.Table.Where(row => row.Value is not [var only] || !IsUsual(only.Value))
                .ToDictionary(
                    row => row.Key,
                    IReadOnlyList<ChannelChoice> (row) => [.. row.Value.SelectMany(word => Choice(word, ids))]
                ),
            Quiet = draft.Announcements.Quiet,
            DigestAt = draft.Announcements.DigestAt,
            DaysBeforeMeeting = draft.Announcements.DaysBeforeMeeting,
            DaysBeforeDue = draft.Announcements.DaysBeforeDue,
            Refusals = draft
                .Announcements.Refusals.Select(person => person.Value)
                .ToHashSet(StringComparer.Ordinal),
        };
    }

    private static bool IsUsual(string word) => Usual.Contains(Folded.Key(word));

    private IEnumerable<ChannelChoice> Choice(Located<string> word, List<string> ids)
    {
        if (ids.Contains(word.Value))
        {
            return [new ChannelChoice(null, word.Value)];
        }

        if (ChannelRecord.Kinds.TryFind(word.Value, out var kind))
        {
            return [new ChannelChoice(kind, null)];
        }

        if (!Nothing.Contains(Folded.Key(word.Value)) && !problems.NamesAreMissing)
        {
            IReadOnlyList<string> known =
            [
                .. ChannelRecord.Kinds.Shown,
                .. ids,
                AnnouncementsRecord.Nobody,
                AnnouncementsRecord.Usual,
            ];
            problems.Add(
                "unknown-channel",
                word.Place,
                new Text(
                    $"« {Words.Shown(word.Value)} » n'est ni un type ni le nom d'un canal.",
                    $"'{Words.Shown(word.Value)}' is neither a type nor the name of a channel."
                ),
                Nearest.Advice(word.Value, known)
            );
        }

        return [];
    }

    private static readonly Text Noun = new("canal", "channel");
}
