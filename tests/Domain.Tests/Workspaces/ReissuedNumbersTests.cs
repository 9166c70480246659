using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using static Connector.Domain.Tests.Workspaces.PlanAssert;

namespace Connector.Domain.Tests.Workspaces;

/// <summary>
/// A server that was put back to an older copy gives out numbers again: what has a number that the ledger knows is
/// Connector's only where something else says so as well.
/// </summary>
public class ReissuedNumbersTests
{
    private const string Key = "area:gt/Réunions";
    private const string Path = "Groupe gt/Réunions";

    private static readonly AreaSpec Area = Some.Area(
        folders: [new FolderSpec(Key, "area:gt", "Réunions", []), new($"{Key}/2026", Key, "2026", [])]
    );

    private static readonly KnownWorkspace Ledger = Some.Known(
        Known("area:gt", "7", hash: "Groupe gt", path: "Groupe gt"),
        Known(Key, "20", path: Path),
        Known($"{Key}/2026", "21", path: $"{Path}/2026"),
        Known(WorkspaceKeys.Issued, "m1", hash: "21 7")
    );

    private static readonly IssuedNumbers Whole = new(21, 7);

    /// <summary>The copy is from before the folders, after the team folder.</summary>
    private static readonly IssuedNumbers Older = new(5, 7);

    [Test]
    public void On_a_server_that_never_went_back_a_renamed_folder_is_followed()
    {
        var plan = PlanOf(Server(Some.Folder("Groupe gt/Nos rencontres", 20)), Whole);

        Is(plan.Steps.Single(step => step.Key == Key), Change.Notice);
        Assert.That(Step(plan).Reason.English, Does.Contain("followed to 'Groupe gt/Nos rencontres'"));
    }

    [Test]
    public void A_strangers_folder_under_a_number_given_again_is_left_alone_and_named()
    {
        var plan = PlanOf(Server(Some.Folder("Groupe gt/Nos secrets", 20)), Older);

        Is(Step(plan), Change.Notice);
        Assert.That(
            Step(plan).Reason.English,
            Does.Contain("its number is now that of 'Groupe gt/Nos secrets'")
        );
        Assert.That(
            plan.Pending.Where(step => step.Key.StartsWith(Key, StringComparison.Ordinal)),
            NUnit.Framework.Is.Empty
        );
    }

    [Test]
    public void When_asked_it_is_made_in_its_own_place_and_not_in_the_strangers()
    {
        var plan = PlanOf(
            Server(Some.Folder("Groupe gt/Nos secrets", 20)),
            Older,
            new PlanOptions { Restore = true }
        );

        Assert.That(
            plan.Pending.Select(step => step.Action).OfType<CreateFolder>().Select(made => made.Path),
            NUnit.Framework.Is.EqualTo(new[] { Path, $"{Path}/2026" })
        );
    }

    [Test]
    public void What_the_copy_does_not_have_is_told_and_its_number_is_forgotten()
    {
        var settled = Settled(Server(), Older);

        Assert.That(settled.Find(Key)!.RemoteId, NUnit.Framework.Is.EqualTo(ReissuedNumbers.Lost));
        Assert.That(settled.Lost, Does.ContainKey(Key).WithValue(null));
        Assert.That(Step(PlanOf(Server(), Older)).Reason.English, Does.Contain("put back to an older copy"));

        var later = settled with { Lost = new Dictionary<string, string?>() };
        var plan = WorkspacePlanner.Plan(
            Spec,
            Server(Some.Folder("Groupe gt/Nos secrets", 20)) with
            {
                Issued = Whole,
            },
            ReissuedNumbers.Settle(later, Server() with { Issued = Whole }, Strategy.TeamFolders)
        );
        Assert.That(Step(plan).Reason.English, Does.Contain("not made again"), "for good");
    }

    [Test]
    public void What_people_made_again_by_hand_in_its_place_is_adopted()
    {
        var plan = PlanOf(Server(Some.Folder(Path, 33)), Older);

        Is(Step(plan), Change.Adopt, new Link(Known(Key, "33", path: Path)));
    }

    [Test]
    public void What_is_still_in_its_place_stays_known() =>
        Assert.That(
            Settled(Server(Some.Folder(Path, 20), Some.Folder($"{Path}/2026", 21)), Older).Lost,
            NUnit.Framework.Is.Empty
        );

    [Test]
    public void A_number_from_before_the_copy_is_followed_wherever_it_is()
    {
        var plan = PlanOf(Server(Some.Folder("Groupe gt/Nos rencontres", 20)), new IssuedNumbers(20, 7));

        Assert.That(Step(plan).Reason.English, Does.Contain("followed to"));
    }

    [Test]
    public void A_renamed_folder_is_known_by_what_it_holds() =>
        Assert.That(
            Settled(
                Server(
                    Some.Folder("Groupe gt/Nos rencontres", 20),
                    Some.Folder("Groupe gt/Nos rencontres/2026", 21)
                ),
                Older
            ).Lost,
            NUnit.Framework.Is.Empty
        );

    [Test]
    public void A_strangers_folder_that_holds_something_else_is_not() =>
        Assert.That(
            Settled(
                Server(
                    Some.Folder("Groupe gt/Nos secrets", 20),
                    Some.Folder("Groupe gt/Nos secrets/Paie", 21)
                ),
                Older
            ).Lost.Keys,
            NUnit.Framework.Is.EquivalentTo(new[] { Key, $"{Key}/2026" })
        );

    /// <summary>The harm would be the greatest: a whole group let into a stranger's team folder.</summary>
    [Test]
    public void A_strangers_team_folder_is_neither_opened_nor_renamed()
    {
        var finances = Team() with
        {
            MountPoint = "Finances",
            Groups = new Dictionary<string, int> { ["compta"] = 31 },
        };
        var server = Server() with { TeamFolders = [finances], Nodes = [Some.Folder("Finances", 2)] };
        var plan = PlanOf(server, new IssuedNumbers(5, 6));

        Is(plan.Steps.Single(step => step.Key == "area:gt"), Change.Notice);
        Assert.That(
            plan.Pending.Select(step => step.Action),
            Has.None.InstanceOf<ConfigureTeamFolder>()
                .And.None.InstanceOf<RenameTeamFolder>()
                .And.None.InstanceOf<CreateFolder>()
        );
    }

    [Test]
    public void A_team_folder_of_that_name_is_adopted_under_its_new_number()
    {
        var again = Team() with { Id = 9 };
        var plan = PlanOf(Server() with { TeamFolders = [again] }, new IssuedNumbers(5, 6));

        Is(
            plan.Steps.Single(step => step.Key == "area:gt"),
            Change.Adopt,
            new Link(Known("area:gt", "9", path: "Groupe gt"))
        );
    }

    [Test]
    public void A_team_folder_that_an_administrator_renamed_is_known_by_what_it_holds()
    {
        var renamed = Team() with { MountPoint = "Groupe d'avant" };
        var server = Server() with
        {
            TeamFolders = [renamed],
            Nodes = [Some.Folder("Groupe d'avant", 1), Some.Folder("Groupe d'avant/Réunions", 20)],
        };

        Assert.That(
            Settled(server, new IssuedNumbers(5, 6)).Lost.Keys,
            Has.None.EqualTo("area:gt").And.None.EqualTo(Key)
        );
    }

    [Test]
    public void A_document_is_known_by_its_bytes_wherever_it_is()
    {
        var known = Some.Known(
            Known($"{Key}/Notes.md", "30", hash: "h1", etag: "e1", path: $"{Path}/Notes.md"),
            Known(WorkspaceKeys.Issued, "m1", hash: "30 7")
        );
        var moved = Some.File("Groupe gt/Ailleurs.md", 30, etag: "e9", sha1: "h1");
        var foreign = Some.File("Groupe gt/Ailleurs.md", 30, etag: "e9", sha1: "h2");

        Assert.That(
            ReissuedNumbers.Settle(known, Server(moved) with { Issued = Older }, Strategy.TeamFolders).Lost,
            NUnit.Framework.Is.Empty
        );
        Assert.That(
            ReissuedNumbers.Settle(known, Server(foreign) with { Issued = Older }, Strategy.TeamFolders).Lost,
            NUnit.Framework.Is.Not.Empty
        );
    }

    [Test]
    public void Another_server_in_its_place_has_no_mark_and_nothing_is_known_there()
    {
        var server = Server(Some.Folder("Groupe gt/Photos", 20)) with
        {
            TeamFolders = [Team() with { MountPoint = "Photos" }],
        };
        var settled = ReissuedNumbers.Settle(Ledger, server, Strategy.TeamFolders);

        Assert.That(
            settled.Lost.Keys,
            NUnit.Framework.Is.EquivalentTo(new[] { "area:gt", Key, $"{Key}/2026" })
        );
    }

    [Test]
    public void A_ledger_that_never_made_a_mark_is_believed()
    {
        var unmarked = Some.Known([.. Ledger.Resources.Values.Where(one => one.Key != WorkspaceKeys.Issued)]);

        Assert.That(
            ReissuedNumbers.Settle(unmarked, Server(), Strategy.TeamFolders),
            NUnit.Framework.Is.SameAs(unmarked)
        );
    }

    [Test]
    public void A_ledger_that_is_older_than_the_server_is_believed() =>
        Assert.That(Settled(Server(), new IssuedNumbers(400, 70)), NUnit.Framework.Is.SameAs(Ledger));

    [TestCase("21 7", 21, 7)]
    [TestCase("0 0", 0, 0)]
    public void A_mark_is_two_numbers(string text, long file, long teamFolder) =>
        Assert.That(
            IssuedNumbers.Parse(text),
            NUnit.Framework.Is.EqualTo(new IssuedNumbers(file, teamFolder))
        );

    [TestCase(null)]
    [TestCase("")]
    [TestCase("21")]
    [TestCase("21 -7")]
    [TestCase("x y")]
    [TestCase("1 2 3")]
    public void Anything_else_is_no_mark(string? text) =>
        Assert.That(IssuedNumbers.Parse(text), NUnit.Framework.Is.Null);

    private static WorkspaceSpec Spec => Some.SpecOf(Area);

    private static PlanStep Step(WorkspacePlan plan) => plan.Steps.Single(step => step.Key == Key);

    private static KnownWorkspace Settled(WorkspaceSnapshot server, IssuedNumbers mark) =>
        ReissuedNumbers.Settle(Ledger, server with { Issued = mark }, Strategy.TeamFolders);

    private static WorkspacePlan PlanOf(
        WorkspaceSnapshot server,
        IssuedNumbers mark,
        PlanOptions? options = null
    ) => WorkspacePlanner.Plan(Spec, server with { Issued = mark }, Settled(server, mark), options);
}
