using System.Diagnostics;

namespace Connector.Tests.Cartography;

/// <summary>The Chromium of this machine, when it has one.</summary>
internal static class Browser
{
    private static readonly string? Program = new[] { "chromium", "chromium-browser", "google-chrome" }
        .SelectMany(name =>
            (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator)
                .Select(folder => Path.Combine(folder, name))
        )
        .FirstOrDefault(File.Exists);

    /// <summary>What the page is once its script ran, and what the browser complained of.</summary>
    public static async Task<(string Dom, string Console)> OpenAsync(string path)
    {
        if (Program is null)
        {
            Assert.Ignore("Chromium is not installed on this machine.");
        }

        var profile = Directory.CreateTempSubdirectory("connector-browser-");
        var start = new ProcessStartInfo(
            Program!,
            [
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-logging=stderr",
                "--virtual-time-budget=3000",
                // No tile is asked for from here.
                "--host-resolver-rules=MAP * ~NOTFOUND",
                $"--user-data-dir={profile.FullName}",
                "--dump-dom",
                new Uri(path).AbsoluteUri,
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            var console = process.StandardError.ReadToEndAsync(patience.Token);
            var dom = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            var said = (await console)
                .Split('\n')
                .Where(line => line.Contains("CONSOLE", StringComparison.Ordinal));
            return (dom, string.Join('\n', said));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }

            profile.Delete(recursive: true);
        }
    }
}
