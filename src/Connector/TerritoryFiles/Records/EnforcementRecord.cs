using Connector.Domain;
using Connector.Domain.Territories;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Records;

/// <summary>« changements-à-la-main »: what becomes of what people change in Nextcloud, field by field.</summary>
internal static class EnforcementRecord
{
    private static readonly ChoiceShape<Enforcement> Choice = new(
        (Enforcement.Warned, ["signalé", "signalés"]),
        (Enforcement.Ignored, ["ignoré", "ignorés"]),
        (Enforcement.Enforced, ["imposé", "imposés"])
    );

    private static readonly (ManagedField Field, Key<Enforcement> Key)[] Fields =
    [
        (
            ManagedField.Rights,
            Of("droits", "groupes reliés et droits des dossiers.", "groups and rights of folders.")
        ),
        (ManagedField.Members, Of("membres", "qui est dans quel groupe.", "who is in which group.")),
        (ManagedField.Names, Of("noms", "noms des dossiers.", "names of folders.")),
        (ManagedField.Quotas, Of("quotas", "quotas des dossiers d'équipe.", "quotas of team folders.")),
        (
            ManagedField.Sharing,
            Of("partages", "partages de dossiers avec des groupes.", "shares of folders with groups.")
        ),
        (
            ManagedField.Calendars,
            Of(
                "agendas",
                "partages et adresse publique des agendas.",
                "shares and public address of calendars."
            )
        ),
    ];

    public static readonly Key<IReadOnlyDictionary<ManagedField, Enforcement>> Key = new(
        "changements-à-la-main",
        new RecordShape<IReadOnlyDictionary<ManagedField, Enforcement>>(
            new Text("changements à la main", "changes by hand"),
            () => [.. Fields.Select(field => field.Key)],
            Build
        ),
        new Text(
            "signalé (gardé et dit à chaque plan, par défaut), ignoré (gardé) ou imposé (remis comme dans ce fichier), par sujet.",
            "signalé (kept and told in each plan, the default), ignoré (kept) or imposé (set back to this file), by subject."
        )
    );

    private static Key<Enforcement> Of(string name, string french, string english) =>
        new(name, Choice, new Text(french, english));

    private static Dictionary<ManagedField, Enforcement> Build(RecordReader record)
    {
        var choices = new Dictionary<ManagedField, Enforcement>();
        foreach (var (field, key) in Fields)
        {
            if (record.FindValue(key) is { } choice)
            {
                choices[field] = choice;
            }
        }

        return choices;
    }
}
