using Connector.Domain;
using Connector.Domain.Workspaces;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Reports;

/// <summary>
/// The checklist of what is left to an administrator: to be sent to one as it is. What is done is counted; where to click
/// is told once for all tasks of a kind.
/// </summary>
internal sealed class TaskText(IAnsiConsole console, Language language)
{
    private const int Few = 12;

    public void Write(IReadOnlyList<ManualTask> tasks, bool all)
    {
        if (tasks.Count == 0)
        {
            return;
        }

        var done = tasks.Count(task => task.State == TaskState.Done);
        var title = Say(HtmlTasks.Title);
        console.WriteLine();
        console.MarkupLineInterpolated(
            $"[bold]{title}[/] [grey]({done}/{tasks.Count} {Say(StageNames.Of(TaskState.Done))})[/]"
        );
        foreach (
            var same in tasks.Where(task => all || task.State != TaskState.Done).GroupBy(task => task.Where)
        )
        {
            var shown = all ? [.. same] : same.Take(Few).ToList();
            shown.ForEach(Write);
            if (same.Count() - shown.Count is > 0 and var rest)
            {
                var more = Remaining.Others(rest);
                console.MarkupLineInterpolated(
                    $"  [grey]{Say(new Text($"{more.French} (--all les montre)", $"{more.English} (--all shows them)"))}[/]"
                );
            }

            console.MarkupLineInterpolated($"      [grey]→ {Say(same.Key)}[/]");
        }
    }

    private void Write(ManualTask task)
    {
        var (mark, colour) = task.State switch
        {
            TaskState.Done => ("x", "green"),
            TaskState.ToDo => (" ", "yellow"),
            _ => ("?", "grey"),
        };
        console.MarkupLine(
            $"  [{colour}]{$"[{mark}]".EscapeMarkup()}[/] {Say(task.What).EscapeMarkup()} [grey]— {Say(StageNames.Of(task.State)).EscapeMarkup()}[/]"
        );
    }

    private string Say(Text text) => text.In(language);
}
