namespace Connector.Domain.Directories;

/// <summary>The values that the standard allows, column by column, spelled as its schema spells them.</summary>
public static class StandardChoices
{
    private static readonly Dictionary<StandardColumn, string[]> Lists = new()
    {
        [StandardColumn.Mobility] = ["Itinérant", "Fixe"],
        [StandardColumn.Services] =
        [
            "Aide aux démarches administratives",
            "Maîtrise des outils numériques du quotidien",
            "Insertion professionnelle via le numérique",
            "Utilisation sécurisée du numérique",
            "Parentalité et éducation avec le numérique",
            "Loisirs et créations numériques",
            "Compréhension du monde numérique",
            "Accès internet et matériel informatique",
            "Acquisition de matériel informatique à prix solidaire",
        ],
        [StandardColumn.Audiences] = ["Jeunes", "Étudiants", "Familles et/ou enfants", "Seniors", "Femmes"],
        [StandardColumn.SpecificSupport] =
        [
            "Surdité",
            "Handicaps moteurs",
            "Handicaps mentaux",
            "Illettrisme",
            "Langues étrangères (anglais)",
            "Langues étrangères (autres)",
            "Déficience visuelle",
        ],
        [StandardColumn.Fees] = ["Gratuit", "Gratuit sous condition", "Payant"],
        [StandardColumn.NationalProgrammes] =
        [
            "Aidants Connect",
            "Bibliothèques numérique de référence",
            "Certification PIX",
            "Conseillers numériques",
            "Emmaüs Connect",
            "France Services",
            "Grande école du numérique",
            "La Croix Rouge",
            "Point d'accès numérique CAF",
            "Promeneurs du net",
            "Relais numérique (Emmaüs Connect)",
        ],
        [StandardColumn.TrainingLabels] =
        [
            "Formé à « Mon Espace Santé »",
            "Formé à « DUPLEX » (illettrisme)",
            "Arnia/MedNum BFC (Bourgogne-Franche-Comté)",
            "Collectif ressources et acteurs réemploi (Normandie)",
            "Étapes numériques(La Poste)",
            "Fabriques de Territoire",
            "Les Éclaireurs du numérique (Drôme)",
            "Mes Papiers (Métropole de Lyon)",
            "ORDI 3.0",
            "SUD LABS (PACA)",
        ],
        [StandardColumn.AccessModes] =
        [
            "Se présenter",
            "Téléphoner",
            "Contacter par mail",
            "Prendre un RDV en ligne",
            "Ce lieu n'accueille pas de public",
            "Envoyer un mail avec une fiche de prescription",
        ],
        [StandardColumn.SupportModes] =
        [
            "En autonomie",
            "Accompagnement individuel",
            "Dans un atelier collectif",
            "À distance",
        ],
    };

    private static readonly Dictionary<StandardColumn, Dictionary<string, string>> ByKey = Lists.ToDictionary(
        list => list.Key,
        list => list.Value.ToDictionary(Folded.Key, value => value, StringComparer.Ordinal)
    );

    /// <summary>The values of a column; none where the standard leaves it free.</summary>
    public static IReadOnlyList<string> Of(StandardColumn column) => Lists.GetValueOrDefault(column) ?? [];

    /// <summary>The value that differs from <paramref name="words"/> by accents, case, spaces and signs at most; else null.</summary>
    public static string? Find(StandardColumn column, string words) =>
        ByKey.TryGetValue(column, out var values) ? values.GetValueOrDefault(Folded.Key(words)) : null;
}
