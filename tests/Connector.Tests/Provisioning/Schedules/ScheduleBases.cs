using Connector.DevServer.Faults;
using Connector.Reports;
using Microsoft.Data.Sqlite;

namespace Connector.Tests.Provisioning.Schedules;

/// <summary>
/// Networks that one undisturbed run has made, on disk. Schedules start from a copy of one: making a network anew costs
/// more than all that happens to it afterwards.
/// </summary>
internal sealed class ScheduleBases : IDisposable
{
    private readonly Lazy<Task<(RandomNetwork Network, string Folder)>>[] _bases;

    public ScheduleBases(int count, int seed) =>
        _bases = [
            .. Enumerable
                .Range(0, count)
                .Select(index => new Lazy<Task<(RandomNetwork, string)>>(() =>
                    Task.Run(() => Make(RandomNetwork.Of(new Random(seed + index))))
                )),
        ];

    /// <summary>A network in a folder of the schedule's own.</summary>
    public async Task<(RandomNetwork Network, string Folder)> TakeAsync(Random random)
    {
        var (network, made) = await _bases[random.Next(_bases.Length)].Value;
        var folder = ScheduleSite.NewFolder();
        FolderCopy.Make(made, folder);
        return (network, folder);
    }

    public void Dispose()
    {
        foreach (var made in _bases.Where(made => made.IsValueCreated && made.Value.IsCompletedSuccessfully))
        {
            Directory.Delete(made.Value.Result.Folder, recursive: true);
        }
    }

    /// <summary>From now on the server is one without the app Team folders, if the network is to be made on such a one.</summary>
    public static void Furnish(ScheduleSite site, RandomNetwork network)
    {
        if (!network.HasTeamFolders)
        {
            site.Server.Faults.Add(
                new FaultRule
                {
                    Kind = FaultKind.Status,
                    Path = "/apps/groupfolders/",
                    Times = 0,
                    Status = 404,
                }
            );
        }
    }

    private static async Task<(RandomNetwork, string)> Make(RandomNetwork network)
    {
        var folder = ScheduleSite.NewFolder();
        await using (var site = await ScheduleSite.OpenAsync(folder, network))
        {
            Furnish(site, network);
            var report = await site.ApplyAsync();
            Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        }

        SqliteConnection.ClearAllPools();
        return (network, folder);
    }
}
