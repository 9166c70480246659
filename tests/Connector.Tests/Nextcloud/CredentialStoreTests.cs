using Connector.Nextcloud;
using Connector.Nextcloud.Login;

namespace Connector.Tests.Nextcloud;

internal sealed class CredentialStoreTests
{
    private readonly Dictionary<string, string?> _environment = [];
    private string _folder = null!;
    private CredentialStore _store = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = Directory.CreateTempSubdirectory("connector-tests-").FullName;
        _environment.Clear();
        _environment["XDG_CONFIG_HOME"] = _folder;
        _store = new CredentialStore(name => _environment.GetValueOrDefault(name));
    }

    [TearDown]
    public void TearDown() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_sign_in_is_kept_per_server_without_the_real_password()
    {
        Assert.That(_store.Save(Account("https://a.fr/") with { RealPassword = "vrai" }), Is.Null);
        Assert.That(_store.Save(Account("https://b.fr/nc")), Is.Null);

        var found = _store.Find(new Uri("https://b.fr/nc/index.php")).Account!;

        Assert.That(
            (found.UserName, found.UserId, found.AppPassword, found.RealPassword),
            Is.EqualTo(("z@a.fr", "zoé", "app", (string?)null))
        );
        Assert.That(File.ReadAllText(_store.Path), Does.Not.Contain("vrai"));
        Assert.That(_store.Find(null).Problem!.Code, Is.EqualTo("several-sign-ins"));
        Assert.That(_store.Find(new Uri("https://c.fr")).Problem!.Code, Is.EqualTo("no-sign-in"));
        Assert.That(_store.Forget(new Uri("https://a.fr")));
        Assert.That(_store.Find(null).Account!.BaseUrl, Is.EqualTo(new Uri("https://b.fr/nc/")));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows keeps rights in another way.")]
    public void The_file_is_for_its_owner_alone_and_refused_when_others_can_read_it()
    {
        _store.Save(Account("https://a.fr/"));
#pragma warning disable CA1416 // Excluded on Windows above.
        Assert.That(
            File.GetUnixFileMode(_store.Path),
            Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite)
        );
        File.SetUnixFileMode(_store.Path, UnixFileMode.UserRead | UnixFileMode.GroupRead);
#pragma warning restore CA1416

        var refused = _store.Find(null);

        Assert.That(refused.Account, Is.Null);
        Assert.That(refused.Problem!.Remedy.French, Does.Contain($"chmod 600 '{_store.Path}'"));
        Assert.That(
            _store.Save(Account("https://b.fr/"))!.Code,
            Is.EqualTo("credentials-readable-by-others")
        );
        Assert.That(
            Directory.GetFiles(Path.GetDirectoryName(_store.Path)!),
            Has.Length.EqualTo(1),
            "No draft is left."
        );
    }

    [Test]
    public void A_damaged_file_is_told()
    {
        _store.Save(Account("https://a.fr/"));
        File.WriteAllText(_store.Path, "{");

        Assert.That(_store.Find(null).Problem!.Code, Is.EqualTo("credentials-unreadable"));
    }

    [Test]
    public void The_environment_wins_over_the_folder_of_secrets_and_that_over_the_file()
    {
        _store.Save(Account("https://a.fr/"));
        var secrets = Directory.CreateDirectory(Path.Combine(_folder, "secrets")).FullName;
        File.WriteAllText(Path.Combine(secrets, "url"), "https://a.fr\n");
        File.WriteAllText(Path.Combine(secrets, "admin-password"), "vrai\n");
        _environment["CONNECTOR_SECRETS"] = secrets;
        var fromFile = _store.Find(null).Account!;
        File.WriteAllText(Path.Combine(secrets, "user"), "svc\n");
        File.WriteAllText(Path.Combine(secrets, "password"), "p w\r\n");
        var fromSecrets = _store.Find(null).Account!;
        _environment["CONNECTOR_PASSWORD"] = "env";
        var fromEnvironment = _store.Find(null).Account!;

        Assert.That((fromFile.AppPassword, fromFile.RealPassword), Is.EqualTo(("app", "vrai")));
        Assert.That((fromSecrets.UserName, fromSecrets.AppPassword), Is.EqualTo(("svc", "p w")));
        Assert.That((fromEnvironment.UserName, fromEnvironment.AppPassword), Is.EqualTo(("svc", "env")));
    }

    [TestCase("CONNECTOR_URL", "pas une adresse", "bad-server-address")]
    [TestCase("CONNECTOR_URL", "https://zoe:x@a.fr", "bad-server-address")]
    [TestCase("CONNECTOR_SECRETS", "/n/existe/pas", "no-secrets-folder")]
    [TestCase("CONNECTOR_USER", "zoé", "no-sign-in")]
    public void What_is_wrong_in_the_environment_is_told(string name, string value, string code)
    {
        _environment[name] = value;

        Assert.That(_store.Find(null).Problem!.Code, Is.EqualTo(code));
    }

    private static NextcloudAccount Account(string server) =>
        new()
        {
            BaseUrl = new Uri(server),
            UserName = "z@a.fr",
            UserId = "zoé",
            AppPassword = "app",
        };
}
