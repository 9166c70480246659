namespace Connector.Domain.Directories;

/// <summary>
/// The values of files made before version 1 of the standard, in today's: some moved to another column, and some have no
/// like any more. What stands behind a colon in them was an explanation.
/// </summary>
public static class FormerValues
{
    private static readonly Dictionary<
        StandardColumn,
        (string Former, StandardColumn Column, string? Value)[]
    > Lists = new()
    {
        [StandardColumn.Services] =
        [
            Service(
                "Devenir autonome dans les démarches administratives",
                "Aide aux démarches administratives"
            ),
            Service(
                "Réaliser des démarches administratives avec un accompagnement",
                "Aide aux démarches administratives"
            ),
            Service("Accompagner les démarches de santé", "Aide aux démarches administratives"),
            Service(
                "Prendre en main un smartphone ou une tablette",
                "Maîtrise des outils numériques du quotidien"
            ),
            Service("Prendre en main un ordinateur", "Maîtrise des outils numériques du quotidien"),
            Service("Utiliser le numérique au quotidien", "Maîtrise des outils numériques du quotidien"),
            Service("Approfondir ma culture numérique", "Compréhension du monde numérique"),
            Service("Promouvoir la citoyenneté numérique", "Compréhension du monde numérique"),
            Service("Favoriser mon insertion professionnelle", "Insertion professionnelle via le numérique"),
            Service("Créer et développer mon entreprise", "Insertion professionnelle via le numérique"),
            Service("Accéder à une connexion internet", "Accès internet et matériel informatique"),
            Service("Accéder à du matériel", "Accès internet et matériel informatique"),
            Service(
                "S'équiper en matériel informatique",
                "Acquisition de matériel informatique à prix solidaire"
            ),
            Service("Créer avec le numérique", "Loisirs et créations numériques"),
            Service(
                "Soutenir la parentalité et l'éducation avec le numérique",
                "Parentalité et éducation avec le numérique"
            ),
        ],
        [StandardColumn.Audiences] =
        [
            ("Seniors (+ 65 ans)", StandardColumn.Audiences, "Seniors"),
            ("Familles/enfants", StandardColumn.Audiences, "Familles et/ou enfants"),
            ("Jeunes (16-26 ans)", StandardColumn.Audiences, "Jeunes"),
            ("Uniquement femmes", StandardColumn.Audiences, "Femmes"),
            ("Adultes", StandardColumn.Audiences, null),
            ("Public langues étrangères", StandardColumn.SpecificSupport, "Langues étrangères (autres)"),
            ("Déficience visuelle", StandardColumn.SpecificSupport, "Déficience visuelle"),
            ("Surdité", StandardColumn.SpecificSupport, "Surdité"),
            ("Handicaps psychiques", StandardColumn.SpecificSupport, "Handicaps mentaux"),
            ("Handicaps mentaux", StandardColumn.SpecificSupport, "Handicaps mentaux"),
            ("Personnes en situation d'illettrisme", StandardColumn.SpecificSupport, "Illettrisme"),
        ],
        [StandardColumn.Fees] =
        [
            ("Gratuit", StandardColumn.Fees, "Gratuit"),
            ("Gratuit sous condition", StandardColumn.Fees, "Gratuit sous condition"),
            ("Payant", StandardColumn.Fees, "Payant"),
            ("Adhésion", StandardColumn.Fees, "Payant"),
            ("Accepte le Pass numérique", StandardColumn.Fees, null),
        ],
        [StandardColumn.NationalProgrammes] =
        [
            ("CNFS", StandardColumn.NationalProgrammes, "Conseillers numériques"),
            ("Grandes écoles du numérique", StandardColumn.NationalProgrammes, "Grande école du numérique"),
            ("Point relais CAF", StandardColumn.NationalProgrammes, "Point d'accès numérique CAF"),
            ("Point numérique CAF", StandardColumn.NationalProgrammes, "Point d'accès numérique CAF"),
            ("Fabriques de Territoire", StandardColumn.TrainingLabels, "Fabriques de Territoire"),
            ("APTIC", StandardColumn.OtherTrainingLabels, "APTIC"),
            ("Relais pôle emploi", StandardColumn.OtherTrainingLabels, "Relais pôle emploi"),
            ("French Tech", StandardColumn.OtherTrainingLabels, "French Tech"),
            ("Campus connecté", StandardColumn.OtherTrainingLabels, "Campus connecté"),
        ],
        [StandardColumn.SupportModes] =
        [
            ("Seul", StandardColumn.SupportModes, "En autonomie"),
            ("Avec de l'aide", StandardColumn.SupportModes, "Accompagnement individuel"),
            ("Dans un atelier", StandardColumn.SupportModes, "Dans un atelier collectif"),
            ("A ma place", StandardColumn.SupportModes, "Accompagnement individuel"),
        ],
    };

    private static readonly Dictionary<
        (StandardColumn, string),
        (StandardColumn Column, string? Value)
    > ByKey = Lists
        .SelectMany(list =>
            list.Value.Select(value =>
                KeyValuePair.Create((list.Key, Folded.Key(value.Former)), (value.Column, value.Value))
            )
        )
        .ToDictionary();

    /// <summary>Where a former value stands today; a null value when it has no like. Null when it is not a former value.</summary>
    public static (StandardColumn Column, string? Value)? Find(StandardColumn column, string words)
    {
        var plain = words.Split(" : ", 2)[0];
        return ByKey.TryGetValue((column, Folded.Key(plain)), out var today) ? today : null;
    }

    private static (string, StandardColumn, string?) Service(string former, string today) =>
        (former, StandardColumn.Services, today);
}
