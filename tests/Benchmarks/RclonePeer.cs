using System.ComponentModel;
using System.Diagnostics;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;

namespace Connector.Benchmarks;

/// <summary>What rclone needed to copy a tree, and to find that there is nothing left to copy.</summary>
internal sealed record RclonePeer(
    TimeSpan First,
    int FirstRequests,
    TimeSpan Again,
    int AgainRequests,
    int Files
)
{
    /// <summary>
    /// Downloads the tree that the apply made, then lets rclone copy it to a folder of its own, twice. Null when
    /// rclone is not installed. The password travels in the environment, never in the arguments.
    /// </summary>
    public static async Task<RclonePeer?> MeasureAsync(NextcloudAccount account, string prefix)
    {
        if (await Rclone(["version"], []) is null)
        {
            return null;
        }

        var local = Directory.CreateTempSubdirectory("connector-rclone-").FullName;
        await using var client = new NextcloudClientFactory(TimeProvider.System).Create(account);
        var files = await Download(client, prefix, local);
        var secret = (await Rclone(["obscure", "-"], [], account.AppPassword))!.Trim();
        var remote = new Dictionary<string, string>
        {
            ["RCLONE_CONFIG_PEER_TYPE"] = "webdav",
            ["RCLONE_CONFIG_PEER_VENDOR"] = "nextcloud",
            ["RCLONE_CONFIG_PEER_URL"] = new Uri(
                account.BaseUrl,
                $"remote.php/dav/files/{account.Principal}/"
            ).AbsoluteUri,
            ["RCLONE_CONFIG_PEER_USER"] = account.UserName,
            ["RCLONE_CONFIG_PEER_PASS"] = secret,
        };
        string[] copy = ["copy", "--create-empty-src-dirs", local, $"peer:rclone-{prefix}"];
        var first = Stopwatch.StartNew();
        await Rclone(copy, remote);
        first.Stop();
        var again = Stopwatch.StartNew();
        await Rclone(copy, remote);
        again.Stop();
        var log = Path.Combine(Directory.CreateTempSubdirectory("connector-rclone-").FullName, "log");
        // Counted in runs of their own: writing the log costs time.
        string[] counted = [.. copy[..^1], $"peer:rclone-{prefix}-2", "--dump", "headers", "--log-file", log];
        await Rclone(counted, remote);
        var firstRequests = await Requests(log);
        await Rclone(counted, remote);
        return new RclonePeer(
            first.Elapsed,
            firstRequests,
            again.Elapsed,
            await Requests(log) - firstRequests,
            files
        );
    }

    private static async Task<int> Requests(string log) =>
        (await File.ReadAllLinesAsync(log)).Count(line =>
            line.Contains("HTTP REQUEST", StringComparison.Ordinal)
        );

    private static async Task<int> Download(NextcloudClient client, string prefix, string local)
    {
        var listing = await client.Files.Propfind("", DavDepth.Infinity, CancellationToken.None);
        var files = 0;
        foreach (
            var node in listing.Resources.Where(node =>
                node.Path.Split('/')[0].Contains(prefix, StringComparison.Ordinal)
            )
        )
        {
            var path = Path.Combine(local, node.Path.Replace(':', '-'));
            if (node.IsFolder)
            {
                Directory.CreateDirectory(path);
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var file = await client.Files.GetFile(node.Path, CancellationToken.None);
            await File.WriteAllBytesAsync(path, file!.Bytes);
            files++;
        }

        return files;
    }

    private static async Task<string?> Rclone(
        IReadOnlyList<string> arguments,
        Dictionary<string, string> environment,
        string? input = null
    )
    {
        var start = new ProcessStartInfo("rclone", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            using var process = Process.Start(start)!;
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0
                ? await output
                : throw new InvalidOperationException($"rclone {arguments[0]}: {await errors}");
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
