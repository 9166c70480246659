namespace Connector.Domain.Directories;

/// <summary>What stands above the columns of directories: the standard's names, those of older files, and people's words.</summary>
public static class StandardHeaders
{
    private static readonly Dictionary<StandardColumn, string[]> Others = new()
    {
        [StandardColumn.Id] = ["identifiant", "id_structure", "structureId"],
        [StandardColumn.Pivot] = ["siret", "rna", "n° siret", "numéro siret", "siret ou rna"],
        [StandardColumn.Name] =
        [
            "structure",
            "organisation",
            "nom de la structure",
            "nom structure",
            "nom du lieu",
            "dénomination",
            "raison sociale",
        ],
        [StandardColumn.Commune] = ["ville", "localité"],
        [StandardColumn.PostalCode] = ["cp", "code postal"],
        [StandardColumn.InseeCode] = ["insee", "code commune", "citycode"],
        [StandardColumn.Address] = ["rue", "voie", "adresse postale"],
        [StandardColumn.AddressComplement] = ["complément", "complément d'adresse"],
        [StandardColumn.Latitude] = ["lat"],
        [StandardColumn.Longitude] = ["lon", "lng", "long"],
        [StandardColumn.Type] = ["type", "type de structure"],
        [StandardColumn.Telephone] = ["tél", "tel", "numéro de téléphone", "téléphone fixe"],
        [StandardColumn.Emails] = ["courriel", "e-mail", "mail", "adresse mail", "adresse électronique"],
        [StandardColumn.WebSite] = ["site", "site internet", "url"],
        [StandardColumn.OpeningHours] = ["horaires d'ouverture"],
        [StandardColumn.Summary] = ["présentation"],
        [StandardColumn.UpdatedOn] = ["date de mise à jour", "mise à jour"],
        [StandardColumn.Audiences] = ["publics_accueillis", "publics"],
        [StandardColumn.Fees] = ["conditions_acces", "tarifs"],
        [StandardColumn.NationalProgrammes] = ["labels_nationaux", "dispositif_programme_national"],
        [StandardColumn.OtherTrainingLabels] = ["labels_autres"],
        [StandardColumn.AccessibilityPage] = ["accessibilite"],
    };

    private static readonly Dictionary<string, StandardColumn> ByKey = Index();

    /// <summary>The column under a header; null when it is not one of the standard's.</summary>
    public static StandardColumn? Find(string header) =>
        ByKey.TryGetValue(Folded.Key(header), out var column) ? column : null;

    private static Dictionary<string, StandardColumn> Index()
    {
        var index = StandardColumns.All.ToDictionary(
            column => Folded.Key(StandardColumns.Name(column)),
            column => column,
            StringComparer.Ordinal
        );
        foreach (var (column, names) in Others)
        {
            foreach (var name in names)
            {
                index.TryAdd(Folded.Key(name), column);
            }
        }

        return index;
    }
}
