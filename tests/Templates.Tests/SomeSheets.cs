namespace Connector.Templates.Tests;

/// <summary>Letters, sheets and reviews of the made-up network.</summary>
internal static partial class Some
{
    private const string Network = "Réseau d'inclusion numérique du Val d'Ormeau";

    internal static InspirationContent BlankInspiration =>
        new()
        {
            Stamp = Stamp with { Id = "inspiration" },
            Network = Network,
            Territory = "Val d'Ormeau",
        };

    internal static VisitContent BlankVisit =>
        new()
        {
            Stamp = Stamp with { Id = "visite" },
            Network = Network,
            Territory = "Val d'Ormeau",
        };

    internal static WelcomeLetterContent Letter() =>
        new()
        {
            Stamp = Stamp with { Id = "lettre" },
            Network = Network,
            Territory = "Val d'Ormeau",
            Purpose = "Que chacun trouve, près de chez lui, quelqu'un pour l'aider avec le numérique.",
            Date = new DateOnly(2026, 12, 1),
            Organisation = Organisations[7],
            Person = People[3],
            Address = "4, place du Marché\n24999 Saint-Éloi",
            Groups =
            [
                new("technique", "Comité technique", "Suivre les chantiers", "premier jeudi du mois, 14 h"),
                new(
                    "mobilite",
                    "Groupe Mobilité",
                    "Que personne ne renonce faute de transport",
                    "troisième mardi du mois, 10 h"
                ),
                new("jeunes", "Groupe Jeunes", "Aller vers ceux qui ne poussent aucune porte"),
            ],
            Next = new(
                new DateTime(2027, 1, 7, 14, 0, 0),
                new DateTime(2027, 1, 7, 16, 30, 0),
                "Comité technique",
                "France services de Saint-Éloi"
            ),
            Coordination = Organisations[0],
            Coordinators = $"{People[0]} ({Organisations[0]})",
        };

    internal static InvitationContent Invitation()
    {
        var letter = Letter();
        return new InvitationContent
        {
            Stamp = Stamp with { Id = "invitation" },
            Network = letter.Network,
            Territory = letter.Territory,
            Purpose = letter.Purpose,
            Date = letter.Date,
            Organisation = letter.Organisation,
            Person = letter.Person,
            Address = letter.Address,
            Visited = new DateOnly(2026, 11, 15),
            Brings = "emploi et formation, Jeunes",
            Members = 27,
            Groups = letter.Groups,
            Next = letter.Next,
            AnswerBy = new DateOnly(2026, 12, 22),
            Coordination = letter.Coordination,
            Coordinators = letter.Coordinators,
        };
    }

    internal static InspirationContent Inspiration() =>
        BlankInspiration with
        {
            Title = "Le bus numérique des Hauts Plateaux",
            Where = "Communauté de communes des Hauts Plateaux",
            Lead = "Association Le Pas de côté",
            Contact = "Jeanne Aubert, 04 00 00 00 00",
            Audience = "Habitants des hameaux, seniors d'abord",
            Since = "mars 2023, toujours en cours",
            Talked = "12 novembre 2026, Anne-Lise Péré",
            Means = "1 poste et demi, 18 000 € par an, un véhicule prêté par le département",
            Author = People[2],
            Date = new DateOnly(2026, 11, 12),
            Link = "https://hauts-plateaux.example/bus",
            Texts = new Dictionary<string, string>
            {
                ["besoin"] = "Douze hameaux étaient à plus de quarante minutes d'un lieu d'accueil.",
                ["recit"] =
                    "Le bus a d'abord suivi le marché, puis la tournée du médecin.\nUn calendrier affiché en mairie a fixé les rendez-vous.",
                ["reussites"] = "Le même médiateur chaque semaine : on vient pour lui.",
                ["difficultes"] = "Trouver où stationner, et une connexion par temps de neige.",
                ["reprise"] = "Essayer le jeudi à Saint-Éloi, avec Familles rurales.",
            },
        };

    internal static VisitContent Visit() =>
        BlankVisit with
        {
            Date = new DateOnly(2026, 11, 5),
            Visitors = People[0],
            Met = $"{People[8]}, directeur",
            State = "Rencontré",
            Organisation = Organisations[1],
            Type = "bibliothèque",
            Address = "2, rue des Tilleuls, Ormeau",
            Contact = "05 00 00 00 00, ecritoire@ormeau.example",
            Audiences = "Tout public, seniors le mardi",
            NextSteps =
            [
                new("s1", "Envoyer l'invitation au comité technique", People[0], new DateOnly(2026, 11, 15)),
                new("s2", "Prêter l'affiche des agendas", People[1]),
            ],
            Texts = new Dictionary<string, string>
            {
                ["accueil"] = "Trois postes, une salle claire, ouverture le samedi.",
                ["activites"] = "Un atelier par semaine, mené par une conseillère numérique.",
                ["besoins"] = "Personne pour l'aide individuelle le lundi.",
                ["apports"] = "La salle du fond le jeudi après-midi.",
            },
        };

    internal static YearlyReviewContent Review() =>
        new()
        {
            Stamp = Stamp with { Id = "bilan/2026" },
            Network = Network,
            Territory = "Val d'Ormeau",
            Year = 2026,
            Date = new DateOnly(2026, 12, 3),
            Version = "2",
            Coordination = $"{People[0]} ({Organisations[0]})",
            Organisations = 38,
            People = 74,
            Groups = 5,
            Meetings = 1042,
            Life = new ReviewLife
            {
                Meetings = 68,
                Decisions = 31,
                ActionsDone = 44,
                Groups =
                [
                    new("gt-jeunes", "Groupe jeunes", 20, 9, 14),
                    new("gt-aines", "Groupe aînés", 11, 6, 8),
                ],
                Convivial =
                [
                    new(
                        "2026-01-08",
                        new DateOnly(2026, 1, 8),
                        "Galette des rois du réseau",
                        "Comité technique"
                    ),
                    new(
                        "2026-06-17",
                        new DateOnly(2026, 6, 17),
                        "Visite de la ressourcerie",
                        "Groupe matériel"
                    ),
                ],
                Presence = [new("p1", Organisations[0], 17), new("p2", Organisations[1], 31)],
                Newcomers = [new("n1", People[2], Organisations[2])],
            },
            Objectives =
            [
                new(
                    "o1",
                    "Un lieu d'accueil à moins de vingt minutes de chaque habitant",
                    "Lieux ouverts",
                    "9 lieux sur 12",
                    "À poursuivre"
                ),
                new("o2", "Chaque médiateur formé à l'accueil des personnes exilées", "Personnes formées"),
            ],
            Workstreams =
            [
                new("bus", "Bus numérique", Organisations[6], "31 tournées, 212 personnes", "En cours"),
                new("carte", "Carte des lieux", Organisations[1]),
            ],
            Milestones =
            [
                new("j1", new DateOnly(2026, 6, 30), "Bus équipé", true),
                new("j2", new DateOnly(2026, 10, 15), "Carte publiée"),
            ],
        };
}
