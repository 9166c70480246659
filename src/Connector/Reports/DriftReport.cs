using System.Globalization;
using Connector.Domain;
using Connector.Domain.Workspaces.Drift;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Reports;

/// <summary>What people changed since the last run, group by group.</summary>
internal sealed record DriftReport
{
    public required string Territory { get; init; }

    public Uri? Server { get; init; }

    public RunOutcome Outcome { get; init; } = RunOutcome.Failed;

    /// <summary>When the last run ended; null when there was none.</summary>
    public DateTimeOffset? Since { get; init; }

    public IReadOnlyList<DriftLine> Lines { get; init; } = [];

    /// <summary>Whether the server has the app Activity.</summary>
    public bool HasActivity { get; init; }

    /// <summary>What people are called, by user id.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>What working groups are called, by their identifier.</summary>
    public IReadOnlyDictionary<string, string> Groups { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public void Write(IAnsiConsole console, Language language, TimeZoneInfo zone)
    {
        if (Since is not { } since)
        {
            return;
        }

        var (day, english) = (Moment(since, zone, Language.French), Moment(since, zone, Language.English));
        if (Lines.Count == 0)
        {
            var none = new Text(
                $"Rien n'a changé depuis le dernier passage ({day}).",
                $"Nothing has changed since the last run ({english})."
            );
            console.WriteLine(none.In(language));
            return;
        }

        var title = new Text(
            $"Changé par des personnes depuis le dernier passage ({day})",
            $"Changed by people since the last run ({english})"
        );
        console.MarkupLineInterpolated($"[bold]{title.In(language)}[/]");
        foreach (var group in Lines.GroupBy(line => line.Group))
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]{Called(group.Key).In(language)}[/]");
            foreach (var line in group)
            {
                console.MarkupLineInterpolated(
                    $"  {line.What.In(language)}[grey]{Told(line, zone).In(language)}[/]"
                );
            }
        }

        if (Unsaid is { } unsaid)
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[grey]{unsaid.In(language)}[/]");
        }
    }

    public object AsJson(Language language) =>
        new
        {
            Territory,
            Server,
            Outcome,
            exitCode = (int)Outcome,
            Since,
            drift = Lines.Select(line => new
            {
                line.Kind,
                line.Key,
                line.Group,
                sentence = line.What.In(language),
                line.At,
                line.By,
                line.FileIds,
            }),
            unsaid = Unsaid?.In(language),
            problems = Problems.Select(problem => JsonReport.Problem(problem, language)),
        };

    /// <summary>Why some lines do not say who; null when all do.</summary>
    public Text? Unsaid =>
        Lines.All(line => line.By is not null) ? null
        : !HasActivity
            ? new Text(
                "Le serveur ne dit pas qui : l'application Activité n'y est pas activée.",
                "The server does not tell who: the app Activity is not enabled there."
            )
        : Lines.Any(line => line.By is null && line.FileIds.Count > 0)
            ? new Text(
                "Le serveur ne dit pas tout de qui a fait quoi : l'application Activité ne montre ce que d'autres font dans un dossier d'équipe que si config.php contient « 'activity_use_cached_mountpoints' => true » ; les droits, groupes et agendas, elle ne les suit pas.",
                "The server does not tell all of who did what: the app Activity shows what others do in a team folder only where config.php has 'activity_use_cached_mountpoints' => true; rights, groups and calendars it does not follow."
            )
        : new Text(
            "Le serveur ne dit pas qui change les droits, les groupes et les agendas.",
            "The server does not tell who changes rights, groups and calendars."
        );

    private Text Called(string? group) =>
        group is null
            ? new Text("Le réseau", "The network")
            : Text.Same(Groups.GetValueOrDefault(group, group));

    /// <summary>« , le 28/11/2026 à 14:05, par Noé D'Almeida »; empty where nothing is known.</summary>
    private Text Told(DriftLine line, TimeZoneInfo zone)
    {
        var (french, english) = line.At is { } at
            ? ($", le {Moment(at, zone, Language.French)}", $", on {Moment(at, zone, Language.English)}")
            : ("", "");
        var name = line.By is null ? null : Names.GetValueOrDefault(line.By, line.By);
        return name is null
            ? new Text(french, english)
            : new Text($"{french}, par {name}", $"{english}, by {name}");
    }

    private static string Moment(DateTimeOffset at, TimeZoneInfo zone, Language language)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return language == Language.English
            ? local.ToString("d MMMM yyyy 'at' HH:mm", CultureInfo.GetCultureInfo("en-GB"))
            : FrenchDates.Write(local.DateTime, "d MMMM yyyy 'à' HH:mm");
    }
}
