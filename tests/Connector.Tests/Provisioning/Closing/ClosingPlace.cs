using System.IO.Compression;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning.Closing;
using Connector.Reports;
using Connector.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Tests.Provisioning;

/// <summary>A <see cref="Workplace"/> where groups are closed and reopened, and what a member may then do.</summary>
internal static class ClosingPlace
{
    public const string Group = "essai-jeunes";
    public static readonly string Name = FileName.Safe("Jeunes & numérique : l'été (essai)");
    public static readonly string Archived = $"Archives/2026/{Name}";

    private static readonly NextcloudClientOptions Impatient = new()
    {
        FirstDelay = TimeSpan.FromMilliseconds(10),
    };

    public static Task<ClosingReport> CloseAsync(
        this Workplace place,
        string? zip,
        string group = Group,
        IProgress<Text>? told = null,
        CancellationToken ct = default
    ) =>
        place.Run(
            async (client, ledger, time) =>
            {
                var run = new CloseRun(client, ledger, time);
                var territory = Some.Territory();
                var found = territory.Groups.Single(known => known.Id == group);
                var (report, plan) = await run.LookAsync(territory, found, zip, ct);
                return plan is null ? report : await run.ActAsync(plan, told, ct);
            }
        );

    public static Task<ClosingReport> ReopenAsync(this Workplace place, CancellationToken ct = default) =>
        place.Run(
            async (client, ledger, time) =>
            {
                var run = new ReopenRun(client, ledger, time);
                var (report, plan) = await run.LookAsync(Some.Territory(), Group, ct);
                return plan is null ? report : await run.ActAsync(plan, null, ct);
            }
        );

    public static async Task<ClosedGroup?> ClosedAsync(this Workplace place)
    {
        await using var ledger = await LedgerStore.OpenAsync(place.Ledger, TimeProvider.System, default);
        var known = await ledger.LoadAsync(Slug.Of(Some.Territory().Name), default);
        return known.Find(WorkspaceKeys.Closed(Group)) is { } record ? ClosedGroup.Read(record) : null;
    }

    /// <summary>The picture without the archives' own folders, which stay when a group is reopened.</summary>
    public static async Task<IReadOnlyList<string>> WithoutShelfAsync(this Workplace place) =>
        [
            .. (await place.PictureAsync()).Where(line =>
                !line.StartsWith("team folder Archives acl", StringComparison.Ordinal)
                && line is not ("folder /Archives" or "folder /Archives/2026")
            ),
        ];

    /// <summary>What the server answers a member.</summary>
    public static async Task<int> TryAsync(
        this Workplace place,
        string verb,
        string path,
        string user = Workplace.Member
    )
    {
        using var http = new HttpClient { BaseAddress = place.Server.BaseAddress };
        var secret = Encoding.UTF8.GetBytes($"{user}:{Workplace.Password}");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(secret)
        );
        var address = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        using var request = new HttpRequestMessage(
            new HttpMethod(verb),
            $"remote.php/dav/files/{user}/{address}"
        );
        using var answer = await http.SendAsync(request);
        return (int)answer.StatusCode;
    }

    /// <summary>The files of a zip by name, after each was found in its manifest with its checksum.</summary>
    public static IReadOnlyDictionary<string, byte[]> Verified(string zip)
    {
        using var archive = ZipFile.OpenRead(zip);
        var files = archive
            .Entries.Where(entry => !entry.FullName.EndsWith('/'))
            .ToDictionary(entry => entry.FullName, Bytes);
        var manifest = Encoding.UTF8.GetString(files[HashedZip.Manifest]);
        var listed = manifest.TrimEnd('\n').Split('\n');
        Assert.That(listed, Is.Ordered.Using<string>((a, b) => string.CompareOrdinal(a[66..], b[66..])));
        Assert.That(
            listed,
            Is.EquivalentTo(
                files
                    .Where(file => file.Key != HashedZip.Manifest)
                    .Select(file => $"{Convert.ToHexStringLower(SHA256.HashData(file.Value))}  {file.Key}")
            )
        );
        return files;
    }

    public static string Sentences(ClosingReport report) =>
        string.Join('\n', report.Problems.Concat(report.Warnings).Select(problem => problem.Message.English));

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static async Task<ClosingReport> Run(
        this Workplace place,
        Func<NextcloudClient, LedgerStore, TimeProvider, Task<ClosingReport>> run
    )
    {
        await using var ledger = await LedgerStore.OpenAsync(place.Ledger, TimeProvider.System, default);
        await using var client = new NextcloudClientFactory(TimeProvider.System, Impatient).Create(
            place.Account
        );
        return await run(client, ledger, new FakeTimeProvider(Some.Now));
    }
}
