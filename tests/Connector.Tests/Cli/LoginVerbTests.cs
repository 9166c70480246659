using Connector.Tests.Provisioning;

namespace Connector.Connector.Tests.Cli;

/// <summary>Signing in and out, and where the secret goes: into one file, and nowhere else.</summary>
public sealed class LoginVerbTests
{
    private Workplace _place = null!;
    private Terminal _terminal = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _terminal = new Terminal { Input = Workplace.Password + "\n" };
    }

    [TearDown]
    public async Task Stop()
    {
        _terminal.Dispose();
        await _place.DisposeAsync();
    }

    private string Kept => Path.Combine(_terminal.At("config"), "connector", "credentials.json");

    private string Address => _place.Server.BaseAddress.AbsoluteUri;

    [Test]
    public async Task A_service_account_signs_in_works_and_signs_out()
    {
        var login = await _terminal.RunAsync("login", Address, "--user", "admin", "--password-stdin");
        Assert.That(login.Code, Is.Zero, login.All);
        Assert.That(login.All, Does.Not.Contain(Workplace.Password));
        Assert.That(await File.ReadAllTextAsync(Kept), Does.Not.Contain(Workplace.Password));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(
                File.GetUnixFileMode(Kept),
                Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite)
            );
        }

        Assert.That((await _terminal.RunAsync("plan", _terminal.Territory)).Code, Is.EqualTo(3));
        Assert.That((await _terminal.RunAsync("logout")).Code, Is.Zero);
        var after = await _terminal.RunAsync("plan", _terminal.Territory);
        Assert.That(after.Code, Is.EqualTo(1));
        Assert.That(after.Errors, Does.Contain("connector login"));
    }

    [Test]
    public async Task A_wrong_password_is_refused_and_nothing_is_kept()
    {
        _terminal.Input = "Un-Autre-Secret\n";
        var login = await _terminal.RunAsync("login", Address, "--user", "admin", "--password-stdin");
        Assert.That(login.Code, Is.EqualTo(1));
        Assert.That(login.All, Does.Not.Contain("Un-Autre-Secret"));
        Assert.That(File.Exists(Kept), Is.False);
    }

    [TestCase("--user", "admin")]
    [TestCase("--password-stdin")]
    public async Task One_of_the_two_options_alone_is_told(params string[] options)
    {
        var login = await _terminal.RunAsync(["login", Address, .. options]);
        Assert.That(login.Code, Is.EqualTo(1));
        Assert.That(login.Errors, Does.Contain("--user").And.Contain("--password-stdin"));
    }

    [Test]
    public async Task Without_a_password_on_standard_input_the_way_is_shown()
    {
        _terminal.Input = "";
        var login = await _terminal.RunAsync("login", Address, "--user", "admin", "--password-stdin");
        Assert.That(login.Code, Is.EqualTo(1));
        Assert.That(login.Errors, Does.Contain("< "));
    }
}
