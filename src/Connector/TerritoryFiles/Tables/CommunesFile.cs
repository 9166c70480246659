using System.Globalization;
using Connector.Domain;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Tables;

/// <summary>A municipality and the grouping (EPCI) that it belongs to.</summary>
internal sealed record Commune(string InseeCode, string Name, string? Epci, string? EpciSiren)
{
    /// <summary>Degrees (WGS 84); null when the file does not say.</summary>
    public (double Latitude, double Longitude)? Position { get; init; }
}

/// <summary>A CSV file of municipalities: code_insee, nom, epci_nom, epci_siren, latitude, longitude.</summary>
internal static class CommunesFile
{
    private const int MaxBytes = 20 * 1024 * 1024;

    public static IReadOnlyList<Commune> Read(string path, ProblemList problems)
    {
        if (
            LocalFile.Read(path, problems, MaxBytes) is not { } bytes
            || CsvTable.Read(path, bytes, problems, Fits) is not { } table
        )
        {
            return [];
        }

        if (!Fits(table))
        {
            problems.Add("unknown-table", table.Top, NotCommunes, Headers);
            return [];
        }

        var (code, name) = (table.Column("code_insee", "code"), table.Column("nom", "commune"));
        var (epci, siren) = (table.Column("epci_nom", "epci"), table.Column("epci_siren", "siren_epci"));
        var (latitude, longitude) = (
            table.Column("latitude", "lat"),
            table.Column("longitude", "lon", "lng")
        );
        return
        [
            .. table
                .Rows.Where(row => row[code].Length > 0 && row[name].Length > 0)
                .Select(row => new Commune(
                    row[code].PadLeft(5, '0'),
                    row[name],
                    row[epci] is { Length: > 0 } group ? group : null,
                    row[siren] is { Length: > 0 } number ? number : null
                )
                {
                    Position = Position(table, row, latitude, longitude, problems),
                }),
        ];
    }

    private static (double, double)? Position(
        Table table,
        TableRow row,
        int? latitude,
        int? longitude,
        ProblemList problems
    )
    {
        if (row[latitude].Length == 0 && row[longitude].Length == 0)
        {
            return null;
        }

        if (Degrees(row[latitude], 90) is { } north && Degrees(row[longitude], 180) is { } east)
        {
            return (north, east);
        }

        problems.Add(
            "bad-position",
            table.At(row, latitude ?? longitude),
            new Text(
                $"« {Words.Shown($"{row[latitude]} {row[longitude]}")} » n'est pas une position en degrés.",
                $"'{Words.Shown($"{row[latitude]} {row[longitude]}")}' is no position in degrees."
            ),
            new Text(
                "Écrivez par exemple 45.1833 et 0.7214, ou laissez les deux cellules vides.",
                "Write for instance 45.1833 and 0.7214, or leave both cells empty."
            )
        );
        return null;
    }

    private static double? Degrees(string words, double most) =>
        double.TryParse(
            words.Replace(',', '.'),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var degrees
        )
        && Math.Abs(degrees) <= most
            ? degrees
            : null;

    private static bool Fits(Table table) =>
        table.Column("code_insee", "code") is not null && table.Column("nom", "commune") is not null;

    private static readonly Text NotCommunes = new(
        "Ces titres de colonnes ne sont pas ceux de communes.",
        "These headers are not those of municipalities."
    );

    private static readonly Text Headers = new(
        "Il faut code_insee et nom, et epci_nom pour demander par EPCI.",
        "code_insee and nom are needed, and epci_nom to ask by EPCI."
    );
}
