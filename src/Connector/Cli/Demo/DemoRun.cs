using System.Security.Cryptography;
using Connector.DevServer;
using Connector.Domain.Territories;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Ocs;
using Connector.Provisioning;
using Connector.Reports;
using Connector.TerritoryFiles;
using Spectre.Console;

namespace Connector.Cli.Demo;

/// <summary>
/// Everything on one machine: the embedded server, the sample territory applied, what exists then, how to look
/// around, the same job again with nothing to do.
/// </summary>
internal sealed class DemoRun(Doorway door, int port, bool once)
{
    private const string Admin = "admin";

    public async Task<int> RunAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("connector-demo-").FullName;
        try
        {
            return await RunIn(folder, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<int> RunIn(string folder, CancellationToken ct)
    {
        var password = Password();
        SampleTerritory.WriteTo(folder);
        var loaded = TerritoryFile.Load(Path.Combine(folder, CommonOptions.DefaultTerritory));
        var sample =
            loaded.Territory ?? throw new InvalidOperationException("the sample territory is broken");
        await using var server = await DevServerHost.StartAsync(
            new DevServerOptions
            {
                DataDirectory = Path.Combine(folder, "server"),
                Port = port,
                AdminUser = Admin,
                AdminPassword = password,
                InstanceName = "Connector – démonstration",
                Guests = DemoPeople.Accounts(sample),
            },
            ct
        );
        // The sample leaves accounts to the administrator; here there is none.
        var territory = sample with
        {
            CreateAccounts = true,
        };
        var account = new NextcloudAccount
        {
            BaseUrl = server.BaseAddress,
            UserName = Admin,
            AppPassword = password,
        };
        await using var client = new NextcloudClientFactory(door.Time).Create(account);
        var people = await DemoPeople.CreateAsync(client, territory, ct);
        await using var ledger = await LedgerStore.OpenAsync(
            Path.Combine(folder, "ledger.db"),
            door.Time,
            ct
        );

        door.Say(Intro);
        door.Out.WriteLine();
        var first = await ApplyProgress.ShowAsync(
            door,
            quiet: false,
            (planned, progress) =>
                new ProvisionRun(client, ledger, door.Time).ApplyAsync(
                    territory,
                    loaded.Blueprints,
                    planned,
                    progress,
                    ct
                )
        );
        if (first.Outcome != RunOutcome.Done)
        {
            return PlanVerb.Show(door, first, json: false, all: false);
        }

        await new WorkspaceTree(door).ShowAsync(client, ct);
        var second = await Again(account, ledger, territory, loaded, ct);
        await using var console = await DemoConsole.StartAsync(
            door.Language,
            door.Time,
            server,
            account,
            folder,
            people,
            ct
        );
        new SignInCard(door).Show(
            console.Address,
            server.BaseAddress,
            new DemoPerson(Admin, password, Admin, AdminMeaning),
            people,
            first.Calendars
        );
        Summary(first, second);
        if (second.Outcome != RunOutcome.Done)
        {
            return 1;
        }

        if (!once)
        {
            door.Say(Serving);
            await UntilCancelled(ct);
        }

        return 0;
    }

    /// <summary>A new client, so that the requests of the second run are counted alone.</summary>
    private async Task<RunReport> Again(
        NextcloudAccount account,
        LedgerStore ledger,
        Territory territory,
        LoadResult loaded,
        CancellationToken ct
    )
    {
        await using var client = new NextcloudClientFactory(door.Time).Create(account);
        return await new ProvisionRun(client, ledger, door.Time).PlanAsync(territory, loaded.Blueprints, ct);
    }

    private void Summary(RunReport first, RunReport second)
    {
        var (requests, again) = (first.Requests.Values.Sum(), second.Requests.Values.Sum());
        door.Out.WriteLine();
        door.Say(
            new Domain.Text(
                $"Premier passage : {first.Results.Count} étapes, {requests} requêtes, {first.Duration.TotalSeconds:0.0} s.",
                $"First run: {first.Results.Count} steps, {requests} requests, {first.Duration.TotalSeconds:0.0} s."
            )
        );
        door.Say(
            second.Outcome == RunOutcome.Done
                ? new Domain.Text(
                    $"Second passage : rien à faire ({again} requêtes, {second.Duration.TotalSeconds:0.0} s).",
                    $"Second run: nothing to do ({again} requests, {second.Duration.TotalSeconds:0.0} s)."
                )
                : new Domain.Text(
                    "Second passage : il resterait quelque chose à faire !",
                    "Second run: something would be left to do!"
                )
        );
    }

    private static async Task UntilCancelled(CancellationToken ct)
    {
        var stopped = new TaskCompletionSource();
        await using var registration = ct.Register(stopped.SetResult);
        await stopped.Task;
    }

    private static string Password() =>
        RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 16);

    private static readonly Domain.Text Intro = new(
        "Un serveur compatible avec Nextcloud tourne sur cette machine, pour cette démonstration seulement. Connector y met en place un territoire d'exemple :",
        "A Nextcloud-compatible server runs on this machine, for this demonstration only. Connector sets a sample territory up on it:"
    );

    private static readonly Domain.Text Serving = new(
        "Le serveur continue : regardez autour de vous. Ctrl-C pour arrêter (tout est alors effacé).",
        "The server goes on: look around. Ctrl-C to stop (everything is then removed)."
    );

    private static readonly Domain.Text AdminMeaning = new("compte de service", "service account");
}
