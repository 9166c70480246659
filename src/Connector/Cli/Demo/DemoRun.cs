using System.Globalization;
using System.Security.Cryptography;
using Connector.Cli.Demo.Year;
using Connector.DevServer;
using Connector.Domain.Territories;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Reports;
using Connector.TerritoryFiles;
using Spectre.Console;

namespace Connector.Cli.Demo;

/// <summary>
/// Everything on one machine: the embedded server, the sample territory applied, a year of its life, what exists then, how to
/// look around, the same job again with nothing to do.
/// </summary>
/// <param name="door">Where to write, and the clock.</param>
/// <param name="port">0 for any.</param>
/// <param name="once">Stops after having shown everything.</param>
/// <param name="isFresh">Leaves the year out: the workspace is as it was just set up.</param>
internal sealed class DemoRun(Doorway door, int port, bool once, bool isFresh)
{
    private const string Admin = "admin";
    private const string Zone = "Europe/Paris";

    /// <summary>At which the year begins, in UTC.</summary>
    private static readonly TimeOnly Hour = new(10, 0);

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
        var clock = new DemoClock(door.Time);
        var files = isFresh ? null : new YearFiles(folder, TerritoryDay.Now(door.Time, Zone));
        var loaded = Open(files, clock, folder);
        var territory = loaded.Territory! with { CreateAccounts = true };
        await using var server = await DevServerHost.StartAsync(
            new DevServerOptions
            {
                DataDirectory = Path.Combine(folder, "server"),
                Port = port,
                AdminUser = Admin,
                AdminPassword = password,
                InstanceName = "Connector – démonstration",
                Guests = DemoPeople.Accounts(territory),
                Talk = true,
                TimeProvider = clock,
            },
            ct
        );
        var account = new NextcloudAccount
        {
            BaseUrl = server.BaseAddress,
            UserName = Admin,
            AppPassword = password,
        };
        await using var client = new NextcloudClientFactory(door.Time).Create(account);
        var people = await DemoPeople.CreateAsync(client, territory, ct);
        await using var ledger = await LedgerStore.OpenAsync(Path.Combine(folder, "ledger.db"), clock, ct);

        door.Say(Intro);
        door.Out.WriteLine();
        var first = await ApplyProgress.ShowAsync(
            door,
            quiet: false,
            (planned, progress) =>
                new ProvisionRun(client, ledger, clock).ApplyAsync(
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

        loaded = files is null ? loaded : await Live(clock, files, client, ledger, people, ct);
        territory = loaded.Territory! with { CreateAccounts = true };
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
        return await End(second, ct);
    }

    private async Task<int> End(RunReport second, CancellationToken ct)
    {
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

    /// <summary>The sample, as it is today or as it was when its year began.</summary>
    private static LoadResult Open(YearFiles? files, DemoClock clock, string folder)
    {
        if (files is not null)
        {
            clock.Set(new DateTimeOffset(files.Start.ToDateTime(Hour), TimeSpan.Zero));
            return files.At(0);
        }

        SampleTerritory.WriteTo(folder);
        var loaded = TerritoryFile.Load(Path.Combine(folder, CommonOptions.DefaultTerritory));
        return loaded.Territory is null
            ? throw new InvalidOperationException("the sample territory is broken")
            : loaded;
    }

    private async Task<LoadResult> Live(
        DemoClock clock,
        YearFiles files,
        NextcloudClient client,
        LedgerStore ledger,
        IReadOnlyList<DemoPerson> people,
        CancellationToken ct
    )
    {
        var hands = people.Select(one => As(client.Account.BaseUrl, one)).ToList();
        try
        {
            var year = new DemoYear(clock, files, client, ledger, hands);
            door.Out.WriteLine();
            door.Say(YearIntro);
            door.Out.WriteLine();
            return await door
                .Out.Progress()
                .AutoClear(false)
                .Columns(
                    new TaskDescriptionColumn { Alignment = Justify.Left },
                    new ProgressBarColumn(),
                    new ElapsedTimeColumn()
                )
                .StartAsync(async context =>
                {
                    var bar = context.AddTask(Month(files.Start), maxValue: DemoYear.Visits + 1);
                    var (loaded, _) = await year.LiveAsync(
                        day =>
                        {
                            bar.Description = Month(day);
                            bar.Increment(1);
                        },
                        ct
                    );
                    return loaded;
                });
        }
        finally
        {
            foreach (var hand in hands)
            {
                await hand.DisposeAsync();
            }
        }
    }

    private NextcloudClient As(Uri server, DemoPerson person) =>
        new NextcloudClientFactory(door.Time).Create(
            new NextcloudAccount
            {
                BaseUrl = server,
                UserName = person.UserId,
                AppPassword = person.Password,
            }
        );

    private string Month(DateOnly day) =>
        day.ToString(
            "MMMM yyyy",
            CultureInfo.GetCultureInfo(door.Language == Domain.Language.French ? "fr-FR" : "en-GB")
        );

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

    private static readonly Domain.Text YearIntro = new(
        "Une année passe : des personnes inventées se réunissent, écrivent et signent ; Connector passe de temps en temps.",
        "A year goes by: made-up people meet, write and sign; Connector comes by now and then."
    );

    private static readonly Domain.Text Serving = new(
        "Le serveur continue : regardez autour de vous. Ctrl-C pour arrêter (tout est alors effacé).",
        "The server goes on: look around. Ctrl-C to stop (everything is then removed)."
    );

    private static readonly Domain.Text AdminMeaning = new("compte de service", "service account");
}
