using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Connector.Domain;
using Connector.Jobs;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Shapes;
using Connector.TerritoryFiles.Yaml;

namespace Connector.Service;

/// <summary>« horaires »: which job when.</summary>
internal sealed class SchedulesShape : Shape<IReadOnlyDictionary<JobKind, Schedule>>
{
    public override bool TryRead(
        Node node,
        ProblemList problems,
        [MaybeNullWhen(false)] out IReadOnlyDictionary<JobKind, Schedule> value
    )
    {
        value = null;
        if (node is not MapNode map)
        {
            Words.Expected(problems, node, new Text("le bloc « horaires »", "the block 'horaires'"), Remedy);
            return false;
        }

        var schedules = new Dictionary<JobKind, Schedule>();
        foreach (var (key, written) in map.Entries)
        {
            if (!JobWords.Choice.TryFind(key.Value, out var kind))
            {
                problems.Add(
                    "unknown-job",
                    key,
                    new Text(
                        $"« {Words.Shown(key.Value)} » n'est pas une tâche.",
                        $"'{Words.Shown(key.Value)}' is not a job."
                    ),
                    JobWords.Choice.Advice(key.Value)
                );
            }
            else if (ScheduleShape.Instance.TryRead(written, problems, out var schedule))
            {
                schedules[kind] = schedule;
            }
        }

        value = schedules;
        return true;
    }

    public override JsonObject Describe(SchemaBook book)
    {
        var properties = new JsonObject();
        foreach (var name in JobWords.Choice.Shown)
        {
            properties[name] = ScheduleShape.Instance.Describe(book);
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties };
    }

    private static readonly Text Remedy = new(
        "Écrivez par exemple « provision: toutes les 15 minutes », une tâche par ligne.",
        "Write for instance 'provision: toutes les 15 minutes', one job a line."
    );
}
