using Connector.Domain.Documents;
using Connector.Domain.Workspaces;
using Connector.Domain.Workspaces.Adoption;

namespace Connector.Domain.Tests.Workspaces.Adoption;

public partial class AdoptionTests
{
    private const string Meetings = "area:gt/02 Réunions";
    private const string Minutes = "area:gt/02 Réunions/Comptes-rendus";
    private const string Roadmap = "area:gt/Feuille de route.docx";

    private static readonly WorkspaceSpec Spec = Some.SpecOf(
        Some.Area(
            folders:
            [
                new(Meetings, "area:gt", "02 Réunions", []),
                new(Minutes, Meetings, "Comptes-rendus", []),
            ],
            documents:
            [
                new()
                {
                    Key = Roadmap,
                    ParentKey = "area:gt",
                    Name = "Feuille de route.docx",
                    Kind = DocumentKind.Roadmap,
                    ContentHash = "ours",
                },
            ],
            calendar: new CalendarSpec
            {
                Key = "calendar:gt",
                Uri = "connector-gt",
                DisplayName = "Jeunes",
                Colour = "#000000",
                Shares = new Dictionary<string, bool>(),
                Events = [],
            }
        )
    );

    [TestCase("Groupe gt", MatchQuality.Exact)]
    [TestCase("groupe GT", MatchQuality.Folded)]
    [TestCase("03 - Groupe gt", MatchQuality.Folded)]
    [TestCase("Groupe gtt", MatchQuality.Near)]
    public void A_team_folder_is_found_by_its_name(string mountPoint, MatchQuality quality)
    {
        var line = LineOf(Server(mountPoint), "area:gt");

        Assert.That((line.State, line.Quality), Is.EqualTo((AdoptionState.Proposed, quality)));
        Assert.That(line.Found, Is.EqualTo(new AdoptionCandidate("7", mountPoint, mountPoint)));
    }

    [Test]
    public void Nothing_alike_is_missing() =>
        Assert.That(LineOf(Server("Comptabilité"), "area:gt").State, Is.EqualTo(AdoptionState.Missing));

    [TestCase("02 Réunions", MatchQuality.Exact)]
    [TestCase("02 REUNIONS", MatchQuality.Folded)]
    [TestCase("02 Re\u0301unions", MatchQuality.Folded)]
    [TestCase("2-reunions", MatchQuality.Folded)]
    [TestCase("Réunions", MatchQuality.Folded)]
    [TestCase("04 Réunions", MatchQuality.Near)]
    [TestCase("Réunion", MatchQuality.Near)]
    [TestCase("Réunions mensuelles", MatchQuality.Near)]
    [TestCase("Factures", MatchQuality.None)]
    [TestCase("Bilans 2026", MatchQuality.None)]
    public void A_folder_is_found_in_its_team_folder(string name, MatchQuality quality) =>
        Assert.That(
            LineOf(Server("Groupe gt", Some.Folder($"Groupe gt/{name}", 20)), Meetings).Quality,
            Is.EqualTo(quality)
        );

    [Test]
    public void What_is_inside_is_looked_for_in_the_folder_that_was_found()
    {
        var server = Server(
            "GROUPE GT",
            Some.Folder("GROUPE GT/reunions", 20),
            Some.Folder("GROUPE GT/reunions/comptes rendus", 21),
            Some.Folder("GROUPE GT/Comptes-rendus", 22)
        );

        Assert.That(LineOf(server, Minutes).Found?.Id, Is.EqualTo("21"));
        Assert.That(LineOf(server, Minutes).ParentKey, Is.EqualTo(Meetings));
    }

    [Test]
    public void A_file_is_no_folder_and_a_folder_no_document()
    {
        var server = Server(
            "Groupe gt",
            Some.File("Groupe gt/02 Réunions", 20),
            Some.Folder("Groupe gt/Feuille de route.docx", 21)
        );

        Assert.That(LineOf(server, Meetings).State, Is.EqualTo(AdoptionState.Missing));
        Assert.That(LineOf(server, Roadmap).State, Is.EqualTo(AdoptionState.Missing));
    }

    [TestCase("feuille_de_route.DOCX", MatchQuality.Folded)]
    [TestCase("Feuille de route.odt", MatchQuality.Near)]
    [TestCase("Feuille de route 2025.docx", MatchQuality.Near)]
    [TestCase("Feuille de route.png", MatchQuality.None)]
    public void The_type_of_a_document_counts(string name, MatchQuality quality) =>
        Assert.That(
            LineOf(Server("Groupe gt", Some.File($"Groupe gt/{name}", 20)), Roadmap).Quality,
            Is.EqualTo(quality)
        );

    [Test]
    public void What_the_ledger_links_is_neither_looked_for_nor_proposed()
    {
        var known = Some.Known(
            PlanAssert.Known("area:gt", "7", path: "Groupe gt"),
            PlanAssert.Known("area:ancien/Réunions", "20", path: "Groupe gt/Réunions")
        );
        var lines = Propose(Spec, Server("Groupe gt", Some.Folder("Groupe gt/Réunions", 20)), known).Lines;

        Assert.That(lines.Select(line => line.Key), Has.None.EqualTo("area:gt"));
        Assert.That(lines.Single(line => line.Key == Meetings).State, Is.EqualTo(AdoptionState.Missing));
    }

    [Test]
    public void A_number_of_a_team_folder_is_not_the_number_of_a_file()
    {
        var known = Some.Known(PlanAssert.Known("area:gt", "7", path: "Groupe gt"));

        Assert.That(
            Propose(Spec, Server("Groupe gt", Some.Folder("Groupe gt/Réunions", 7)), known)
                .Lines.Single(line => line.Key == Meetings)
                .Found?.Id,
            Is.EqualTo("7")
        );
    }

    [Test]
    public void A_team_folder_that_nobody_lets_us_into_is_told()
    {
        var server = Server("Groupe gt") with { Nodes = [] };

        Assert.That(LineOf(server, "area:gt").IsUnseen);
        Assert.That(Keys(server), Has.None.EqualTo(Meetings));
    }

    [Test]
    public void With_plain_folders_the_area_is_a_folder_of_the_account_and_never_a_team_folder()
    {
        var server = Server("Groupe gt", Some.Folder("groupe GT", 20), Some.Folder("groupe GT/Réunions", 21));
        var lines = Propose(Spec with { Strategy = Strategy.SharedFolders }, server).Lines;

        Assert.That(lines.Single(line => line.Key == "area:gt").Found?.Id, Is.EqualTo("20"));
        Assert.That(lines.Single(line => line.Key == Meetings).Found?.Id, Is.EqualTo("21"));
    }

    [Test]
    public void A_group_of_another_identifier_is_only_told()
    {
        var spec = Spec with { Groups = [new GroupSpec("gt", "Jeunes", [])] };
        var server = Server("Groupe gt") with { Groups = Groups(("equipe-jeunes", "JEUNES")) };
        var line = Propose(spec, server).Lines.Single(line => line.Key == "group:gt");

        Assert.That(line.State, Is.EqualTo(AdoptionState.Information));
        Assert.That(Propose(spec, server).Links(KnownWorkspace.Nothing, _ => true), Does.Not.Contain(line));
        Assert.That(
            Propose(spec, server with { Groups = Groups(("gt", "Autre nom")) }).Lines[0],
            Has.Property("State")
                .EqualTo(AdoptionState.Proposed)
                .And.Property("Quality")
                .EqualTo(MatchQuality.Exact)
        );
    }

    [TestCase("personal", "jeunes", MatchQuality.Folded)]
    [TestCase("connector-gt", "Tout autre", MatchQuality.Exact)]
    public void A_calendar_is_found_by_our_address_or_its_name(string uri, string name, MatchQuality quality)
    {
        var server = Server("Groupe gt") with
        {
            Calendars =
            [
                new CalendarState
                {
                    Uri = uri,
                    DisplayName = name,
                    Shares = new Dictionary<string, bool>(),
                },
            ],
        };
        var line = LineOf(server, "calendar:gt");

        Assert.That((line.Found?.Id, line.Quality), Is.EqualTo((uri, quality)));
        Assert.That(AdoptionProposal.Resource(line).Path, Is.Null);
    }

    [Test]
    public void Nothing_of_a_folder_is_linked_before_the_folder()
    {
        var proposal = Propose(Spec, Server("Groupe gtt", Some.Folder("Groupe gtt/02 Réunions", 20)));

        Assert.That(
            proposal.Links(KnownWorkspace.Nothing, line => line.Quality == MatchQuality.Exact),
            Is.Empty
        );
        Assert.That(
            proposal.Links(KnownWorkspace.Nothing, _ => true).Select(line => line.Key),
            Is.EqualTo(new[] { "area:gt", Meetings })
        );
    }

    [TestCase("theirs", null)]
    [TestCase("ours", "ours")]
    [TestCase(null, null)]
    public void A_document_is_a_persons_unless_it_holds_our_very_bytes(string? sha1, string? hash)
    {
        var server = Server("Groupe gt", Some.File("Groupe gt/Feuille de route.docx", 20, "e9", sha1));

        Assert.That(
            AdoptionProposal.Resource(LineOf(server, Roadmap)),
            Is.EqualTo(PlanAssert.Known(Roadmap, "20", hash, "e9", "Groupe gt/Feuille de route.docx"))
        );
    }

    private static AdoptionProposal Propose(
        WorkspaceSpec spec,
        WorkspaceSnapshot server,
        KnownWorkspace? known = null
    ) => Domain.Workspaces.Adoption.Adoption.Propose(spec, server, known ?? KnownWorkspace.Nothing);

    private static AdoptionLine LineOf(WorkspaceSnapshot server, string key) =>
        Propose(Spec, server).Lines.Single(line => line.Key == key);

    private static IEnumerable<string> Keys(WorkspaceSnapshot server) =>
        Propose(Spec, server).Lines.Select(line => line.Key);

    private static WorkspaceSnapshot Server(string mountPoint, params NodeState[] inside) =>
        WorkspaceSnapshot.Empty with
        {
            TeamFolders = [Team(7, mountPoint)],
            Nodes = [Some.Folder(mountPoint, 1), .. inside],
        };

    private static TeamFolderState Team(long id, string mountPoint) =>
        new(id, mountPoint, new Dictionary<string, int>(), Acl: false);

    private static Dictionary<string, GroupState> Groups(params (string Id, string Name)[] groups) =>
        groups.ToDictionary(group => group.Id, group => new GroupState(group.Name, new HashSet<string>()));
}
