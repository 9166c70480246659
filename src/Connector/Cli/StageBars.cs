using System.Globalization;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Provisioning;
using Connector.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Connector.Cli;

/// <summary>The bars of an apply: one per stage that has something to do.</summary>
internal sealed class StageBars(ProgressContext context, Language language) : IProgress<StepResult>
{
    private readonly Dictionary<PlanStage, ProgressTask> _bars = [];

    public void Begin(WorkspacePlan plan)
    {
        foreach (var stage in plan.Pending.GroupBy(step => step.Stage))
        {
            var name = StageNames.Of(stage.Key).In(language);
            _bars[stage.Key] = context.AddTask(
                name.EscapeMarkup(),
                autoStart: false,
                maxValue: stage.Count()
            );
        }
    }

    public void Report(StepResult value)
    {
        if (_bars.TryGetValue(value.Step.Stage, out var bar))
        {
            if (!bar.IsStarted)
            {
                bar.StartTask();
            }

            bar.Increment(1);
        }
    }
}

/// <summary><c>12/40</c></summary>
internal sealed class StepCountColumn : ProgressColumn
{
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Spectre.Console.Text(
            string.Create(CultureInfo.InvariantCulture, $"{task.Value:0}/{task.MaxValue:0}")
        );
}
