using Connector.Domain.Workspaces;
using Connector.Provisioning;
using Connector.Reports;
using Spectre.Console;

namespace Connector.Cli;

/// <summary>A bar per stage while an apply runs; lines without movement where nobody looks at a terminal.</summary>
internal static class ApplyProgress
{
    public static Task<RunReport> ShowAsync(
        Doorway door,
        bool quiet,
        Func<Action<WorkspacePlan>?, IProgress<StepResult>?, Task<RunReport>> apply
    ) =>
        quiet
            ? apply(null, null)
            : door
                .Out.Progress()
                .AutoClear(false)
                .HideCompleted(false)
                .Columns(
                    new TaskDescriptionColumn { Alignment = Justify.Left },
                    new ProgressBarColumn(),
                    new StepCountColumn(),
                    new ElapsedTimeColumn()
                )
                .StartAsync(context =>
                {
                    var bars = new StageBars(context, door.Language);
                    return apply(bars.Begin, bars);
                });
}
