using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests;

/// <summary>Made-up data: each call gives something whole, and a test says only what it is about.</summary>
internal static class Some
{
    public const string ServiceAccount = "connector";

    public static readonly DateOnly FirstDay = new(2026, 1, 1);

    public static Person Person(string id) => new() { Id = id, Name = $"Personne {id}" };

    public static MeetingSeries Series(string id = "mensuelle", string title = "Rencontre mensuelle") =>
        new()
        {
            Id = id,
            Title = title,
            Rule = "FREQ=MONTHLY;BYDAY=1TH",
            From = FirstDay,
            Time = new TimeOnly(14, 0),
            Duration = TimeSpan.FromHours(2),
        };

    public static WorkingGroup Group(string id, params Participation[] people) =>
        new()
        {
            Id = id,
            Name = $"Groupe {id}",
            Kind = GroupKind.WorkingGroup,
            Participations = people,
            Meetings = [Series()],
        };

    public static Territory Territory(params WorkingGroup[] groups) =>
        new()
        {
            Name = "Pays de Valombre",
            Scope = TerritoryScope.MunicipalGrouping,
            Purpose = "Que personne ne reste seul devant un écran.",
            CoordinatingOrganisation = "epci",
            Coordinators = ["claire"],
            People =
            [
                .. groups
                    .SelectMany(group => group.Participations)
                    .Select(participation => participation.PersonId)
                    .Append("claire")
                    .Distinct()
                    .Order(StringComparer.Ordinal)
                    .Select(Person),
            ],
            Groups = groups,
        };

    /// <summary>A meeting of the group's first series.</summary>
    public static MeetingOccurrence Meeting(WorkingGroup group, DateOnly? day = null)
    {
        var start = (day ?? new DateOnly(2026, 2, 5)).ToDateTime(new TimeOnly(14, 0));
        return new MeetingOccurrence
        {
            GroupId = group.Id,
            Uid = $"{group.Id}.{group.Meetings[0].Id}",
            SeriesId = group.Meetings[0].Id,
            Title = group.Meetings[0].Title,
            OriginalStart = start,
            Start = start,
            End = start.AddHours(2),
            IsRecurring = true,
        };
    }

    /// <summary>What is made for the only meeting of a group.</summary>
    public static GroupMeetings Meetings(WorkingGroup group, DateOnly? day = null)
    {
        var meeting = Meeting(group, day);
        return MeetingPlanner.Plan(meeting.Date, 14, [meeting], [], _ => null, _ => false);
    }

    /// <summary>A small layout with each kind of thing: rights, nested folders, tokens, documents.</summary>
    public static Blueprint Blueprint() =>
        new()
        {
            Name = "standard",
            Version = "1",
            Areas = new Dictionary<WorkspaceArea, AreaBlueprint>
            {
                [WorkspaceArea.Group] = GroupLayout(),
                [WorkspaceArea.Network] = new()
                {
                    Name = "Réseau {territoire}",
                    Rights = Rights(
                        (GroupRole.Coordination, AccessLevel.Manage),
                        (GroupRole.Member, AccessLevel.Read)
                    ),
                    Documents =
                    [
                        new("Feuille de route.docx", DocumentKind.Roadmap),
                        new("S'abonner à l'agenda.docx", DocumentKind.SubscriptionPoster),
                    ],
                    Folders =
                    [
                        new() { Name = "Partage", Rights = Rights((GroupRole.Member, AccessLevel.Write)) },
                    ],
                },
                [WorkspaceArea.Steering] = new()
                {
                    Name = "Pilotage {territoire}",
                    Rights = Rights((GroupRole.Coordination, AccessLevel.Manage)),
                    Folders = [new() { Name = "Modèles" }],
                },
            },
        };

    public static AreaBlueprint GroupLayout() =>
        new()
        {
            Name = "{groupe}",
            Quota = 5L << 30,
            Description = "Le travail de {groupe}.",
            Rights = Rights(
                (GroupRole.Coordination, AccessLevel.Manage),
                (GroupRole.Lead, AccessLevel.Write),
                (GroupRole.Member, AccessLevel.Write),
                (GroupRole.Observer, AccessLevel.Read)
            ),
            Documents = [new("Bienvenue.md", DocumentKind.Welcome)],
            Folders =
            [
                new() { Name = "00 Pilotage", Rights = Rights((GroupRole.Member, AccessLevel.Read)) },
                new()
                {
                    Name = "01 Feuille de route",
                    Documents = [new("Feuille de route.docx", DocumentKind.Roadmap)],
                },
                new()
                {
                    Name = "02 Réunions",
                    Folders =
                    [
                        new()
                        {
                            Name = "{année}",
                            Folders =
                            [
                                new()
                                {
                                    Name = "{date} {titre}",
                                    Documents = [new("Compte-rendu {date}.docx", DocumentKind.Minutes)],
                                },
                            ],
                        },
                    ],
                },
            ],
        };

    public static IReadOnlyDictionary<GroupRole, AccessLevel> Rights(
        params (GroupRole Role, AccessLevel Level)[] rights
    ) => rights.ToDictionary(right => right.Role, right => right.Level);

    public static WorkspaceSpec Spec(
        Territory territory,
        Blueprint? blueprint = null,
        Strategy strategy = Strategy.TeamFolders
    ) =>
        WorkspaceSpecBuilder.Build(
            territory,
            new Dictionary<string, Blueprint> { ["standard"] = blueprint ?? Blueprint() },
            ServiceAccount,
            territory
                .Groups.Where(group => group.Meetings.Count > 0)
                .ToDictionary(group => group.Id, group => Meetings(group)),
            (group, series) => Hash($"{group.Id}/{series}"),
            strategy
        );

    /// <summary>An area by itself, for tests of one planner; the service may do everything in it.</summary>
    public static AreaSpec Area(
        string id = "gt",
        IReadOnlyList<FolderSpec>? folders = null,
        IReadOnlyList<DocumentSpec>? documents = null,
        IReadOnlyList<AclRule>? rules = null,
        CalendarSpec? calendar = null
    ) =>
        new()
        {
            Key = WorkspaceKeys.Area(id),
            Area = WorkspaceArea.Group,
            WorkingGroupId = id,
            Blueprint = new BlueprintVersion("standard", "1"),
            MountPoint = $"Groupe {id}",
            Access = new Dictionary<string, int> { ["connector-service"] = 31, [id] = 15 },
            Rules = rules ?? [],
            Folders = folders ?? [],
            Documents = documents ?? [],
            Calendar = calendar,
        };

    public static WorkspaceSpec SpecOf(params AreaSpec[] areas) =>
        new()
        {
            CreateAccounts = false,
            Accounts = [],
            Groups =
            [
                .. areas
                    .SelectMany(area => area.Access.Keys)
                    .Distinct()
                    .Select(id => new GroupSpec(id, id, [])),
            ],
            Areas = areas,
        };

    public static KnownWorkspace Known(params KnownResource[] resources) =>
        new()
        {
            Resources = resources.ToDictionary(resource => resource.Key),
            Unfinished = new HashSet<string>(),
        };

    public static KnownWorkspace Begun(this KnownWorkspace known, params string[] keys) =>
        known with
        {
            Unfinished = keys.ToHashSet(),
        };

    public static NodeState Folder(string path, long id, params AclRule[] rules) =>
        new()
        {
            Path = path,
            IsFolder = true,
            FileId = id,
            ETag = Id(id),
            Rules = rules,
        };

    public static NodeState File(string path, long id, string etag = "e1", string? sha1 = null) =>
        new()
        {
            Path = path,
            IsFolder = false,
            FileId = id,
            ETag = etag,
            Sha1 = sha1,
        };

    public static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Stands for any fingerprint of content: the planner only ever compares them.</summary>
    public static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
