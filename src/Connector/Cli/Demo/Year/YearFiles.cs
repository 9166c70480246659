using System.Globalization;
using System.Text.RegularExpressions;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles;

namespace Connector.Cli.Demo.Year;

/// <summary>
/// The sample territory moved so that its first year ends about today: all of its days by the same number of weeks, so that each
/// keeps its day of the week. Beside what the sample says it has a conversation, a public page, a « galette », visits, and two
/// organisations that nobody has met yet.
/// </summary>
internal sealed partial class YearFiles
{
    private const string Visits = "Rencontres.xlsx";

    /// <summary>The first day of the sample as it is written.</summary>
    private static readonly DateOnly Written = new(2026, 9, 1);

    /// <summary>Who comes into the network in the course of the year, and at which visit of Connector.</summary>
    private static readonly IReadOnlyList<(string Person, int Visit)> Newcomers =
    [
        ("clemence.tremoulet", 1),
        ("nathanael.sorensen", 2),
        ("xavier.dufraisse", 3),
        ("lea.martin", 4),
    ];

    private readonly string _folder;
    private readonly int _days;

    /// <param name="folder">Where the files are written.</param>
    /// <param name="today">The year ends up to a week before it.</param>
    public YearFiles(string folder, DateOnly today)
    {
        _folder = folder;
        _days = (int)Math.Floor((today.DayNumber - DemoYear.Days - Written.DayNumber) / 7.0) * 7;
        Galette = GaletteBefore(today);
    }

    public string Territory => Path.Combine(_folder, CommonOptions.DefaultTerritory);

    /// <summary>The day on which the workspace was set up.</summary>
    public DateOnly Start => Written.AddDays(_days);

    /// <summary>The second Thursday of a January; in the year where that can be.</summary>
    public DateOnly Galette { get; }

    /// <summary>Writes the files as they stand at a visit of Connector, and reads them.</summary>
    public LoadResult At(int visit)
    {
        Directory.CreateDirectory(_folder);
        foreach (var name in SampleTerritory.FileNames)
        {
            var text = SampleTerritory.Content(name);
            File.WriteAllText(
                Path.Combine(_folder, name),
                name switch
                {
                    CommonOptions.DefaultTerritory => WithYear(Moved(text)),
                    "annuaire.csv" => Without(text, visit),
                    _ when name.EndsWith(".csv", StringComparison.Ordinal) => Moved(text),
                    _ => text,
                }
            );
        }

        File.WriteAllBytes(Path.Combine(_folder, Visits), VisitBook());
        var loaded = TerritoryFile.Load(Territory);
        return loaded.Territory is null
            ? throw new InvalidOperationException(
                $"the sample year is broken: {string.Join(' ', loaded.Problems.Select(problem => problem.Message.English))}"
            )
            : loaded;
    }

    private string Moved(string text) =>
        IsoDay()
            .Replace(
                text,
                found =>
                    DateOnly.TryParseExact(
                        found.Value,
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var day
                    )
                        ? Iso(day.AddDays(_days))
                        : found.Value
            );

    private string WithYear(string text) =>
        text.Replace("\"2026-2027\"", $"\"{Start.Year}-{Start.Year + 1}\"", StringComparison.Ordinal)
            .Replace("comptes-rendus: 40 jours", "comptes-rendus: 80 jours", StringComparison.Ordinal)
            .Replace(
                "un mardi sur deux sauf en juillet et août",
                "deuxième mardi du mois",
                StringComparison.Ordinal
            )
            .Replace("tous les deux vendredis", "premier vendredi du mois", StringComparison.Ordinal)
            .Replace("créer-les-comptes: non", "créer-les-comptes: oui", StringComparison.Ordinal)
            .Replace("annuaire: [annuaire.csv, lieux.csv]", Additions, StringComparison.Ordinal)
            .Replace("\ncomités:\n", $"{NotYetMet}\ncomités:\n", StringComparison.Ordinal)
            .Replace(
                "      - id: petit-dejeuner\n",
                $"{GaletteSeries}      - id: petit-dejeuner\n",
                StringComparison.Ordinal
            );

    private static string Without(string directory, int visit)
    {
        var later = Newcomers.Where(one => one.Visit > visit).Select(one => $"{one.Person},").ToList();
        return string.Join(
            '\n',
            directory
                .Split('\n')
                .Where(line => !later.Exists(id => line.StartsWith(id, StringComparison.Ordinal)))
        );
    }

    private const string Additions = $"""
        annuaire: [annuaire.csv, lieux.csv, {Visits}]
        page-publique: oui

        canaux:
          - id: reseau
            type: talk
            conversation: Réseau du Pays de Valombre
        """;

    private const string NotYetMet = """

          - id: epicerie-solidaire
            nom: Épicerie solidaire Le Panier
            type: ASSO
            commune: La Chapelle-aux-Chênes
            code-postal: "24992"
            état: à rencontrer
          - id: club-aines
            nom: Club des aînés du Roc
            type: ASSO
            commune: Le Roc-Saint-Géraud
            code-postal: "24993"
            état: à rencontrer

        """;

    private string GaletteSeries =>
        $"""
                  - id: galette
                    titre: Galette des rois du réseau
                    genre: convivial
                    règle: une seule fois
                    début: {Iso(Galette)}
                    heure: 17 h
                    durée: 2 h
                    lieu: Centre social Les Deux Rives

            """;

    /// <summary>« Rencontres »: visits that were made, one that is planned, and what follows from them.</summary>
    private byte[] VisitBook()
    {
        string[] headers = ["organisation", "date", "par", "avec", "état", "suite", "pour le", "fait"];
        var end = Start.AddDays(DemoYear.Days);
        return WorkbookWriter.Write([
            new Sheet
            {
                Name = "Rencontres",
                Columns = [.. headers.Select(header => new SheetColumn(header, 24))],
                Rows =
                [
                    Visit(
                        "emmaus",
                        20,
                        "Inès Le Goff",
                        "Ibrahim Koné",
                        "Envoyer le calendrier du réseau",
                        40,
                        true
                    ),
                    Visit(
                        "mairie-la-chapelle",
                        55,
                        "Inès Le Goff",
                        "Gérard Puyrigaud",
                        "Chercher une salle connectée",
                        90,
                        true
                    ),
                    Visit(
                        "esat",
                        120,
                        "Élodie D'Almeida",
                        "Jérôme Mazeau",
                        "Proposer un atelier à l'ESAT",
                        150,
                        true
                    ),
                    Visit(
                        "bibliotheque-roc",
                        210,
                        "Inès Le Goff",
                        "Odile Boisvert",
                        "Prêter la mallette",
                        240,
                        true
                    ),
                    Visit(
                        "cada",
                        300,
                        "Élodie D'Almeida",
                        "Nicolás Peña",
                        "Traduire l'affiche du réseau",
                        340,
                        false
                    ),
                    Visit(
                        "club-aines",
                        end.AddDays(12).DayNumber - Start.DayNumber,
                        "Inès Le Goff",
                        "",
                        "",
                        0,
                        false
                    ),
                ],
            },
        ]);
    }

    private IReadOnlyList<SheetCell?> Visit(
        string organisation,
        int day,
        string by,
        string with,
        string next,
        int due,
        bool done
    ) =>
        [
            SheetCell.Of(organisation),
            SheetCell.Of(Iso(Start.AddDays(day))),
            SheetCell.Of(by),
            SheetCell.Of(with),
            SheetCell.Empty,
            SheetCell.Of(next),
            next.Length > 0 ? SheetCell.Of(Iso(Start.AddDays(due))) : SheetCell.Empty,
            next.Length > 0 ? SheetCell.Of(done ? "oui" : "non") : SheetCell.Empty,
        ];

    private DateOnly GaletteBefore(DateOnly today)
    {
        var days = Enumerable.Range(today.Year - 1, 3).Select(SecondThursday).ToList();
        return days.FindLast(day => day > Start.AddDays(7) && day < today) is var past && past != default
            ? past
            : days.First(day => day >= today);
    }

    private static DateOnly SecondThursday(int year)
    {
        var first = new DateOnly(year, 1, 1);
        return first.AddDays(((int)DayOfWeek.Thursday - (int)first.DayOfWeek + 7) % 7 + 7);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDay();
}
