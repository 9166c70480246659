using Connector.Domain;
using Connector.Domain.Workspaces.Adoption;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Reports;

/// <summary>An adoption for a person: the table of what was found, then the plan; and the same for machines.</summary>
internal sealed class AdoptText(IAnsiConsole console, Language language)
{
    /// <param name="report">The run.</param>
    /// <param name="all">Also what nothing was found for, and each line of the plan.</param>
    public void Write(AdoptReport report, bool all)
    {
        if (report.Plan is null)
        {
            return;
        }

        WriteTable(report, all);
        WriteUnseen(report);
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{Summary(report)}[/]");
        console.WriteLine();
        console.MarkupLineInterpolated(
            $"[bold]{Say(new Text("Ce qui manque encore, que « connector apply » ferait :", "What is missing still, and 'connector apply' would do:"))}[/]"
        );
        new TextReport(console, language).Write(report.Plan, all);
    }

    public void WriteJson(AdoptReport report) =>
        JsonReport.Write(
            console,
            new
            {
                report.Territory,
                server = report.Server,
                report.Outcome,
                exitCode = (int)report.Outcome,
                linked = report.Linked.Count,
                things = report.Lines.Select(line => new
                {
                    line.Key,
                    line.Kind,
                    line.Wanted,
                    state = report.Linked.Contains(line.Key)
                        ? "linked"
                        : line.State.ToString().ToLowerInvariant(),
                    line.Quality,
                    candidates = line.Candidates.Select(found => new { found.Id, name = found.Shown }),
                    unseen = line.IsUnseen,
                }),
                missing = report.Plan?.Plan?.Pending.Select(step => new
                {
                    step.Key,
                    step.Change,
                    subject = step.Subject.In(language),
                    reason = step.Reason.In(language),
                }),
                requests = report.Plan?.Requests.Values.Sum(),
                problems = report.Problems.Select(problem => JsonReport.Problem(problem, language)),
                warnings = report.Warnings.Select(warning => JsonReport.Problem(warning, language)),
            }
        );

    private void WriteTable(AdoptReport report, bool all)
    {
        var shown = report.Lines.Where(line => all || line.Candidates.Count > 0).ToList();
        if (shown.Count == 0)
        {
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns(
            Say(new Text("Voulu", "Wanted")).EscapeMarkup(),
            Say(new Text("Trouvé", "Found")).EscapeMarkup(),
            Say(new Text("Pourquoi", "Why")).EscapeMarkup(),
            Say(new Text("État", "State")).EscapeMarkup()
        );
        foreach (var line in shown)
        {
            var isLinked = report.Linked.Contains(line.Key);
            table.AddRow(
                new Markup($"[grey]{Say(line.Kind.Noun()).EscapeMarkup()}[/] {line.Wanted.EscapeMarkup()}"),
                new Markup(string.Join('\n', line.Candidates.Select(Shown)).EscapeMarkup()),
                new Markup(
                    line.Candidates.Count == 0 ? "" : Say(AdoptNames.Why(line.Quality)).EscapeMarkup()
                ),
                new Markup(
                    $"[{AdoptNames.Colour(line, isLinked)}]{Say(AdoptNames.Of(line, isLinked)).EscapeMarkup()}[/]"
                )
            );
        }

        console.Write(table);
    }

    /// <summary>An apply would make folders beside those that it does not see.</summary>
    private void WriteUnseen(AdoptReport report)
    {
        foreach (var line in report.Lines.Where(line => line.IsUnseen))
        {
            console.MarkupLineInterpolated(
                $"[yellow]![/] {Say(new Text($"Le contenu de « {line.Found!.Shown} » n'est pas visible pour Connector.", $"The content of '{line.Found!.Shown}' is not visible to Connector."))}"
            );
            console.MarkupLineInterpolated(
                $"  [grey]→ {Say(new Text("Ajoutez à ce dossier un groupe du compte de service, puis relancez « connector adopt » avant apply.", "Add a group of the service account to this folder, then run 'connector adopt' again before apply."))}[/]"
            );
        }
    }

    private string Summary(AdoptReport report)
    {
        var linked = report.Linked.Count;
        var open = report.Lines.Count(line =>
            line.State is AdoptionState.Proposed or AdoptionState.Accepted or AdoptionState.Ambiguous
            && !report.Linked.Contains(line.Key)
        );
        return Say(
            (linked, open) switch
            {
                (0, 0) => new Text("✓ Rien à relier.", "✓ Nothing to link."),
                (_, 0) => new Text(
                    $"✓ {linked} choses reliées ; rien n'a été déplacé.",
                    $"✓ {linked} things linked; nothing was moved."
                ),
                _ => new Text(
                    $"{linked} choses reliées, {open} à décider : répondez dans un terminal, ou --yes, ou --out puis --mapping.",
                    $"{linked} things linked, {open} to decide: answer in a terminal, or --yes, or --out then --mapping."
                ),
            }
        );
    }

    /// <summary>Two team folders of one name are told apart by their numbers alone.</summary>
    private static string Shown(AdoptionCandidate found) =>
        found.Shown == found.Id ? found.Id : $"{found.Shown} (id:{found.Id})";

    private string Say(Text text) => text.In(language);
}
