using Connector.CalendarSync;
using Connector.DocumentFlow;
using Connector.Domain.Documents;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Provisioning;

/// <summary>
/// All that a run works from: the territory, what should exist with the hashes of its documents, what is known and
/// what is.
/// </summary>
internal sealed record ProvisionScope
{
    private Dictionary<string, AreaSpec>? _areas;
    private Dictionary<string, string>? _stamps;
    private Dictionary<string, DocumentSpec>? _documents;

    /// <summary>The territory's slug: its name in the ledger.</summary>
    public required string Territory { get; init; }

    public required ChosenStrategy Strategy { get; init; }

    public required Territory Source { get; init; }

    public required WorkspaceSpec Spec { get; init; }

    public required KnownWorkspace Known { get; init; }

    /// <summary>What the ledger has to be told first: <see cref="Known"/> has it already.</summary>
    public required IReadOnlyList<KeyMove> Moves { get; init; }

    public required WorkspaceSnapshot Snapshot { get; init; }

    /// <summary>What the server refuses in names.</summary>
    public required NameMemory Names { get; init; }

    /// <summary>The same, for a run that writes the ledger; null when it has it, so that nobody asked in this run.</summary>
    public KnownResource? NamesToRemember { get; init; }

    /// <summary>The hashes of the documents, for a run that writes the ledger; null when it has them.</summary>
    public KnownResource? ToRemember { get; init; }

    /// <summary>What the roadmaps' milestones were found to be, where the ledger has it otherwise.</summary>
    public IReadOnlyList<KnownResource> Milestones { get; init; } = [];

    /// <summary>What is new about calendars that are not believed and events that people changed, for the ledger.</summary>
    public IReadOnlyList<KnownResource> Merges { get; init; } = [];

    /// <summary>What the look itself taught, for the ledger.</summary>
    public IReadOnlyList<KnownResource> Learnt =>
        [
            .. new[] { ToRemember, NamesToRemember, Copies.ToRemember }.OfType<KnownResource>(),
            .. Templates.Learnt,
            .. Milestones,
            .. Merges,
            .. AddressBookMemory.Learnt(Spec, Snapshot.AddressBook, Known),
            .. Meetings.Values.SelectMany(group => group.ToRemember).Select(MeetingMemory.OnRecord),
            .. Points,
            .. Known.Lost.Keys.Select(key => Known.Resources[key]),
        ];

    /// <summary>When groups meet, as their calendars have it.</summary>
    public required GroupCalendars Calendars { get; init; }

    /// <summary>What the network's calendar shows of them.</summary>
    public required NetworkCopies Copies { get; init; }

    /// <summary>The meetings for which something is made, by the group's identifier.</summary>
    public required IReadOnlyDictionary<string, GroupMeetings> Meetings { get; init; }

    /// <summary>What members wrote into « Points à aborder » since the last look, for the ledger.</summary>
    public IReadOnlyList<KnownResource> Points { get; init; } = [];

    /// <summary>All actions as they hold, with what was written since the last run where the run listens.</summary>
    public required ActionBoard Board { get; init; }

    /// <summary>Whether <see cref="Board"/> is other than the ledger's.</summary>
    public required bool IsBoardNew { get; init; }

    /// <summary>The territory's day.</summary>
    public required DateOnly Today { get; init; }

    public required DocumentComposer Documents { get; init; }

    /// <summary>What was found in the coordinators' folder of templates.</summary>
    public required SharedTemplateLook Templates { get; init; }

    /// <summary>Public addresses of calendars that the server has already, by the calendar's key.</summary>
    public required IReadOnlyDictionary<string, Uri> Addresses { get; init; }

    /// <summary>What a step made, with the blueprint that asked for it where that is an area, folder or document.</summary>
    public IReadOnlyList<KnownResource> Stamped(IReadOnlyList<KnownResource> made)
    {
        _stamps ??= Spec
            .Areas.SelectMany(area =>
                area.Folders.Select(folder => folder.Key)
                    .Concat(area.Documents.Select(document => document.Key))
                    .Append(area.Key)
                    .Select(key => (key, stamp: area.Blueprint.ToString()))
            )
            .ToDictionary(pair => pair.key, pair => pair.stamp, StringComparer.Ordinal);
        return
        [
            .. made.Select(resource =>
                _stamps.TryGetValue(resource.Key, out var stamp) && !IsPersons(resource)
                    ? resource with
                    {
                        Blueprint = stamp,
                    }
                    : resource
            ),
        ];
    }

    /// <summary>A document that somebody else wrote in the meantime has no hash of ours.</summary>
    private static bool IsPersons(KnownResource made) => made is { ETag: not null, ContentHash: null };

    /// <summary>The documents of today.</summary>
    public IReadOnlyDictionary<string, DocumentSpec> DocumentsByKey =>
        _documents ??= Spec
            .Areas.SelectMany(area => area.Documents)
            .ToDictionary(document => document.Key, StringComparer.Ordinal);

    public DocumentSpec DocumentOf(string areaKey, string key) =>
        AreaOf(areaKey).Documents.First(document => document.Key == key);

    public AreaSpec AreaOf(string areaKey) =>
        (_areas ??= Spec.Areas.ToDictionary(area => area.Key, StringComparer.Ordinal))[areaKey];
}
