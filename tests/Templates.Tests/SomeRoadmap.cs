namespace Connector.Templates.Tests;

/// <summary>A roadmap of 12 organisations and 6 workstreams.</summary>
internal static partial class Some
{
    internal static RoadmapContent Roadmap() =>
        new()
        {
            Stamp = Stamp,
            Owner = "Réseau d'inclusion numérique du Val d'Ormeau",
            Territory = "Val d'Ormeau",
            Scope = "groupement de communes",
            Version = "2",
            Date = new DateOnly(2026, 12, 3),
            Coordination = "Anne-Lise Péré (CIAS du Val d'Ormeau)\nLoïc N'Diaye (Médiathèque L'Écritoire)",
            Audience = "Habitants éloignés du numérique, professionnels et élus des 42 communes",
            Purpose =
                "Le réseau réunit celles et ceux qui accompagnent les habitants du Val d'Ormeau dans leurs démarches et leurs usages numériques, pour que personne ne reste seul devant un écran.\nIl fait connaître ce qui existe, comble les manques et parle d'une seule voix aux financeurs.",
            Members = [.. Organisations.Select(Member)],
            Diagnosis =
                "Un habitant sur cinq vit à plus de vingt minutes d'un lieu d'accompagnement. L'indice de fragilité est le plus haut dans les communes de l'est (millésime 2024, source : observatoire départemental).",
            Objectives =
            [
                new(
                    "proximite",
                    "Un accueil à moins de vingt minutes de chaque habitant",
                    "Part des habitants couverts",
                    "95 % fin 2027"
                ),
                new(
                    "aidants",
                    "Outiller les aidants professionnels",
                    "Structures habilitées Aidants Connect",
                    "12 structures"
                ),
                new(
                    "jeunes",
                    "Donner aux jeunes une place d'acteurs",
                    "Jeunes ambassadeurs formés",
                    "30 par an"
                ),
                new("lisibilite", "Une offre lisible pour tous", "Fiches de lieux à jour", "100 %"),
            ],
            Committees =
            [
                new(
                    "strategique",
                    "Comité stratégique",
                    "stratégique",
                    "Fixe les priorités et les moyens",
                    "Conseil départemental",
                    "deux fois par an"
                ),
                new(
                    "technique",
                    "Comité technique",
                    "technique",
                    "Suit les chantiers et prépare les décisions",
                    "CIAS du Val d'Ormeau",
                    "premier jeudi du mois"
                ),
                new(
                    "mobilite",
                    "Groupe Mobilité",
                    "groupe de travail",
                    "Amener l'accompagnement dans les hameaux",
                    "Familles rurales",
                    "troisième mardi du mois"
                ),
                new(
                    "jeunes",
                    "Groupe Jeunes",
                    "groupe de travail",
                    "Imaginer avec les moins de 25 ans",
                    "Mission locale",
                    "tous les deux mois"
                ),
            ],
            Roles =
            [
                .. People
                    .Take(8)
                    .Select(
                        (name, index) =>
                            new RoadmapRole(
                                $"p{index}",
                                name,
                                Organisations[index],
                                index == 0 ? "Coordonne le réseau" : "Anime un groupe de travail"
                            )
                    ),
            ],
            Workstreams = [.. Workstreams()],
            Meetings =
            [
                .. Enumerable
                    .Range(0, 6)
                    .Select(index =>
                    {
                        var day = new DateTime(2026, 12, 3).AddMonths(index);
                        return new RoadmapMeeting(
                            $"m{index}",
                            index % 2 == 0 ? "Comité technique" : "Café du réseau",
                            day.AddHours(14),
                            day.AddHours(16).AddMinutes(30),
                            index % 2 == 0 ? "Salle du conseil, Ormeau" : "La Grange à Idées"
                        );
                    }),
            ],
            Milestones =
            [
                new("bus", new DateOnly(2027, 3, 15), "Première tournée du bus", "Bus numérique"),
                new("carte", new DateOnly(2027, 6, 1), "Carte des lieux en ligne", "Carte des lieux"),
                new("bilan", null, "Rencontre annuelle de tous les acteurs"),
            ],
            YearlyReview = new DateOnly(2027, 12, 1),
            Commitments =
            [
                .. Organisations
                    .Take(5)
                    .Select(
                        (name, index) =>
                            new RoadmapCommitment(
                                $"o{index}",
                                name,
                                [
                                    "Participer aux rencontres et en rendre compte à ses équipes",
                                    "Tenir à jour sa fiche dans l'annuaire du réseau",
                                    index % 2 == 0
                                        ? "Mettre une salle à disposition un après-midi par semaine"
                                        : "Former deux agents par an à l'accompagnement numérique",
                                ]
                            )
                    ),
            ],
            Signatures = [.. Organisations.Select(Signature)],
        };

    private static RoadmapMember Member(string name, int index) =>
        new(
            $"o{index}",
            name,
            index == 6 ? "W242001234" : $"2124035250{index:0000}",
            index < 2 ? "coporteur"
                : index < 5 ? "cofinanceur"
                : "membre",
            index == 9 ? null : People[index]
        );

    private static RoadmapSignature Signature(string name, int index) =>
        index < 4
            ? new(
                $"o{index}",
                name,
                People[index],
                index == 0 ? "présidente" : "directeur",
                new DateOnly(2026, 12, 3),
                "2",
                "9f2c 41ab 07de"
            )
            : new($"o{index}", name);

    private static IEnumerable<RoadmapWorkstream> Workstreams()
    {
        (string Title, string Need)[] all =
        [
            ("Bus numérique", "Hameaux sans lieu d'accompagnement ni transport"),
            ("Carte des lieux", "Personne ne sait qui fait quoi, où et quand"),
            ("Aidants Connect", "Agents seuls face aux démarches des usagers"),
            ("Ambassadeurs jeunes", "Jeunes à l'aise avec l'écran, pas avec les démarches"),
            ("Réemploi d'ordinateurs", "Foyers sans matériel"),
            ("Semaine du numérique", "Faire connaître le réseau au grand public"),
        ];
        return all.Select(
            (item, index) =>
                new RoadmapWorkstream
                {
                    Key = $"c{index}",
                    Title = item.Title,
                    Need = item.Need,
                    Lead = index == 5 ? null : Organisations[index],
                    Partners = [Organisations[index + 1], Organisations[index + 3]],
                    Audiences = index % 2 == 0 ? ["Seniors", "Familles"] : ["Jeunes"],
                    Budget = $"{(index + 1) * 4} 500 €",
                    Indicator = "Personnes accompagnées par mois",
                    Start = new DateOnly(2027, 1 + index, 1),
                    End = index == 4 ? null : new DateOnly(2027, 12, 31),
                    Status = index == 5 ? null : RoadmapContent.Statuses[index % 3],
                }
        );
    }
}
