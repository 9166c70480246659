using Connector.Connector.Tests.Cli;
using Connector.DevServer;
using Connector.DevServer.Faults;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Microsoft.Data.Sqlite;

namespace Connector.Tests.Provisioning;

/// <summary>
/// The server comes back from an older copy and gives the same numbers out again, to other people's folders, before
/// Connector's next run: none of them is taken for Connector's own.
/// </summary>
[TestFixture(true, TestName = "team folders")]
[TestFixture(false, TestName = "plain folders")]
public sealed class ReissuedTrials(bool teamFolders)
{
    private const string Root = "Comité stratégique";
    private const string Late = $"{Root}/06 Budget";
    private const string LateGroup = "Jeunes & numérique ： l'été";
    private const string Theirs = "Ce que nous avons écrit.";

    private DirectoryInfo _folder = null!;
    private Terminal _terminal = null!;
    private DevServerHost _server = null!;

    [SetUp]
    public async Task Start()
    {
        _folder = Directory.CreateTempSubdirectory("connector-reissued-");
        await Serve(port: 0);
        _terminal = new Terminal();
        _terminal.Environment["CONNECTOR_URL"] = _server.BaseAddress.AbsoluteUri;
        _terminal.Environment["CONNECTOR_USER"] = "admin";
        _terminal.Environment["CONNECTOR_PASSWORD"] = Workplace.Password;
    }

    [TearDown]
    public async Task Stop()
    {
        _terminal.Dispose();
        await _server.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Test]
    public async Task A_number_given_out_again_is_a_strangers_and_stays_so()
    {
        var whole = await File.ReadAllTextAsync(_terminal.Territory);
        await File.WriteAllTextAsync(
            _terminal.Territory,
            whole[..whole.IndexOf("groupes-de-travail:", StringComparison.Ordinal)]
        );
        await Apply();
        await Halt();
        FolderCopy.Make(Data, Backup);
        await Serve(_server.BaseAddress.Port);
        await Grow(whole);
        await Apply();
        var (budget, group) = (await IdOf(Late), await RootId(LateGroup));

        await Halt();
        FolderCopy.Replace(Data, Backup);
        await Serve(_server.BaseAddress.Port);
        var finances = "";
        if (teamFolders || group < budget)
        {
            finances = await MakeRoot(group, "Finances");
        }

        var secrets = await Make(budget, $"{Root}/Nos secrets");
        if (finances.Length == 0)
        {
            finances = await MakeRoot(group, "Finances");
        }

        var before = await Picture();

        var said = await Apply();
        Assert.That(said.Out, Does.Contain("revenu à une copie plus ancienne"), said.All);
        Assert.That(said.Out, Does.Contain($"« {secrets} »").And.Contain($"« {finances} »"));
        Assert.That(
            await Picture(),
            Is.EqualTo(before),
            "nothing of theirs was touched, and nothing is made again silently"
        );
        await NothingIsPending();

        var again = await _terminal.RunAsync("apply", _terminal.Territory, "--restore");
        Assert.That(again.Code, Is.Zero, again.All);
        var after = await Picture();
        Assert.That(
            before.Where(line =>
                line.Contains("secrets", StringComparison.Ordinal)
                || line.Contains("Finances", StringComparison.Ordinal)
            ),
            Is.SubsetOf(after)
        );
        Assert.That(after, Has.Some.Contains($"/{Late}").And.Some.Contains($"/{LateGroup}/"));
        Assert.That(after, Is.Unique);
        await NothingIsPending();
    }

    private async Task NothingIsPending()
    {
        var plan = await _terminal.RunAsync("plan", _terminal.Territory);
        Assert.That(plan.Code, Is.Zero, plan.All);
    }

    private string Data => Path.Combine(_folder.FullName, "server");

    private string Backup => Path.Combine(_folder.FullName, "backup");

    /// <summary>Folders one after the other, until one has the number.</summary>
    private async Task<string> Make(long number, string name)
    {
        using var hands = new Hands(_server.BaseAddress, "admin", Workplace.Password);
        for (var count = 1; count < 500; count++)
        {
            var path = $"{name} {count}";
            await hands.MakeFolder(path);
            if (await IdOf(path) == number)
            {
                await hands.Write($"{path}/Privé.txt", Theirs);
                return path;
            }
        }

        throw new InvalidOperationException($"the server did not come to {number} again");
    }

    private async Task<string> MakeRoot(long number, string name)
    {
        if (!teamFolders)
        {
            return await Make(number, name);
        }

        await using var client = Client();
        for (var count = 1; count < 100; count++)
        {
            var made = (await client.TeamFolders.Create($"{name} {count}", default)).Folder!;
            if (made.Id == number)
            {
                return made.MountPoint;
            }
        }

        throw new InvalidOperationException($"the server did not come to {number} again");
    }

    private async Task<long> IdOf(string path)
    {
        await using var client = Client();
        return (await client.Files.Find(path, default))!.FileId;
    }

    private async Task<long> RootId(string name)
    {
        if (!teamFolders)
        {
            return await IdOf(name);
        }

        await using var client = Client();
        return (await client.TeamFolders.List(default)).Single(folder => folder.MountPoint == name).Id;
    }

    /// <summary>The layout gets one folder more, and the network one group more.</summary>
    private async Task Grow(string whole)
    {
        await File.WriteAllTextAsync(
            _terminal.At("modele.yaml"),
            "nom: plus\nversion: 1\nétend: standard\ngroupe: { dossiers: [06 Budget] }\n"
        );
        await File.WriteAllTextAsync(
            _terminal.Territory,
            whole
                .Replace(
                    "raison d'être: Que",
                    "modèles: modele.yaml\nraison d'être: Que",
                    StringComparison.Ordinal
                )
                .Replace(
                    "  - id: comite\n    nom",
                    "  - id: comite\n    modèle: plus\n    nom",
                    StringComparison.Ordinal
                )
        );
    }

    private async Task<Said> Apply()
    {
        var said = await _terminal.RunAsync("apply", _terminal.Territory);
        Assert.That(said.Code, Is.Zero, said.All);
        return said;
    }

    private async Task<IReadOnlyList<string>> Picture()
    {
        await using var client = Client();
        _server.Faults.Clear();
        var picture = await WorkspacePicture.TakeAsync(client);
        WithoutTeamFolders();
        return picture;
    }

    private NextcloudClient Client() =>
        new NextcloudClientFactory(TimeProvider.System).Create(
            new NextcloudAccount
            {
                BaseUrl = _server.BaseAddress,
                UserName = "admin",
                AppPassword = Workplace.Password,
            }
        );

    private async Task Serve(int port)
    {
        _server = await DevServerHost.StartAsync(
            new DevServerOptions
            {
                DataDirectory = Data,
                AdminPassword = Workplace.Password,
                Port = port,
            },
            CancellationToken.None
        );
        WithoutTeamFolders();
    }

    /// <summary>The server as it is where plain folders are tried: without the app.</summary>
    private void WithoutTeamFolders()
    {
        if (!teamFolders)
        {
            _server.Faults.Add(
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

    private async Task Halt()
    {
        await _server.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }
}
