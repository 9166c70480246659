using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Connector.Benchmarks.Soak;

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
            ["calendars"] = CalendarsBenchmark.RunAsync,
            ["provisioning"] = ProvisioningBenchmark.RunAsync,
            ["plan"] = PlanBenchmark.RunAsync,
            ["documents"] = DocumentsBenchmark.RunAsync,
            ["long-document"] = LongDocument.RunAsync,
            ["provisioning-growth"] = GrowthBenchmark.RunAsync,
            ["spreadsheets"] = SpreadsheetBenchmark.RunAsync,
            ["merge"] = MergeBenchmark.RunAsync,
            ["directory"] = DirectoryBenchmark.RunAsync,
            ["territories"] = TerritoriesBenchmark.RunAsync,
            ["nodes"] = NodesBenchmark.RunAsync,
            ["soak"] = SoakBenchmark.RunAsync,
        };

    /// <summary>Benchmarks of whole runs of the product, in a process that compiles as the product does.</summary>
    private static readonly string[] AsTheProduct = ["apply", "calendars", "provisioning"];

    /// <summary>The runtime's name for what <c>Connector.csproj</c> sets to 2,000 ms, and the same number as it reads it.</summary>
    private const string Delay = "DOTNET_TC_CallCountingDelayMs";
    private const string DelayOfTheProduct = "7D0";

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

        if (args is [CalendarsBenchmark.Child, var uri])
        {
            return await CalendarsBenchmark.RunChildAsync(uri);
        }

        if (args.Length != 1 || !Benchmarks.TryGetValue(args[0], out var benchmark))
        {
            Console.Error.WriteLine($"Usage: NAME, one of: {string.Join(", ", Benchmarks.Keys)}");
            return 1;
        }

        if (AsTheProduct.Contains(args[0]) && Environment.GetEnvironmentVariable(Delay) is null)
        {
            return await AgainAsTheProduct(args[0]);
        }

        var figures = await benchmark();
        Console.WriteLine(JsonSerializer.Serialize(figures));
        return 0;
    }

    private static async Task<int> AgainAsTheProduct(string name)
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        string[] arguments = isHost ? [Environment.GetCommandLineArgs()[0], name] : [name];
        var start = new ProcessStartInfo(program, arguments);
        start.Environment[Delay] = DelayOfTheProduct;
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
