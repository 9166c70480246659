namespace Connector.Connector.Tests.Cli;

/// <summary>The manual pages, in both languages, and what a slip of the keyboard is told.</summary>
public sealed class HelpTests
{
    private Terminal _terminal = null!;

    [SetUp]
    public void Start() => _terminal = new Terminal();

    [TearDown]
    public void Stop() => _terminal.Dispose();

    [Test]
    public async Task Every_verb_has_a_whole_page_in_both_languages(
        [Values(
            "login",
            "logout",
            "doctor",
            "adopt",
            "blueprint",
            "drift",
            "plan",
            "apply",
            "close",
            "reopen",
            "status",
            "minutes",
            "minutes status",
            "minutes publish",
            "announce",
            "announce preview",
            "announce send",
            "announce status",
            "announce retry",
            "announce test",
            "calendar",
            "calendar series",
            "calendar next",
            "calendar status",
            "calendar move",
            "calendar cancel",
            "calendar restore",
            "calendar conflicts",
            "calendar import",
            "calendar take",
            "serve",
            "config",
            "config check",
            "console",
            "console link",
            "job",
            "job run",
            "job list",
            "job show",
            "job cancel",
            "job retry",
            "token",
            "token create",
            "token list",
            "token revoke",
            "audit",
            "audit list",
            "audit export",
            "audit verify",
            "ledger",
            "ledger backup",
            "ledger verify",
            "ledger restore",
            "coverage",
            "inspirations",
            "diagnosis",
            "directory",
            "directory init",
            "directory import",
            "directory export",
            "directory visits",
            "directory candidates",
            "directory invite",
            "directory map",
            "directory check",
            "review",
            "roadmap",
            "roadmap status",
            "roadmap publish",
            "roadmap remind",
            "roadmap sign",
            "roadmap verify",
            "template",
            "template list",
            "template get",
            "template fields",
            "template lint",
            "template fill",
            "template convert",
            "template merge",
            "init",
            "schema",
            "demo"
        )]
            string verb
    )
    {
        var french = await _terminal.RunAsync([.. verb.Split(' '), "--help"]);
        var english = await _terminal.RunAsync([.. verb.Split(' '), "--help", "--lang", "en"]);
        foreach (
            var (said, titles) in new[]
            {
                (french, new[] { "Usage", "Options", "Exemples", "Codes de sortie" }),
                (english, ["Usage", "Options", "Examples", "Exit codes"]),
            }
        )
        {
            Assert.That(said.Code, Is.Zero);
            Assert.That(said.Errors, Is.Empty);
            foreach (var title in titles.Append($"connector {verb}").Append("--lang fr|en"))
            {
                Assert.That(said.Out, Does.Contain(title));
            }
        }

        Assert.That(english.Out, Is.Not.EqualTo(french.Out));
        Assert.That(english.Out, Does.Not.Contain("fichier").And.Not.Contain("Montre"));
    }

    [Test]
    public async Task The_program_alone_shows_every_verb()
    {
        var said = await _terminal.RunAsync();
        Assert.That(said.Code, Is.Zero);
        foreach (
            var verb in new[]
            {
                "login",
                "logout",
                "doctor",
                "adopt",
                "blueprint",
                "plan",
                "apply",
                "close",
                "reopen",
                "status",
                "template",
                "init",
                "schema",
                "demo",
            }
        )
        {
            Assert.That(said.Out, Does.Match($"(?m)^ +{verb} "));
        }
    }

    [Test]
    public async Task English_is_spoken_where_the_machine_speaks_it()
    {
        _terminal.Environment["LANG"] = "en_GB.UTF-8";
        Assert.That((await _terminal.RunAsync("plan", "--help")).Out, Does.Contain("Exit codes"));
        _terminal.Environment["LC_ALL"] = "fr_FR.UTF-8";
        Assert.That((await _terminal.RunAsync("plan", "--help")).Out, Does.Contain("Codes de sortie"));
    }

    [TestCase("plna", "--help")]
    [TestCase("plan", "plan --help", "--jsno")]
    [TestCase("apply", "apply --help", "--server", "nuage")]
    [TestCase("init", "init --help", "--forse")]
    public async Task A_slip_is_told_with_where_to_look(string verb, string hint, params string[] rest)
    {
        var said = await _terminal.RunAsync([verb, .. rest]);
        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Out, Is.Empty);
        Assert.That(said.Errors, Does.Contain(rest.LastOrDefault() ?? verb).And.Contain($"connector {hint}"));
        Assert.That(said.Errors, Does.Not.Contain('\e'), "no colours where nobody looks at a terminal");
    }

    [Test]
    public async Task The_schema_is_JSON_and_nothing_else()
    {
        var said = await _terminal.RunAsync("schema");
        Assert.That(said.Code, Is.Zero);
        Assert.That(() => System.Text.Json.JsonDocument.Parse(said.Out), Throws.Nothing);
    }

    [Test]
    public async Task Init_writes_an_example_once_and_never_over_a_file()
    {
        var first = await _terminal.RunAsync("init", _terminal.At("neuf"));
        var path = Path.Combine(_terminal.At("neuf"), "territoire.yaml");
        Assert.That(first.Code, Is.Zero, first.All);
        await File.WriteAllTextAsync(path, "à moi");

        var second = await _terminal.RunAsync("init", _terminal.At("neuf"));
        Assert.That(second.Code, Is.EqualTo(1));
        Assert.That(second.Errors, Does.Contain(path));
        Assert.That(await File.ReadAllTextAsync(path), Is.EqualTo("à moi"));
    }

    [Test]
    public async Task Init_where_nothing_can_be_written_says_so()
    {
        var said = await _terminal.RunAsync("init", Path.Combine(_terminal.Territory, "dedans"));
        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Errors, Does.Contain("territoire.yaml").And.Contain("→"));
    }
}
