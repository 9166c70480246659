using Connector.Connector.Tests.Cli;
using Connector.DevServer;
using Connector.Nextcloud;
using Microsoft.Data.Sqlite;

namespace Connector.Tests.Provisioning;

/// <summary>The ledger or the server comes back from an older copy: nothing is lost, nothing is doubled, and runs end.</summary>
public sealed class RestoreTrials
{
    private const string Root = "Comité stratégique";
    private const string Theirs = "Ce que nous avons écrit.";

    private static readonly string[] Late = ["06 Budget"];

    private DirectoryInfo _folder = null!;
    private Terminal _terminal = null!;
    private DevServerHost _server = null!;

    [SetUp]
    public async Task Start()
    {
        _folder = Directory.CreateTempSubdirectory("connector-restore-");
        _server = await Serve(port: 0);
        _terminal = new Terminal();
        _terminal.Environment["CONNECTOR_URL"] = _server.BaseAddress.AbsoluteUri;
        _terminal.Environment["CONNECTOR_USER"] = "admin";
        _terminal.Environment["CONNECTOR_PASSWORD"] = Workplace.Password;
        await Apply();
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
    public async Task A_ledger_restored_from_an_older_copy_doubles_nothing_and_undoes_nobody()
    {
        FolderCopy.Make(Ledger, Backup);
        await Live();
        await Grow();
        await Apply();
        var before = await Picture();

        SqliteConnection.ClearAllPools();
        FolderCopy.Replace(Ledger, Backup);
        await Apply();

        Assert.That(await Picture(), Is.EqualTo(before));
        var plan = await _terminal.RunAsync("plan", _terminal.Territory, "--lang", "en");
        Assert.That(plan.Code, Is.Zero, plan.All);
        Assert.That(plan.Out, Does.Contain("Nothing to do"));
        Assert.That(before, Has.Some.Contains($"/{Root}/06 Budget").And.Some.Contains($"/{Root}/04 Presse"));
        Assert.That(before, Has.None.Contains($"/{Root}/05 Ressources"));
    }

    [Test]
    public async Task A_server_restored_from_an_older_copy_is_told_and_what_it_lost_comes_back_only_when_asked()
    {
        using (var hands = Hands())
        {
            await hands.Write($"{Root}/01 Feuille de route/Feuille de route.docx", Theirs);
        }

        await Apply();
        await Halt();
        FolderCopy.Make(Data, Backup);
        _server = await Serve(_server.BaseAddress.Port);
        await Grow();
        await Apply();
        await Halt();
        FolderCopy.Replace(Data, Backup);
        _server = await Serve(_server.BaseAddress.Port);
        var restored = await Picture();

        var said = await Apply();
        Assert.That(await Picture(), Is.EqualTo(restored), "nothing is made again silently");
        Assert.That(
            said.Out,
            Does.Contain($"{Root}/06 Budget").And.Contain("revenu à une copie plus ancienne")
        );

        var again = await _terminal.RunAsync("apply", _terminal.Territory, "--restore");
        Assert.That(again.Code, Is.Zero, again.All);
        var whole = await Picture();
        Assert.That(whole, Is.SupersetOf(restored));
        Assert.That(
            whole.Except(restored).Select(line => line.Split('/')[^1]),
            Is.All.EqualTo(Late[0]),
            "and nothing else than what the copy did not have"
        );
        Assert.That((await _terminal.RunAsync("plan", _terminal.Territory)).Code, Is.Zero);
        using var reader = Hands();
        Assert.That(
            await reader.Read($"{Root}/01 Feuille de route/Feuille de route.docx"),
            Is.EqualTo(Theirs)
        );
    }

    private string Ledger => _terminal.At(".connector");

    private string Data => Path.Combine(_folder.FullName, "server");

    private string Backup => Path.Combine(_folder.FullName, "backup");

    /// <summary>What members do between the copy and its return.</summary>
    private async Task Live()
    {
        using var hands = Hands();
        await hands.Write($"{Root}/01 Feuille de route/Feuille de route.docx", Theirs);
        await hands.Move($"{Root}/04 Communication", $"{Root}/04 Presse");
        await hands.Write($"{Root}/04 Presse/Communiqué.txt", Theirs);
        await hands.Delete($"{Root}/05 Ressources et inspirations");
    }

    /// <summary>The layout gets one folder more.</summary>
    private async Task Grow()
    {
        await File.WriteAllTextAsync(
            _terminal.At("modele.yaml"),
            $"nom: plus\nversion: 1\nétend: standard\ngroupe: {{ dossiers: [{Late[0]}] }}\n"
        );
        var territory = await File.ReadAllTextAsync(_terminal.Territory);
        await File.WriteAllTextAsync(
            _terminal.Territory,
            territory
                .Replace("raison d'être: Que", "modèles: modele.yaml\nraison d'être: Que")
                .Replace("  - id: comite\n    nom", "  - id: comite\n    modèle: plus\n    nom")
        );
    }

    private async Task<Said> Apply()
    {
        var said = await _terminal.RunAsync("apply", _terminal.Territory);
        Assert.That(said.Code, Is.Zero, said.All);
        return said;
    }

    private Hands Hands() => new(_server.BaseAddress, "admin", Workplace.Password);

    private async Task<IReadOnlyList<string>> Picture()
    {
        await using var client = new NextcloudClientFactory(TimeProvider.System).Create(
            new NextcloudAccount
            {
                BaseUrl = _server.BaseAddress,
                UserName = "admin",
                AppPassword = Workplace.Password,
            }
        );
        return await WorkspacePicture.TakeAsync(client);
    }

    private Task<DevServerHost> Serve(int port) =>
        DevServerHost.StartAsync(
            new DevServerOptions
            {
                DataDirectory = Data,
                AdminPassword = Workplace.Password,
                Port = port,
            },
            CancellationToken.None
        );

    private async Task Halt()
    {
        await _server.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }
}
