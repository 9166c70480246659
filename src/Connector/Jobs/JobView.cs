using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Connector.Domain;
using Connector.Reports;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Jobs;

/// <summary>Jobs for a person, as a table or one in full, and the same for machines.</summary>
internal sealed class JobView(IAnsiConsole console, Language language)
{
    private const int FewSteps = 20;

    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(
        language == Language.English ? "en-GB" : "fr-FR"
    );

    public void Write(IReadOnlyList<JobRow> rows, IReadOnlyList<ServerRow> away)
    {
        foreach (var server in away)
        {
            var next = server.NextTry.ToLocalTime().ToString("T", _culture);
            console.MarkupLineInterpolated(
                $"[yellow]![/] {server.Address} : {server.Why} [grey]({Say(new Text($"prochain essai à {next}", $"next try at {next}"))})[/]"
            );
        }

        if (rows.Count == 0)
        {
            console.WriteLine(Say(new Text("Aucune tâche.", "No job.")));
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns(
            "#",
            Head("Territoire", "Territory"),
            Head("Tâche", "Job"),
            Head("Demandée", "Asked")
        );
        table.AddColumns(
            Head("Par", "By"),
            Head("État", "State"),
            Head("Durée", "Time"),
            Head("Req.", "Req."),
            ""
        );
        foreach (var row in rows)
        {
            table.AddRow(
                new Markup(row.Id.ToString(CultureInfo.InvariantCulture)),
                Cell(row.Territory),
                Cell(Say(JobWords.Of(row.Kind))),
                Cell(row.AskedAt.ToLocalTime().ToString("g", _culture)),
                Cell(row.AskedBy),
                Cell(State(row)),
                Cell(row.Duration is { } took ? Took(took) : ""),
                Cell(row.State == JobState.Ended ? row.Requests.ToString(CultureInfo.InvariantCulture) : ""),
                Cell(row.Summary ?? row.Step ?? "")
            );
        }

        console.Write(table);
    }

    public void WriteJson(IReadOnlyList<JobRow> rows) =>
        JsonReport.Write(console, rows.Select(row => Json(row, null)));

    public void Show(JobRow row, bool json)
    {
        var report = row.Report is { } packed ? JobReport.Unpack(packed) : null;
        if (json)
        {
            JsonReport.Write(console, Json(row, report));
            return;
        }

        console.MarkupLineInterpolated(
            $"[bold]#{row.Id} {row.Territory}, {Say(JobWords.Of(row.Kind))}[/] : {State(row)}"
        );
        Line(
            new Text("demandée", "asked"),
            $"{row.AskedAt.ToLocalTime().ToString("G", _culture)}, {row.AskedBy} ({row.Reason})"
        );
        foreach (var joined in row.Joined?.Split('\n') ?? [])
        {
            Line(new Text("s'y joint", "joined"), joined);
        }

        if (row.StartedAt is { } started)
        {
            var attempts =
                row.Attempts > 1 ? Say(new Text($", essai {row.Attempts}", $", attempt {row.Attempts}")) : "";
            Line(
                new Text("commencée", "started"),
                $"{started.ToLocalTime().ToString("G", _culture)}, {row.Node}{attempts}"
            );
        }

        if (row.EndedAt is { } ended)
        {
            Line(
                new Text("finie", "ended"),
                $"{ended.ToLocalTime().ToString("G", _culture)} ({Took(row.Duration ?? default)}, {row.Requests} {Say(new Text("requêtes", "requests"))})"
            );
        }

        if (row.CancelledBy is { } who)
        {
            Line(new Text("arrêtée par", "stopped by"), who);
        }

        Line(new Text("résultat", "result"), row.Summary ?? row.Step ?? "");
        Told(report);
    }

    /// <summary>What a person reads of the report: its problems, warnings, and what was done or waits.</summary>
    private void Told(string? report)
    {
        if (report is null || JsonNode.Parse(report) is not JsonObject top)
        {
            return;
        }

        var steps = Items(top, "steps").Concat(Items(top, "drift")).ToList();
        foreach (var step in steps.Take(FewSteps))
        {
            console.MarkupLineInterpolated($"  • {step["sentence"]?.ToString() ?? step.ToJsonString()}");
        }

        if (steps.Count > FewSteps)
        {
            var rest = steps.Count - FewSteps;
            console.WriteLine(
                Say(
                    new Text(
                        $"  … et {rest} autres (--json les montre)",
                        $"  … and {rest} more (--json shows them)"
                    )
                )
            );
        }

        foreach (var said in Items(top, "said"))
        {
            console.MarkupLineInterpolated($"  [green]✓[/] {said.ToString()}");
        }

        foreach (var (key, mark) in new[] { ("warnings", "[yellow]![/]"), ("problems", "[red]✗[/]") })
        {
            foreach (var problem in Items(top, key))
            {
                console.MarkupLine($"  {mark} {problem["message"]?.ToString().EscapeMarkup()}");
                console.MarkupLineInterpolated($"    [grey]→ {problem["remedy"]?.ToString()}[/]");
            }
        }
    }

    private static IEnumerable<JsonNode> Items(JsonObject top, string key) =>
        (top[key] as JsonArray)?.OfType<JsonNode>() ?? [];

    private static object Json(JobRow row, string? report) =>
        new
        {
            row.Id,
            row.Territory,
            row.Kind,
            row.State,
            row.Outcome,
            row.AskedAt,
            row.AskedBy,
            row.Reason,
            joined = row.Joined?.Split('\n') ?? [],
            row.NotBefore,
            row.Waits,
            row.StartedAt,
            row.EndedAt,
            milliseconds = (long?)row.Duration?.TotalMilliseconds,
            row.Node,
            row.Attempts,
            row.StepsDone,
            row.StepsPlanned,
            row.Step,
            row.CancelledBy,
            row.Requests,
            row.Changes,
            row.Summary,
            report = report is null ? null : JsonSerializer.Deserialize<JsonElement?>(report),
        };

    private string State(JobRow row) =>
        (row.State, row.Waits) switch
        {
            (JobState.Waiting, "server-away") => Say(new Text("attend le serveur", "waits for the server")),
            (JobState.Waiting, not null) => Say(new Text("attend une place", "waits for a place")),
            (JobState.Waiting, _) => Say(new Text("attend", "waits")),
            (JobState.Running, _) => Say(
                new Text(
                    $"en cours {row.StepsDone}/{row.StepsPlanned}",
                    $"under way {row.StepsDone}/{row.StepsPlanned}"
                )
            ),
            _ => Say(JobWords.Outcome(row.Outcome)),
        };

    private string Took(TimeSpan took) =>
        took.TotalSeconds < 60
            ? string.Create(_culture, $"{took.TotalSeconds:0.0} s")
            : string.Create(_culture, $"{(int)took.TotalMinutes} min {took.Seconds} s");

    private void Line(Text what, string value) =>
        console.MarkupLineInterpolated($"  [grey]{Say(what)}[/] {value}");

    private string Head(string french, string english) => Say(new Text(french, english)).EscapeMarkup();

    private static Markup Cell(string text) => new(text.EscapeMarkup());

    private string Say(Text text) => text.In(language);
}
