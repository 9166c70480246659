using System.ComponentModel;
using System.Diagnostics;
using Connector.Nextcloud;

namespace Connector.Benchmarks;

/// <summary>What vdirsyncer needed to bring new events into a calendar, and to find that there is nothing left to do.</summary>
internal sealed record VdirsyncerPeer(TimeSpan First, TimeSpan Again)
{
    /// <summary>
    /// Null when vdirsyncer is not installed. Looking for calendars (« discover ») is not counted. The password is in a
    /// settings file that is gone afterwards.
    /// </summary>
    /// <param name="account">Whose calendar.</param>
    /// <param name="calendar">Last segment of its address; it exists and is empty.</param>
    /// <param name="events">Texts by file name.</param>
    public static async Task<VdirsyncerPeer?> MeasureAsync(
        NextcloudAccount account,
        string calendar,
        IReadOnlyDictionary<string, string> events
    )
    {
        var folder = Directory.CreateTempSubdirectory("connector-vdirsyncer-");
        try
        {
            var near = Directory.CreateDirectory(Path.Combine(folder.FullName, "near", calendar));
            foreach (var (name, text) in events)
            {
                await File.WriteAllTextAsync(Path.Combine(near.FullName, name), text);
            }

            var settings = Path.Combine(folder.FullName, "config");
            await File.WriteAllTextAsync(settings, Settings(account, folder.FullName, calendar));
            if (!await Run(settings, "discover"))
            {
                return null;
            }

            var first = Stopwatch.StartNew();
            await Run(settings, "sync");
            first.Stop();
            var again = Stopwatch.StartNew();
            await Run(settings, "sync");
            return new VdirsyncerPeer(first.Elapsed, again.Elapsed);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Settings(NextcloudAccount account, string folder, string calendar) =>
        $"""
            [general]
            status_path = "{folder}/status/"
            [pair both]
            a = "near"
            b = "far"
            collections = ["{calendar}"]
            [storage near]
            type = "filesystem"
            path = "{folder}/near/"
            fileext = ".ics"
            [storage far]
            type = "caldav"
            url = "{account.BaseUrl}"
            username = "{account.UserName}"
            password = "{account.AppPassword}"
            """;

    private static string Last(string errors) =>
        errors.Split('\n').LastOrDefault(line => line.StartsWith("error", StringComparison.Ordinal))
        ?? errors;

    private static async Task<bool> Run(string settings, string verb)
    {
        var start = new ProcessStartInfo("vdirsyncer", ["-c", settings, verb])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            await process.StandardInput.WriteLineAsync("y");
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            await output;
            return process.ExitCode == 0
                ? true
                : throw new InvalidOperationException($"vdirsyncer {verb}: {Last(await errors)}");
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
