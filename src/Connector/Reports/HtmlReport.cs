using System.Globalization;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Provisioning;

namespace Connector.Reports;

/// <summary>A run as one page that can be sent, printed and read aloud: the groups one after the other, what is in place folded.</summary>
internal sealed class HtmlReport(Language language)
{
    private readonly HtmlPage _page = new(language);

    /// <param name="report">The run.</param>
    /// <param name="at">When it was.</param>
    public string Page(RunReport report, DateTimeOffset at)
    {
        var title = Say(
            report.Results.Count > 0
                ? new Text($"Ce qui a été fait — {report.Territory}", $"What was done — {report.Territory}")
                : new Text($"Plan — {report.Territory}", $"Plan — {report.Territory}")
        );
        var sections = report.Plan is null ? [] : PlanSection.Of(report.Plan);
        WriteHead(report, title, at);
        WriteProblems(report);
        WriteSummary(sections, report.Plan?.Tasks ?? []);
        WriteTold(report);
        WriteFailures(report);
        for (var index = 0; index < sections.Count; index++)
        {
            WriteSection(sections[index], $"g{index.ToString(CultureInfo.InvariantCulture)}");
        }

        new HtmlTasks(_page).Write(report.Plan?.Tasks ?? []);
        WriteCalendars(report);
        return _page.Whole(title);
    }

    private void WriteHead(RunReport report, string title, DateTimeOffset at)
    {
        var stamp = at.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
        _page.Add("h1", title).Add("p", $"{report.Server} · {stamp}", "soft");
        if (report.Strategy is { } strategy)
        {
            _page.Add("p", $"{Say(StageNames.Of(strategy.Strategy))} — {Say(strategy.Reason)}", "soft");
        }

        if (report.Plan is { } plan)
        {
            var counts = Enum.GetValues<Change>()
                .Select(change => (change, count: plan.Count(change)))
                .Where(pair => pair.count > 0)
                .Select(pair => Say(StageNames.Counted(pair.change, pair.count)));
            var nothing = Say(new Text("Rien à faire. ", "Nothing to do. "));
            _page.Add("p", (plan.HasChanges ? "" : nothing) + string.Join(" · ", counts));
        }
    }

    private void WriteProblems(RunReport report)
    {
        foreach (var problem in report.Problems.Concat(report.Warnings))
        {
            _page.Open("p").Add("strong", Say(problem.Message)).Write($" → {Say(problem.Remedy)}").Close("p");
        }
    }

    private void WriteSummary(IReadOnlyList<PlanSection> sections, IReadOnlyList<ManualTask> tasks)
    {
        if (sections.Count < 2 && tasks.Count == 0)
        {
            return;
        }

        _page.Open("nav").Add("h2", Say(new Text("Sommaire", "Contents"))).Open("ul");
        for (var index = 0; index < sections.Count; index++)
        {
            var pending = sections[index].Steps.Count(step => step.Change != Change.Keep);
            var lines = new Text(
                pending == 0 ? " — en place" : $" — {pending} à lire",
                pending == 0 ? " — in place" : $" — {pending} to read"
            );
            _page
                .Open("li")
                .Jump(
                    $"g{index.ToString(CultureInfo.InvariantCulture)}",
                    Say(StageNames.Of(sections[index].Group))
                )
                .Write(Say(lines))
                .Close("li");
        }

        if (tasks.Count > 0)
        {
            var left = tasks.Count(task => task.State != TaskState.Done);
            var count =
                left == 0
                    ? Say(StageNames.Of(TaskState.Done))
                    : Say(new Text($"{left} à faire", $"{left} to do"));
            _page.Open("li").Jump(HtmlTasks.Id, Say(HtmlTasks.Title)).Write($" — {count}").Close("li");
        }

        _page.Close("ul").Close("nav");
    }

    private void WriteTold(RunReport report)
    {
        var told = report
            .Results.Where(result => result.Outcome is { State: StepState.Done, Message: not null })
            .ToList();
        if (told.Count == 0)
        {
            return;
        }

        _page.Add("h2", Say(StageNames.Told)).Open("ul");
        foreach (var (step, outcome) in told)
        {
            _page
                .Open("li", "notice")
                .Write(Say(step.Subject))
                .Add("span", $" — {Say(outcome.Message ?? default)}", "soft");
            if (outcome.Details.Count > 0)
            {
                _page.Open("ul");
                foreach (var line in outcome.Details)
                {
                    _page.Add("li", Say(line));
                }

                _page.Close("ul");
            }

            _page.Close("li");
        }

        _page.Close("ul");
    }

    private void WriteFailures(RunReport report)
    {
        var failures = report.Results.Where(result => result.Outcome.State != StepState.Done).ToList();
        if (failures.Count == 0)
        {
            return;
        }

        _page.Add("h2", Say(new Text("Ce qui n'a pas pu être fait", "What could not be done"))).Open("ul");
        foreach (var (step, outcome) in failures)
        {
            _page
                .Open("li", "failed")
                .Write(Say(step.Subject))
                .Add("span", $" — {Say(outcome.Message ?? default)}", "soft")
                .Close("li");
        }

        _page.Close("ul");
    }

    private void WriteSection(PlanSection section, string id)
    {
        _page.Add("h2", Say(StageNames.Of(section.Group)), id: id);
        if (section.Steps.All(step => step.Change == Change.Keep))
        {
            Fold(section.Steps);
            return;
        }

        foreach (var stage in section.Steps.GroupBy(step => step.Stage))
        {
            var isKept = stage.ToLookup(step => step.Change == Change.Keep);
            _page.Add("h3", Say(StageNames.Of(stage.Key)));
            if (isKept[false].Any())
            {
                WriteList(isKept[false]);
            }

            if (isKept[true].Any())
            {
                Fold([.. isKept[true]]);
            }
        }
    }

    private void Fold(IReadOnlyList<PlanStep> kept)
    {
        var count = new Text($"{kept.Count} déjà en place", $"{kept.Count} in place already");
        _page.Open("details").Add("summary", Say(count));
        WriteList(kept);
        _page.Close("details");
    }

    private void WriteList(IEnumerable<PlanStep> steps)
    {
        _page.Open("ul");
        foreach (var step in steps)
        {
            var sentence = PlanSentence.Of(step, language);
            _page
                .Open("li", Kind(step.Change))
                .Add("b", sentence.Verb)
                .Write(sentence.Rest)
                .Add("span", sentence.Why, "soft")
                .Close("li");
        }

        _page.Close("ul");
    }

    private void WriteCalendars(RunReport report)
    {
        if (report.Calendars.Count == 0)
        {
            return;
        }

        _page
            .Add("h2", Say(new Text("Adresses publiques des agendas", "Public addresses of the calendars")))
            .Open("ul", "plain");
        foreach (var (name, address) in report.Calendars)
        {
            _page.Add("li", $"{name} : {address}");
        }

        _page.Close("ul");
    }

    private static string Kind(Change change) =>
        change switch
        {
            Change.Create => "create",
            Change.Adopt => "adopt",
            Change.Update => "update",
            Change.Remove => "remove",
            Change.Keep => "keep",
            Change.Notice => "notice",
            _ => "conflict",
        };

    private string Say(Text text) => text.In(language);
}
