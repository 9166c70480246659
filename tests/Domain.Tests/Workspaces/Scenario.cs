using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Domain.Tests.Workspaces;

/// <summary>What people do, then a run that may be cut. <see cref="Version"/> stands for edits of the territory file.</summary>
internal sealed record Phase(IReadOnlyList<MemberMove> Moves, int Version, Crash? Crash, bool Runs = true)
{
    public override string ToString() => $"[{string.Join(", ", Moves)} | v{Version} | {Crash}]";
}

/// <summary>A territory and its history.</summary>
internal sealed record Scenario(Territory Territory, IReadOnlyList<string> Users, IReadOnlyList<Phase> Phases)
{
    private static readonly string[] People = ["anaïs", "bruno", "claire", "d.o'neill", "élodie", "fatou"];

    /// <summary>Two of them are one name to a machine that does not tell case, two to one that does.</summary>
    private static readonly string[] Names =
    [
        "Jeunes",
        "jeunes",
        "Élus",
        "E\u0301lus",
        "Aînés/Seniors",
        "Pilotage Pays de Valombre",
    ];

    public override string ToString() =>
        $"""
            groups: {string.Join(
                "; ",
                Territory.Groups.Select(group =>
                    $"{group.Id} « {group.Name} » {string.Join(",", group.Participations)}"
                )
            )}
            accounts made: {Territory.CreateAccounts}; users: {string.Join(",", Users)}
            phases: {string.Join("\n  ", Phases)}
            """;

    /// <summary>The spec at a version: hashes of documents and events move with it.</summary>
    public WorkspaceSpec Spec(int version, ModelServer server)
    {
        var spec = Some.Spec(Territory);
        var published = server.Calendars.Any(calendar => calendar.IsPublic);
        return spec with
        {
            Areas =
            [
                .. spec.Areas.Select(area =>
                    area with
                    {
                        Documents =
                        [
                            .. area.Documents.Select(document =>
                                document with
                                {
                                    ContentHash =
                                        document.Kind == DocumentKind.SubscriptionPoster && !published
                                            ? null
                                            : Content(document, version),
                                }
                            ),
                        ],
                        Calendar = area.Calendar is { } calendar
                            ? calendar with
                            {
                                Copies = calendar.Copies is null ? null : [.. Copies(spec, server)],
                                Events =
                                [
                                    .. calendar.Events.Select(item =>
                                        item with
                                        {
                                            ContentHash = Some.Hash($"{item.Key} {version}"),
                                        }
                                    ),
                                ],
                            }
                            : null,
                    }
                ),
            ],
        };
    }

    /// <summary>What a look at the groups' calendars gives the network's.</summary>
    private static IEnumerable<EventCopy> Copies(WorkspaceSpec spec, ModelServer server) =>
        from area in spec.Areas
        where area is { WorkingGroupId: not null, Calendar: not null }
        let calendar = CalendarOf(area.Calendar!, server)
        where calendar is not null
        from item in calendar.Objects
        select new EventCopy
        {
            Key = WorkspaceKeys.Copy(area.WorkingGroupId!, item.Key),
            ObjectName = EventCopy.NameOf(area.WorkingGroupId!, item.Key),
            GroupId = area.WorkingGroupId!,
            SourceUri = calendar.Uri,
            SourceName = item.Key,
            Title = item.Key,
            ContentHash = ModelExecutor.CopyOf(item.Value),
        };

    private static ModelCalendar? CalendarOf(CalendarSpec calendar, ModelServer server) =>
        server.Known.Find(calendar.Key) is { } link
            ? server.Calendars.FirstOrDefault(item => item.Uri == link.RemoteId)
            : server.Calendars.FirstOrDefault(item => item.Uri == calendar.Uri)
                ?? server.Calendars.FirstOrDefault(item => item.Name == calendar.DisplayName);

    public static string Content(DocumentSpec document, int version) =>
        Some.Hash($"{document.Key} {version}");

    public static Gen<Scenario> Generate(Gen<Phase> phase, int most) =>
        from groups in Group.ListOf().Resize(4)
        from createAccounts in ArbMap.Default.GeneratorFor<bool>()
        from users in Gen.SubListOf(People)
        from phases in phase.ListOf().Resize(most)
        select new Scenario(
            Some.Territory([.. groups.Select((found, index) => found with { Id = $"gt-{index}" })]) with
            {
                CreateAccounts = createAccounts,
            },
            [.. users],
            [.. phases]
        );

    public static Gen<Phase> AnyPhase =>
        from moves in Move(Enum.GetValues<MoveKind>()).ListOf().Resize(6)
        from version in Gen.Choose(1, 3)
        from crash in Gen.Frequency(
            (2, Gen.Constant<Crash?>(null)),
            (1, Cut(true).Select(cut => (Crash?)cut))
        )
        select new Phase([.. moves], version, crash);

    public static Gen<Phase> CrashOnly => from crash in Cut(true) select new Phase([], 1, crash);

    /// <summary>Only what can be found again without a ledger, and no crash.</summary>
    public static Gen<Phase> FoundAgain =>
        from moves in Move([.. Enum.GetValues<MoveKind>().Where(MoveKinds.IsFoundAgain)]).ListOf().Resize(4)
        from version in Gen.Choose(1, 3)
        select new Phase([.. moves], version, null);

    /// <summary>A server that people already use, then crashes.</summary>
    public static Gen<Phase> FoundThenCrashes =>
        from moves in Move(
                MoveKind.CreateWantedTeamFolder,
                MoveKind.CreateWantedGroup,
                MoveKind.CreateWantedCalendar,
                MoveKind.CreateTwinCalendar,
                MoveKind.CreateWantedNode
            )
            .ListOf()
            .Resize(4)
        from crash in Cut(mayLose: false)
        select new Phase([.. moves], 1, crash);

    public static Phase WithoutRun(Phase phase) => phase with { Runs = false };

    /// <summary>All moves before the first run, for whole and cut runs have to start from the same server.</summary>
    public static IReadOnlyList<Phase> MovesFirst(IReadOnlyList<Phase> phases) =>
        [.. phases.Select(WithoutRun), .. phases.Select(phase => phase with { Moves = [] })];

    public static Gen<MemberMove> Move(params MoveKind[] kinds) =>
        from kind in Gen.Elements(kinds)
        from which in Gen.Choose(0, 1000)
        from how in Gen.Choose(0, 1000)
        select new MemberMove(kind, which, how);

    /// <summary>Fewer phases, then fewer moves, then fewer groups.</summary>
    public static IEnumerable<Scenario> Shrink(Scenario scenario)
    {
        for (var index = 0; index < scenario.Phases.Count; index++)
        {
            yield return scenario with
            {
                Phases = Without(scenario.Phases, index),
            };
        }

        for (var index = 0; index < scenario.Phases.Count; index++)
        {
            var phase = scenario.Phases[index];
            for (var move = 0; move < phase.Moves.Count; move++)
            {
                var phases = scenario.Phases.ToList();
                phases[index] = phase with { Moves = Without(phase.Moves, move) };
                yield return scenario with
                {
                    Phases = phases,
                };
            }
        }

        for (var index = 0; index < scenario.Territory.Groups.Count; index++)
        {
            var groups = Without(scenario.Territory.Groups, index);
            yield return scenario with
            {
                Territory = Some.Territory([.. groups]) with
                {
                    CreateAccounts = scenario.Territory.CreateAccounts,
                },
            };
        }
    }

    private static List<T> Without<T>(IReadOnlyList<T> all, int index) =>
        [.. all.Where((_, position) => position != index)];

    /// <summary>A lost ledger cannot tell half-set bits from a person's: that pair is not promised.</summary>
    private static Gen<Crash> Cut(bool mayLose) =>
        from step in Gen.Choose(0, 60)
        from moment in Gen.Elements(Enum.GetValues<CrashMoment>())
        from loses in Gen.Choose(0, 5)
        select new Crash(step, moment, mayLose && loses == 0 && moment != CrashMoment.Within);

    private static Gen<WorkingGroup> Group =>
        from name in Gen.Elements(Names)
        from people in Gen.SubListOf(People)
        from roles in Gen.Elements(Enum.GetValues<GroupRole>()).ListOf(People.Length)
        select Some.Group(
            "gt",
            [.. people.Zip(roles).Select(pair => new Participation(pair.First, pair.Second))]
        ) with
        {
            Name = name,
        };
}
