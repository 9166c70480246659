using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Provisioning;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Reports;

/// <summary>A run as sentences for a person: what would change or what was done, stage by stage, with the reasons.</summary>
internal sealed class TextReport(IAnsiConsole console, Language language)
{
    private const int FewNotices = 4;
    private const int FewDetails = 8;

    /// <param name="report">The run.</param>
    /// <param name="all">Also the lines about what is in place already.</param>
    public void Write(RunReport report, bool all)
    {
        if (report.Plan is null)
        {
            return;
        }

        console.MarkupLineInterpolated($"[bold]{report.Territory}[/] → {report.Server}");
        if (report.Strategy is { } strategy)
        {
            console.MarkupLineInterpolated(
                $"[grey]{Say(StageNames.Of(strategy.Strategy))} — {Say(strategy.Reason)}[/]"
            );
        }

        var failures = report.Results.Where(result => result.Outcome.State != StepState.Done).ToList();
        foreach (var section in PlanSection.Of(report.Plan))
        {
            WriteSection(section, all);
        }

        new TaskText(console, language).Write(report.Plan.Tasks, all);
        WriteTold(
            [
                .. report.Results.Where(result =>
                    result.Outcome is { State: StepState.Done, Message: not null }
                ),
            ],
            all
        );
        WriteFailures(failures);
        foreach (var said in report.Said)
        {
            console.MarkupLineInterpolated($"  [green]✓[/] {Say(said)}");
        }

        WriteSummary(report, failures.Count);
        WriteCalendars(report);
    }

    private void WriteSection(PlanSection section, bool all)
    {
        if (!all && section.Steps.All(step => step.Change == Change.Keep))
        {
            return;
        }

        console.WriteLine();
        console.MarkupLine($"[bold underline]{Say(StageNames.Of(section.Group)).EscapeMarkup()}[/]");
        foreach (var stage in section.Steps.GroupBy(step => step.Stage))
        {
            WriteStage(stage.Key, [.. stage], all);
        }
    }

    private void WriteStage(PlanStage stage, IReadOnlyList<PlanStep> steps, bool all)
    {
        var shown = steps.Where(step => all || step.Change != Change.Keep).ToList();
        var kept = steps.Count(step => step.Change == Change.Keep);
        if (shown.Count == 0)
        {
            return;
        }

        var inPlace = kept > 0 && !all ? Say(new Text($" ({kept} en place)", $" ({kept} in place)")) : "";
        console.MarkupLine($"  [bold]{Say(StageNames.Of(stage)).EscapeMarkup()}[/][grey]{inPlace}[/]");
        foreach (var step in shown.Where(step => step.Change != Change.Notice))
        {
            WriteLine(step.Change, PlanSentence.Of(step, language));
        }

        foreach (
            var same in shown.Where(step => step.Change == Change.Notice).GroupBy(step => Say(step.Reason))
        )
        {
            WriteNotices([.. same], all);
        }
    }

    /// <summary>Sixty people without an account are one thing to know, not sixty.</summary>
    private void WriteNotices(IReadOnlyList<PlanStep> same, bool all)
    {
        var shown = all || same.Count <= FewNotices ? same : [.. same.Take(FewNotices)];
        if (shown.Count == same.Count)
        {
            foreach (var step in shown)
            {
                WriteLine(Change.Notice, PlanSentence.Of(step, language));
            }

            return;
        }

        var rest = Remaining.Others(same.Count - FewNotices);
        var names = string.Join(", ", shown.Select(step => Say(step.Subject)));
        var more = new Text(
            $" : {names} {rest.French} (--all les montre)",
            $": {names} {rest.English} (--all shows them)"
        );
        var sentence = PlanSentence.Of(shown[0], language);
        WriteLine(Change.Notice, sentence with { Rest = Say(more) });
    }

    private void WriteLine(Change change, PlanSentence sentence) =>
        console.MarkupLine(
            $"    [{StageNames.Colour(change)}]{sentence.Verb.EscapeMarkup()}[/]{sentence.Rest.EscapeMarkup()}[grey]{sentence.Why.EscapeMarkup()}[/]"
        );

    /// <summary>What a done step has to say beyond the plan: a document that was merged, one that was left as it is.</summary>
    private void WriteTold(IReadOnlyList<StepResult> told, bool all)
    {
        if (told.Count == 0)
        {
            return;
        }

        console.WriteLine();
        console.MarkupLine($"[bold]{Say(StageNames.Told).EscapeMarkup()}[/]");
        foreach (var (step, outcome) in told)
        {
            console.MarkupLine(
                $"  {Say(step.Subject).EscapeMarkup()} [grey]— {Say(outcome.Message ?? default).EscapeMarkup()}[/]"
            );
            var shown = all ? outcome.Details : [.. outcome.Details.Take(FewDetails)];
            foreach (var line in shown)
            {
                console.MarkupLine($"    [grey]{Say(line).EscapeMarkup()}[/]");
            }

            var rest = outcome.Details.Count - shown.Count;
            if (rest > 0)
            {
                var more = Remaining.Lines(rest);
                console.MarkupLine(
                    $"    [grey]{Say(new Text($"{more.French} (--all les montre)", $"{more.English} (--all shows them)"))}[/]"
                );
            }
        }
    }

    private void WriteFailures(IReadOnlyList<StepResult> failures)
    {
        if (failures.Count == 0)
        {
            return;
        }

        console.WriteLine();
        console.MarkupLine(
            $"[bold red]{Say(new Text("Ce qui n'a pas pu être fait", "What could not be done")).EscapeMarkup()}[/]"
        );
        foreach (var (step, outcome) in failures)
        {
            console.MarkupLine(
                $"  [red]✗[/] {Say(step.Subject).EscapeMarkup()} [grey]— {Say(outcome.Message ?? default).EscapeMarkup()}[/]"
            );
        }
    }

    private void WriteSummary(RunReport report, int failed)
    {
        var plan = report.Plan!;
        console.WriteLine();
        if (report.Results.Count > 0)
        {
            var done = report.Results.Count - failed;
            console.MarkupLineInterpolated(
                $"[bold]{Say(new Text($"{done} faits, {failed} non faits", $"{done} done, {failed} not done"))}[/]"
            );
        }
        else if (!plan.HasChanges && !plan.HasConflicts)
        {
            console.MarkupLineInterpolated(
                $"[bold green]{Say(new Text("✓ Rien à faire.", "✓ Nothing to do."))}[/]"
            );
        }
        else if (plan.HasChanges)
        {
            var counts = new[] { Change.Remove, Change.Create, Change.Adopt, Change.Update }
                .Select(change => (change, count: plan.Count(change)))
                .Where(pair => pair.count > 0)
                .Select(pair => Say(StageNames.Counted(pair.change, pair.count)));
            console.MarkupLineInterpolated($"[bold]{string.Join(", ", counts)}[/]");
        }

        WriteConflicts(plan.Count(Change.Conflict));

        var requests = report.Requests.Values.Sum();
        var verbs = string.Join(
            ", ",
            report.Requests.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}")
        );
        console.MarkupLineInterpolated(
            $"[grey]{Say(new Text($"{requests} requêtes ({verbs}) en {report.Duration.TotalSeconds:0.0} s", $"{requests} requests ({verbs}) in {report.Duration.TotalSeconds:0.0} s"))}[/]"
        );
    }

    private void WriteConflicts(int conflicts)
    {
        if (conflicts > 0)
        {
            var toClear = new Text(
                $"À lever par vous : {conflicts} (voir « conflit » plus haut)",
                $"For you to clear: {conflicts} (see 'conflict' above)"
            );
            console.MarkupLineInterpolated($"[bold red]{Say(toClear)}[/]");
        }
    }

    private void WriteCalendars(RunReport report)
    {
        if (report.Calendars.Count == 0 || report.Results.Count == 0)
        {
            return;
        }

        console.WriteLine();
        console.MarkupLineInterpolated(
            $"[bold]{Say(new Text("Adresses publiques des agendas", "Public addresses of the calendars"))}[/]"
        );
        foreach (var (name, address) in report.Calendars)
        {
            console.MarkupLineInterpolated($"  {name} : {address}");
        }
    }

    private string Say(Text text) => text.In(language);
}
