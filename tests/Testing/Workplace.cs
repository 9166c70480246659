using Connector.DevServer;
using Connector.DevServer.Faults;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.Ocs;
using Connector.Provisioning;
using Connector.Reports;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Testing;

/// <summary>An embedded server of one test's own, a ledger, and the runs between them.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    public const string Password = "Essai-Passw0rd";

    /// <summary>Leads both groups of <see cref="Some.Territory"/>, and has an account of their own to sign in with.</summary>
    public const string Member = "essai.noe";

    /// <summary>As many attempts as always, without the waits in between that a server on this machine does not need.</summary>
    private static readonly NextcloudClientOptions Impatient = new()
    {
        FirstDelay = TimeSpan.FromMilliseconds(10),
    };

    private readonly DirectoryInfo _folder;

    private Workplace(DirectoryInfo folder, DevServerHost server)
    {
        (_folder, Server) = (folder, server);
        Client = NewClient();
    }

    public DevServerHost Server { get; }

    /// <summary>The administrator, to look around with; runs have a client of their own.</summary>
    public NextcloudClient Client { get; }

    /// <summary>Whom runs sign in as: the administrator, unless <see cref="AsOrdinaryAsync"/> was asked for.</summary>
    public string Service { get; private set; } = "admin";

    public string Ledger => Path.Combine(_folder.FullName, "ledger.db");

    public string Folder => _folder.FullName;

    /// <summary>What lays workspaces out.</summary>
    public IReadOnlyDictionary<string, Blueprint> Blueprints { get; set; } = Some.Blueprints();

    /// <summary>When runs take place.</summary>
    public DateTimeOffset Now { get; set; } = Some.Now;

    public NextcloudAccount Account =>
        new()
        {
            BaseUrl = Server.BaseAddress,
            UserName = Service,
            AppPassword = Password,
        };

    /// <param name="forbidden">Names that the server refuses.</param>
    /// <param name="teams">Whether it has the app Teams.</param>
    /// <param name="activity">Whether it has the app Activity, which tells of team folders as well.</param>
    /// <param name="convert">What it converts documents with; null for a server that converts nothing.</param>
    public static async Task<Workplace> OpenAsync(
        ForbiddenNames? forbidden = null,
        bool teams = true,
        bool activity = true,
        Func<byte[], string, byte[]>? convert = null
    )
    {
        var folder = Directory.CreateTempSubdirectory("connector-trial-");
        var options = new DevServerOptions
        {
            DataDirectory = Path.Combine(folder.FullName, "server"),
            AdminPassword = Password,
            Forbidden = forbidden ?? new ForbiddenNames(),
            Teams = teams,
            Activity = activity,
            ActivityInTeamFolders = activity,
            Convert = convert,
        };
        return new Workplace(folder, await DevServerHost.StartAsync(options, CancellationToken.None));
    }

    /// <summary>The lines of a workspace that one undisturbed run made on a server of its own.</summary>
    public static async Task<IReadOnlyList<string>> UndisturbedAsync()
    {
        await using var place = await OpenAsync();
        var report = await place.ApplyAsync();
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Sentences(report));
        return await place.PictureAsync();
    }

    public Task<RunReport> ApplyAsync(Territory? territory = null, CancellationToken ct = default) =>
        RunAsync(run => run.ApplyAsync(territory ?? Some.Territory(), Blueprints, null, null, ct));

    /// <summary>As above, with somebody who acts when the plan is made.</summary>
    public Task<RunReport> ApplyAsync(Territory? territory, Action<WorkspacePlan> planned) =>
        RunAsync(run => run.ApplyAsync(territory ?? Some.Territory(), Blueprints, planned, null, default));

    public Task<RunReport> PlanAsync(Territory? territory = null, CancellationToken ct = default) =>
        RunAsync(run => run.PlanAsync(territory ?? Some.Territory(), Blueprints, ct));

    /// <summary>As <see cref="ApplyAsync"/>, making again what somebody deleted.</summary>
    public Task<RunReport> RestoreAsync() =>
        RunAsync(
            run => run.ApplyAsync(Some.Territory(), Some.Blueprints(), null, null, default),
            new PlanOptions { Restore = true }
        );

    /// <summary>As <see cref="ApplyAsync"/>, for some groups alone.</summary>
    public Task<RunReport> ApplyToAsync(params string[] groups) =>
        RunAsync(
            run => run.ApplyAsync(Some.Territory(), Some.Blueprints(), null, null, default),
            new PlanOptions { Groups = groups.ToHashSet(StringComparer.Ordinal) }
        );

    /// <summary>As <see cref="ApplyAsync"/>, going on where a person was asked.</summary>
    public Task<RunReport> ConfirmAsync(Territory? territory = null) =>
        RunAsync(
            run => run.ApplyAsync(territory ?? Some.Territory(), Blueprints, null, null, default),
            new PlanOptions { Confirm = true }
        );

    /// <summary>A network of many like groups.</summary>
    public Task<RunReport> ApplyNetworkAsync(int groups, bool plain = false) =>
        RunAsync(run =>
            run.ApplyAsync(
                SomeNetwork.Territory(groups),
                SomeNetwork.Blueprints(plain: plain),
                null,
                null,
                default
            )
        );

    /// <summary>From now on the server is one without the app Team folders.</summary>
    public void WithoutTeamFolders() =>
        Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Status,
                Path = "/apps/groupfolders/",
                Times = 0,
                Status = 404,
            }
        );

    /// <summary>From now on runs sign in as an account that administers nothing.</summary>
    public async Task AsOrdinaryAsync()
    {
        await MakeAccountAsync("connecteur");
        Service = "connecteur";
    }

    public async Task MakeAccountAsync(string id)
    {
        var user = new NewUser
        {
            Id = id,
            DisplayName = id,
            Password = Password,
        };
        Assert.That((await Client.Users.Create(user, default)).IsThere);
    }

    public Hands HandsOf(string user) => new(Server.BaseAddress, user, Password);

    /// <summary>A client of the account that runs sign in as.</summary>
    public NextcloudClient NewClient() =>
        new NextcloudClientFactory(TimeProvider.System, Impatient).Create(Account);

    public NextcloudClient ClientOf(string user) =>
        new NextcloudClientFactory(TimeProvider.System, Impatient).Create(Account with { UserName = user });

    /// <summary>What the access report says of somebody, against what the server says to them.</summary>
    public async Task<IReadOnlyList<AccessProof>> ProofsOfAsync(string user)
    {
        await using var ledger = await LedgerStore.OpenAsync(Ledger, TimeProvider.System, default);
        await using var client = NewClient();
        await using var witness = ClientOf(user);
        var run = new AccessRun(client, ledger, new FakeTimeProvider(Some.Now));
        var report = await run.RunAsync(Some.Territory(), Some.Blueprints(), user, witness, default);
        Assert.That(report.Problems, Is.Empty);
        return report.Proofs;
    }

    public async Task<byte[]> ReadAsync(string path) => (await Client.Files.GetFile(path, default))!.Bytes;

    /// <summary>Writes over a file as a person who opened it in an editor does.</summary>
    public async Task WriteAsync(string path, byte[] bytes)
    {
        var now = (await Client.Files.Find(path, default))!;
        var condition = PutCondition.IfMatch(now.ETag!);
        var put = await Client.Files.PutFile(path, bytes, condition, "application/octet-stream", default);
        Assert.That(put.Changed);
    }

    /// <summary>The territory when somebody takes part in nothing any more.</summary>
    public static Territory Without(string person)
    {
        var territory = Some.Territory();
        return territory with
        {
            Groups =
            [
                .. territory.Groups.Select(group =>
                    group with
                    {
                        Participations =
                        [
                            .. group.Participations.Where(participation => participation.PersonId != person),
                        ],
                    }
                ),
            ],
        };
    }

    public Task<IReadOnlyList<string>> PictureAsync() => WorkspacePicture.TakeAsync(Client);

    /// <summary>A clean run ends well, a plan after it finds nothing to do, and the workspace is the one expected.</summary>
    public async Task ConvergesAsync(IReadOnlyList<string> expected)
    {
        Server.Faults.Clear();
        var last = await ApplyAsync();
        Assert.That(last.Outcome, Is.EqualTo(RunOutcome.Done), Sentences(last));
        await IsSettledAsync();
        Assert.That(await PictureAsync(), Is.EqualTo(expected));
    }

    public async Task IsSettledAsync()
    {
        var plan = await PlanAsync();
        Assert.That(plan.Plan?.Pending.Select(step => step.Key), Is.Empty, Sentences(plan));
        Assert.That(plan.Outcome, Is.EqualTo(RunOutcome.Done), Sentences(plan));
    }

    /// <summary>The account that a member signs in with, made before the first run so that its password is known.</summary>
    public async Task<Hands> MemberAsync()
    {
        var user = new NewUser
        {
            Id = Member,
            DisplayName = "Noé D'Almeida",
            Password = Password,
        };
        Assert.That((await Client.Users.Create(user, default)).IsThere);
        return new Hands(Server.BaseAddress, Member, Password);
    }

    public Hands Administrator() => new(Server.BaseAddress, "admin", Password);

    public static string Sentences(RunReport report) =>
        string.Join(
            '\n',
            report
                .Results.Where(result => result.Outcome.State != StepState.Done)
                .Select(result => $"{result.Step.Subject.English}: {result.Outcome.Message?.English}")
                .Concat(report.Problems.Select(problem => problem.Message.English))
        );

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Server.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task<RunReport> RunAsync(
        Func<ProvisionRun, Task<RunReport>> run,
        PlanOptions? options = null
    )
    {
        await using var ledger = await LedgerStore.OpenAsync(Ledger, TimeProvider.System, default);
        await using var client = NewClient();
        return await run(new ProvisionRun(client, ledger, new FakeTimeProvider(Now), options));
    }
}
