using System.Globalization;

namespace Connector.Contract.Tests.RealClients;

/// <summary>Programs that members use for their files agree that the embedded server is a Nextcloud.</summary>
[TestFixture]
public sealed class FileClientTests() : Contracts(new Target("DevServer", real: false))
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("connector-clients-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Rclone_copies_a_tree_in_and_out_with_equal_checksums()
    {
        Tool.Need("rclone", "rclone");
        var local = Tree("local");
        var back = Path.Combine(_folder, "back");
        var (_, secret) = await Tool.Run(
            "sh",
            ["-c", "printf %s \"$SECRET\" | rclone obscure -"],
            new Dictionary<string, string> { ["SECRET"] = Server.Password }
        );
        var remote = new Dictionary<string, string>
        {
            ["RCLONE_CONFIG"] = Path.Combine(_folder, "none.conf"),
            ["RCLONE_CONFIG_DEV_TYPE"] = "webdav",
            ["RCLONE_CONFIG_DEV_VENDOR"] = "nextcloud",
            ["RCLONE_CONFIG_DEV_URL"] = new Uri(
                Server.Url,
                $"remote.php/dav/files/{Server.Admin}/"
            ).AbsoluteUri,
            ["RCLONE_CONFIG_DEV_USER"] = Server.Admin,
            ["RCLONE_CONFIG_DEV_PASS"] = secret.Trim(),
        };
        await Succeeds("rclone", ["copy", local, "dev:arbre"], remote);
        await Succeeds("rclone", ["check", local, "dev:arbre"], remote);
        await Succeeds("rclone", ["copy", "dev:arbre", back], remote);
        Assert.That(Contents(back), Is.EqualTo(Contents(local)));
    }

    [Test]
    public async Task Litmus_passes_basic_copymove_and_props()
    {
        Tool.Need("litmus", "litmus");
        var address = new Uri(Server.Url, $"remote.php/dav/files/{Server.Admin}/").AbsoluteUri;
        // litmus knows no other way to take a password; this one guards a throw-away server on loopback.
        var (code, output) = await Tool.Run(
            "litmus",
            [address, Server.Admin, Server.Password],
            new Dictionary<string, string> { ["TESTS"] = "basic copymove props" },
            _folder
        );
        Assert.That(code, Is.Zero, output);
        Assert.That(output, Does.Not.Contain("FAIL"));
    }

    [Test]
    public async Task The_desktop_client_syncs_both_ways()
    {
        Tool.Need("nextcloudcmd", "nextcloud-desktop-cmd");
        var local = Tree("desktop");
        await Server.Send("MKCOL", Server.FilePath("bureau"));
        await Server.Send("PUT", Server.FilePath("bureau", "du serveur.txt"), "écrit là-haut");
        var netrc = $"machine {Server.Url.Host} login {Server.Admin} password {Server.Password}\n";
        Tool.Secret(_folder, ".netrc", netrc);
        var home = new Dictionary<string, string>
        {
            ["HOME"] = _folder,
            ["XDG_CONFIG_HOME"] = _folder,
            ["QT_QPA_PLATFORM"] = "offscreen",
        };
        await Succeeds(
            "nextcloudcmd",
            ["--non-interactive", "-n", "--path", "/bureau", local, Server.Url.AbsoluteUri],
            home
        );
        Assert.That(
            await File.ReadAllTextAsync(Path.Combine(local, "du serveur.txt")),
            Is.EqualTo("écrit là-haut")
        );
        Assert.That(
            (await Server.Send("GET", Server.FilePath("bureau", "Été", "l'ordre du jour 3.txt"))).Body,
            Is.EqualTo("contenu 3")
        );
    }

    private string Tree(string name)
    {
        var root = Path.Combine(_folder, name);
        foreach (var number in Enumerable.Range(1, 30))
        {
            var folder = Directory.CreateDirectory(
                Path.Combine(root, number % 3 == 0 ? "Été" : $"dossier {number % 4}")
            );
            File.WriteAllText(
                Path.Combine(
                    folder.FullName,
                    string.Create(CultureInfo.InvariantCulture, $"l'ordre du jour {number}.txt")
                ),
                string.Create(CultureInfo.InvariantCulture, $"contenu {number}")
            );
        }

        return root;
    }

    private static IEnumerable<string> Contents(string root) =>
        Directory
            .EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(path => $"{Path.GetRelativePath(root, path)}: {File.ReadAllText(path)}")
            .Order(StringComparer.Ordinal);

    private static async Task Succeeds(
        string program,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string> environment
    )
    {
        var (code, output) = await Tool.Run(program, arguments, environment);
        Assert.That(code, Is.Zero, output);
    }
}
