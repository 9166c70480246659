using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Connector.Benchmarks;

/// <summary>Median of the runs in milliseconds, peak memory in MiB.</summary>
internal sealed record EngineFigures(double MedianMs, double PeakMb);

/// <summary>Runs each engine in a process of its own, ours included.</summary>
internal static class DocumentEngines
{
    public static readonly IReadOnlyList<string> Peers =
    [
        "docxtemplater",
        "easy-template-x",
        "docx-templates",
        "carbone",
        "docxtpl",
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static Task<EngineFigures?> Ours(string mode, int rows, int runs) =>
        Run(Environment.ProcessPath!, [OwnDocuments.Verb, mode, Text(rows), Text(runs)], Path.GetTempPath());

    /// <returns>Null when the engine is not installed, failed or took too long.</returns>
    public static Task<EngineFigures?> Peer(string engine, int rows, int runs, string folder) =>
        engine == "docxtpl"
            // Debian's own interpreter, which has Debian's packages.
            ? Run("/usr/bin/python3", ["docxtpl_engine.py", Text(rows), Text(runs)], folder)
            : Run("node", ["node_engines.js", engine, Text(rows), Text(runs)], folder);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<EngineFigures?> Run(string program, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            using var late = new CancellationTokenSource(Patience);
            using var stop = late.Token.Register(() => process.Kill());
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            await errors;
            return process.ExitCode == 0
                ? JsonSerializer.Deserialize<EngineFigures>(output, JsonSerializerOptions.Web)
                : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
