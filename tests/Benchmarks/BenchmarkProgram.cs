using System.Globalization;
using System.Text.Json;

namespace Connector.Benchmarks;

/// <summary>
/// <c>dotnet run -c Release --project tests/Benchmarks -- NAME</c>: readable rows, and as last line one JSON object
/// with every figure and ratio. Times are printed, never judged.
/// </summary>
internal static class BenchmarkProgram
{
    private static readonly Dictionary<string, Func<Task<IReadOnlyDictionary<string, object>>>> Benchmarks =
        new(StringComparer.Ordinal)
        {
            ["apply"] = ApplyBenchmark.RunAsync,
            ["provisioning"] = ProvisioningBenchmark.RunAsync,
            ["plan"] = PlanBenchmark.RunAsync,
            ["documents"] = DocumentsBenchmark.RunAsync,
            ["long-document"] = LongDocument.RunAsync,
            ["provisioning-growth"] = GrowthBenchmark.RunAsync,
            ["spreadsheets"] = SpreadsheetBenchmark.RunAsync,
        };

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is [OwnDocuments.Verb, var mode, var rows, var runs])
        {
            var own = OwnDocuments.Measure(
                mode,
                int.Parse(rows, CultureInfo.InvariantCulture),
                int.Parse(runs, CultureInfo.InvariantCulture)
            );
            Console.WriteLine(JsonSerializer.Serialize(own, JsonSerializerOptions.Web));
            return 0;
        }

        if (args.Length != 1 || !Benchmarks.TryGetValue(args[0], out var benchmark))
        {
            Console.Error.WriteLine($"Usage: NAME, one of: {string.Join(", ", Benchmarks.Keys)}");
            return 1;
        }

        var figures = await benchmark();
        Console.WriteLine(JsonSerializer.Serialize(figures));
        return 0;
    }
}
