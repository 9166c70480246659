using System.Text.Json.Nodes;
using Connector.Jobs;

namespace Connector.Web.Console.Readings;

/// <summary>A job's kept report as the sentences that a page shows.</summary>
internal static class JobStory
{
    /// <summary>Lines of a part that a page has room for.</summary>
    private const int Most = 120;

    public static IReadOnlyList<(string Title, IReadOnlyList<string> Lines)> Of(
        byte[]? report,
        PageScope page
    )
    {
        if (report is null || JsonNode.Parse(JobReport.Unpack(report)) is not JsonObject top)
        {
            return [];
        }

        var parts = new (string Title, IEnumerable<string> Lines)[]
        {
            (page.Say("Problèmes", "Problems"), Items(top, "problems").Select(Problem)),
            (page.Say("À regarder", "To look at"), Items(top, "warnings").Select(Problem)),
            (
                page.Say("Ce qui a été fait, et ce qui attend", "What was done, and what waits"),
                Items(top, "steps").Select(Step)
            ),
            (page.Say("Changé par des personnes", "Changed by people"), Items(top, "drift").Select(Step)),
            (page.Say("Publié", "Published"), Items(top, "said").Select(said => said.ToString())),
        };
        return
        [
            .. parts
                .Select(part => (part.Title, Cut([.. part.Lines.Select(page.Typeset)], page)))
                .Where(part => part.Item2.Count > 0),
        ];
    }

    private static IReadOnlyList<string> Cut(IReadOnlyList<string> lines, PageScope page) =>
        lines.Count <= Most
            ? lines
            :
            [
                .. lines.Take(Most),
                page.Say(
                    $"… et {lines.Count - Most} autres, que montre « connector job show »",
                    $"… and {lines.Count - Most} more, which ‘connector job show’ shows"
                ),
            ];

    private static string Problem(JsonNode problem) => $"{problem["message"]} → {problem["remedy"]}";

    private static string Step(JsonNode step)
    {
        var sentence = step["sentence"]?.ToString() ?? step.ToJsonString();
        return step["message"]?.ToString() is { Length: > 0 } message ? $"{sentence} – {message}" : sentence;
    }

    private static IEnumerable<JsonNode> Items(JsonObject top, string key) =>
        (top[key] as JsonArray)?.OfType<JsonNode>() ?? [];
}
