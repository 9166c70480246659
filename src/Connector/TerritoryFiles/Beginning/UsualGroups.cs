namespace Connector.TerritoryFiles.Beginning;

/// <summary>The committees and working groups that most networks of digital inclusion have, to begin with and to change.</summary>
internal static class UsualGroups
{
    public static IReadOnlyList<NewGroup> All { get; } =
    [
        new()
        {
            Name = "Comité stratégique",
            IsCommittee = true,
            Purpose = "Fixer le cap, réunir les financements et rendre compte aux élus.",
            Rule = "dernier vendredi du trimestre de 9 h 30 à 11 h 30",
        },
        new()
        {
            Name = "Comité technique",
            IsCommittee = true,
            Purpose =
                "Préparer les décisions, suivre les chantiers et lever les obstacles d'une rencontre à l'autre.",
            Rule = "premier jeudi du mois de 14 h à 15 h 30",
        },
        new()
        {
            Name = "Comité des usagers",
            IsCommittee = true,
            Purpose = "Entendre les personnes accompagnées et vérifier que les réponses leur conviennent.",
            Rule = "deuxième mardi de mars, juin, septembre et décembre de 9 h à 11 h",
        },
        new()
        {
            Name = "GT Jeunes",
            Purpose =
                "Aller vers les jeunes là où ils sont, et faire d'eux des aidants autant que des aidés.",
            Rule = "un mardi sur deux de 17 h 30 à 19 h",
        },
        new()
        {
            Name = "GT Seniors",
            Purpose = "Rompre l'isolement et donner confiance aux aînés face aux démarches en ligne.",
            Rule = "le 15 de chaque mois de 10 h à 11 h 30",
        },
        new()
        {
            Name = "GT Accès aux droits",
            Purpose = "Qu'aucune démarche en ligne ne prive quelqu'un de ce à quoi il a droit.",
            Rule = "troisième jeudi du mois de 14 h 30 à 16 h 30",
        },
        new()
        {
            Name = "GT Médiateurs numériques",
            Purpose = "Se connaître entre médiateurs, partager les pratiques, ne laisser personne seul.",
            Rule = "un vendredi sur deux de 8 h 45 à 9 h 30",
        },
        new()
        {
            Name = "GT Matériel et réemploi",
            Purpose = "Remettre en état les ordinateurs et les téléphones, et les donner à qui en manque.",
            Rule = "deuxième mercredi du mois de 14 h à 16 h",
        },
    ];

    /// <summary>What the assistant begins with: one that decides, one that works, and two publics.</summary>
    public static IReadOnlyList<NewGroup> First { get; } = [All[1], All[3], All[4], All[5]];
}
