using Connector.Domain.Documents;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Testing;

/// <summary>Made-up data for tests, small and with the letters that break careless code.</summary>
public static class Some
{
    public static readonly DateTimeOffset Now = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A territory with one committee and one working group, whose ids and names start with a prefix.</summary>
    public static Territory Territory(string prefix = "essai") =>
        new()
        {
            Name = $"{prefix} d'Argentière",
            Scope = TerritoryScope.MunicipalGrouping,
            Purpose = "Que personne ne reste seul devant un écran.",
            CoordinatingOrganisation = "ccas",
            Coordinators = [$"{prefix}.ines"],
            CreateAccounts = true,
            MinutesDays = 19,
            Organisations =
            [
                new()
                {
                    Id = "ccas",
                    Name = "CCAS de l'Argentière",
                    Pivot = "21050006200015",
                    Type = "CCAS",
                    Commune = "L'Argentière",
                },
                new()
                {
                    Id = "biblio",
                    Name = "Médiathèque « Les Échos »",
                    Type = "BIB",
                },
            ],
            People =
            [
                new()
                {
                    Id = $"{prefix}.ines",
                    Name = "Inès Le Goff",
                    Email = "ines@example.org",
                    Organisation = "ccas",
                },
                new()
                {
                    Id = $"{prefix}.noe",
                    Name = "Noé D'Almeida",
                    Email = "noe@example.org",
                    Organisation = "biblio",
                },
                new()
                {
                    Id = $"{prefix}.zoe",
                    Name = "Zoé Saint-Exupère",
                    Organisation = "biblio",
                },
            ],
            Groups =
            [
                Group(prefix, "comite", "Comité stratégique", GroupKind.Committee, "FREQ=MONTHLY;BYDAY=1TH"),
                Group(
                    prefix,
                    "jeunes",
                    "Jeunes & numérique : l'été",
                    GroupKind.WorkingGroup,
                    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"
                ),
            ],
            Roadmap = new Roadmap
            {
                Objectives = [new("Un lieu d'accueil à 20 minutes de chacun", "lieux ouverts")],
                Workstreams =
                [
                    new()
                    {
                        Id = "bus",
                        Title = "Bus numérique",
                        GroupId = $"{prefix}-jeunes",
                        Lead = "ccas",
                        Partners = ["biblio"],
                    },
                ],
                Milestones = [new(new DateOnly(2027, 6, 30), "Bus équipé", "bus")],
                Commitments = [new("biblio", ["Ouvrir une salle le mardi", "Prêter six ordinateurs"])],
            },
        };

    private static WorkingGroup Group(string prefix, string id, string name, GroupKind kind, string rule) =>
        new()
        {
            Id = $"{prefix}-{id}",
            Name = $"{name} ({prefix})",
            Kind = kind,
            Purpose = "Se retrouver, décider, agir.",
            Audiences = ["Jeunes"],
            Participations =
            [
                new($"{prefix}.noe", GroupRole.Lead),
                new($"{prefix}.ines", GroupRole.Coordination),
                new($"{prefix}.zoe", id == "comite" ? GroupRole.Observer : GroupRole.Member),
            ],
            Meetings =
            [
                new MeetingSeries
                {
                    Id = "habitude",
                    Title = $"Rencontre : {name}",
                    Kind = kind == GroupKind.Committee ? MeetingKind.Work : MeetingKind.Convivial,
                    Rule = rule,
                    From = new DateOnly(2026, 9, 1),
                    Time = new TimeOnly(14, 0),
                    Duration = TimeSpan.FromHours(2),
                    Place = "Salle des fêtes, L'Argentière",
                    Agenda = ["Tour de table", "Points d'étape; et suites"],
                    Exceptions = [new DateOnly(2027, 1, 7)],
                },
            ],
        };

    /// <summary>A blueprint with one folder per kind of right.</summary>
    public static IReadOnlyDictionary<string, Blueprint> Blueprints(string prefix = "essai")
    {
        var rights = Rights(AccessLevel.Manage, AccessLevel.Write, AccessLevel.Read, AccessLevel.Read);
        var members = new Dictionary<GroupRole, AccessLevel> { [GroupRole.Member] = AccessLevel.Write };
        var blueprint = new Blueprint
        {
            Name = "standard",
            Version = "1",
            Areas = new Dictionary<WorkspaceArea, AreaBlueprint>
            {
                [WorkspaceArea.Group] = new()
                {
                    Name = "{groupe}",
                    Rights = rights,
                    Documents = [new("Readme.md", DocumentKind.Welcome)],
                    Folders =
                    [
                        new()
                        {
                            Name = "00 Pilotage",
                            Rights = new Dictionary<GroupRole, AccessLevel>
                            {
                                [GroupRole.Observer] = AccessLevel.None,
                            },
                        },
                        new()
                        {
                            Name = "01 Feuille de route",
                            Rights = members,
                            Documents = [new("Feuille de route.docx", DocumentKind.Roadmap)],
                        },
                        new()
                        {
                            Name = "02 Réunions",
                            Rights = members,
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
                                            Documents =
                                            [
                                                new("Compte-rendu {date}.docx", DocumentKind.Minutes),
                                            ],
                                        },
                                    ],
                                },
                            ],
                        },
                    ],
                },
                [WorkspaceArea.Network] = new()
                {
                    Name = $"Réseau {prefix}",
                    Rights = rights,
                    Documents =
                    [
                        new("Readme.md", DocumentKind.Welcome),
                        new("S'abonner à l'agenda.docx", DocumentKind.SubscriptionPoster),
                    ],
                    Folders =
                    [
                        new()
                        {
                            Name = "02 Annuaire",
                            Documents = [new("Annuaire.xlsx", DocumentKind.Directory)],
                        },
                    ],
                },
                [WorkspaceArea.Steering] = new()
                {
                    Name = $"Pilotage {prefix}",
                    Rights = new Dictionary<GroupRole, AccessLevel>
                    {
                        [GroupRole.Coordination] = AccessLevel.Manage,
                    },
                    Folders = [new() { Name = "Modèles" }],
                },
            },
        };
        return new Dictionary<string, Blueprint> { ["standard"] = blueprint };
    }

    private static Dictionary<GroupRole, AccessLevel> Rights(
        AccessLevel coordination,
        AccessLevel lead,
        AccessLevel member,
        AccessLevel observer
    ) =>
        new()
        {
            [GroupRole.Coordination] = coordination,
            [GroupRole.Lead] = lead,
            [GroupRole.Member] = member,
            [GroupRole.Observer] = observer,
        };
}
