using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.NUnit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace Connector.Tests;

/// <summary>The directions of <c>docs/architecture.md</c>.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] Features =
    [
        "TerritoryFiles",
        "CalendarSync",
        "Conversion",
        "DocumentFlow",
        "Actions",
        "Publishing",
        "Roadmaps",
        "Minutes",
        "Reviews",
        "Directories",
        "Invitations",
        "Inspirations",
        "Needs",
        "Cartography",
        "Persons",
        "Nextcloud",
        "Provisioning",
        "Ledger",
        "Reports",
        "Calendars",
        "Service",
        "Jobs",
        "Audit",
        "Web",
        "Cli",
    ];

    private static readonly Assembly Product = typeof(Cli.Doorway).Assembly;

    private static readonly Architecture Architecture = new ArchLoader().LoadAssemblies(Product).Build();

    [Test]
    public void The_domain_uses_nothing_but_the_runtime() =>
        Assert.That(References(typeof(Domain.Text).Assembly), Is.Empty);

    [Test]
    public void Templates_use_the_Open_XML_SDK_and_what_reads_Markdown_and_draws_QR_codes() =>
        Assert.That(
            References(typeof(Templates.DocumentTemplate).Assembly)
                .Where(name => !name.StartsWith("DocumentFormat.OpenXml", StringComparison.Ordinal)),
            Is.EquivalentTo(new[] { "Markdig", "QRCoder" })
        );

    [Test]
    public void The_DevServer_knows_nothing_of_ours() =>
        Assert.That(
            References(typeof(DevServer.DevServerHost).Assembly)
                .Where(name => name.StartsWith("Connector", StringComparison.OrdinalIgnoreCase)),
            Is.Empty
        );

    [Test]
    public void Only_the_demo_knows_the_DevServer() =>
        Types()
            .That()
            .ResideInNamespaceMatching("^Connector(?!\\.Cli\\.Demo)")
            .Should()
            .NotDependOnAnyTypesThat()
            .ResideInNamespaceMatching("^Connector\\.DevServer")
            .Check(Architecture);

    [Test]
    public void Nothing_knows_the_doors()
    {
        foreach (var feature in Features.Where(feature => feature != "Cli"))
        {
            MustNotUse(feature, "Cli");
        }
    }

    [TestCase("Nextcloud", "Provisioning")]
    [TestCase("Nextcloud", "Ledger")]
    [TestCase("Nextcloud", "TerritoryFiles")]
    [TestCase("Ledger", "Nextcloud")]
    [TestCase("Ledger", "Provisioning")]
    [TestCase("TerritoryFiles", "Nextcloud")]
    [TestCase("TerritoryFiles", "Provisioning")]
    [TestCase("TerritoryFiles", "Ledger")]
    [TestCase("CalendarSync", "Nextcloud")]
    [TestCase("CalendarSync", "TerritoryFiles")]
    [TestCase("Conversion", "Nextcloud")]
    [TestCase("Conversion", "Provisioning")]
    [TestCase("Provisioning", "Roadmaps")]
    [TestCase("Provisioning", "Minutes")]
    [TestCase("Actions", "Minutes")]
    [TestCase("Roadmaps", "Minutes")]
    [TestCase("Minutes", "Roadmaps")]
    [TestCase("Persons", "Provisioning")]
    [TestCase("Persons", "Roadmaps")]
    [TestCase("Provisioning", "Persons")]
    [TestCase("Publishing", "Roadmaps")]
    [TestCase("Publishing", "Minutes")]
    [TestCase("Nextcloud", "Roadmaps")]
    [TestCase("Ledger", "Roadmaps")]
    [TestCase("Needs", "Nextcloud")]
    [TestCase("Needs", "Provisioning")]
    [TestCase("Needs", "DocumentFlow")]
    [TestCase("Cartography", "Nextcloud")]
    [TestCase("Cartography", "TerritoryFiles")]
    [TestCase("Cartography", "Provisioning")]
    [TestCase("Cartography", "DocumentFlow")]
    [TestCase("DocumentFlow", "Nextcloud")]
    [TestCase("DocumentFlow", "TerritoryFiles")]
    [TestCase("Provisioning", "Jobs")]
    [TestCase("Ledger", "Jobs")]
    [TestCase("Nextcloud", "Jobs")]
    [TestCase("Reports", "Jobs")]
    [TestCase("Jobs", "Web")]
    [TestCase("Audit", "Jobs")]
    [TestCase("Audit", "Web")]
    [TestCase("Service", "Web")]
    [TestCase("Service", "Provisioning")]
    public void Features_do_not_reach_into_each_other(string from, string to) => MustNotUse(from, to);

    private static void MustNotUse(string from, string to) =>
        Types()
            .That()
            .ResideInNamespaceMatching($"^Connector\\.{from}(\\.|$)")
            .Should()
            .NotDependOnAnyTypesThat()
            .ResideInNamespaceMatching($"^Connector\\.{to}(\\.|$)")
            .Check(Architecture);

    private static IEnumerable<string> References(Assembly assembly) =>
        assembly
            .GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name =>
                !name.StartsWith("System", StringComparison.Ordinal)
                && !name.StartsWith("Microsoft.", StringComparison.Ordinal)
                && name != "netstandard"
            );
}
