using System.Text.Json;
using System.Text.RegularExpressions;
using Connector.Jobs;

namespace Connector.Connector.Tests.Service;

/// <summary>The dashboard for Grafana and the guide name metrics, and the service exposes each of them.</summary>
public sealed partial class DashboardTrials
{
    [Test]
    public async Task Every_metric_that_the_dashboard_and_the_guide_name_is_exposed()
    {
        await using var place = await ConsolePlace.OpenAsync();
        await place.Service.RunAsync(JobKind.Directory);
        await place.Terminal.RunAsync("apply", place.Terminal.Territory, "--ledger", Ledger(place));
        await place.Service.RunAsync(JobKind.Proof);
        using var http = new HttpClient { BaseAddress = place.Address };
        var metrics = await http.GetStringAsync("/metrics");
        var exposed = Sample().Matches(metrics).Select(match => match.Groups[1].Value).ToHashSet();

        var asked = Expressions().SelectMany(Names).Distinct().ToList();
        Assert.That(asked, Has.Count.GreaterThan(8), "the search has something to search");
        Assert.That(asked.Except(exposed), Is.Empty, metrics);
        var told = Documented().ToList();
        Assert.That(told, Has.Count.EqualTo(8));
        Assert.That(
            told.Where(name => !exposed.Any(known => known == name || known == $"{name}_count")),
            Is.Empty
        );
    }

    [Test]
    public void Every_panel_says_what_it_shows_and_asks_the_source_that_is_chosen()
    {
        using var dashboard = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Repository.Root, "packaging/grafana-dashboard.json"))
        );
        var panels = dashboard.RootElement.GetProperty("panels").EnumerateArray().ToList();
        Assert.That(panels, Has.Count.GreaterThan(10));
        Assert.That(panels.Select(panel => panel.GetProperty("id").GetInt32()), Is.Unique);
        foreach (var panel in panels)
        {
            Assert.That(panel.GetProperty("description").GetString(), Is.Not.Empty);
            foreach (var target in panel.GetProperty("targets").EnumerateArray())
            {
                Assert.That(
                    target.GetProperty("datasource").GetProperty("uid").GetString(),
                    Is.EqualTo("${datasource}")
                );
            }
        }
    }

    private static string Ledger(ConsolePlace place) =>
        Microsoft
            .Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<ServiceState>(
                place.Service.Services
            )
            .Configuration.Territories[0]
            .Ledger;

    private static IEnumerable<string> Expressions()
    {
        using var dashboard = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Repository.Root, "packaging/grafana-dashboard.json"))
        );
        return
        [
            .. dashboard
                .RootElement.GetProperty("panels")
                .EnumerateArray()
                .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
                .Select(target => target.GetProperty("expr").GetString()!),
        ];
    }

    private static IEnumerable<string> Names(string expression) =>
        Metric().Matches(expression).Select(match => match.Value);

    /// <summary>What the table of metrics in the guide names.</summary>
    private static IEnumerable<string> Documented() =>
        File.ReadLines(Path.Combine(Repository.Root, "docs/service.md"))
            .Where(line => line.StartsWith("| `connector_", StringComparison.Ordinal))
            .SelectMany(line => Metric().Matches(line.Split('|')[1]))
            .Select(match => match.Value);

    [GeneratedRegex(@"\b(?:connector|dotnet|process)_[a-z0-9_]+")]
    private static partial Regex Metric();

    [GeneratedRegex(@"^([a-z_0-9]+)(?:\{|\s)", RegexOptions.Multiline)]
    private static partial Regex Sample();
}
