using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using static Connector.Domain.Tests.Workspaces.PlanAssert;

namespace Connector.Domain.Tests.Workspaces;

public class BlueprintMigrationTests
{
    private const string Old = "area:gt/03 Documents de travail";
    private const string New = "area:gt/03 Documents";

    private static readonly AreaSpec Area = Some.Area(
        folders:
        [
            new FolderSpec(New, "area:gt", "03 Documents", []) { FormerNames = ["03 Documents de travail"] },
            new FolderSpec($"{New}/Modèles", New, "Modèles", []),
        ]
    ) with
    {
        Blueprint = new BlueprintVersion("standard", "1.3"),
    };

    private static KnownWorkspace Ledger(string version = "standard 1.2") =>
        Some.Known(
            Known("area:gt", "7", hash: "Groupe gt", path: "Groupe gt") with
            {
                Blueprint = version,
            },
            Known(Old, "20", path: "Groupe gt/03 Documents de travail"),
            Known($"{Old}/Modèles", "21", path: "Groupe gt/03 Documents de travail/Modèles"),
            Known($"{Old}#rights", "Groupe gt/03 Documents de travail", hash: "group:gt:31:1")
        );

    private static WorkspaceSnapshot With(string name) =>
        Server(Some.Folder($"Groupe gt/{name}", 20), Some.Folder($"Groupe gt/{name}/Modèles", 21));

    [Test]
    public void A_folder_that_still_has_its_former_name_is_renamed_and_what_is_inside_stays_known()
    {
        var plan = WorkspacePlanner.Plan(Some.SpecOf(Area), With("03 Documents de travail"), Ledger());

        Is(
            plan.Steps.Single(step => step.Key == $"{New}#name"),
            Change.Update,
            new RenameNode(20, "Groupe gt/03 Documents de travail", "Groupe gt/03 Documents")
        );
        Is(plan.Steps.Single(step => step.Key == New), Change.Keep);
        Is(plan.Steps.Single(step => step.Key == $"{New}/Modèles"), Change.Keep);
        Assert.That(plan.Steps[^1].Key, NUnit.Framework.Is.EqualTo($"{New}#name"));
        Assert.That(
            plan.Steps[^1].Deed?.French,
            NUnit.Framework.Is.EqualTo("renommer « Groupe gt/03 Documents de travail » en « 03 Documents »")
        );
        Assert.That(plan.Steps[^1].Reason.French, Does.StartWith("le modèle standard 1.3 l'appelle ainsi"));
    }

    [Test]
    public void A_folder_that_somebody_renamed_keeps_that_name()
    {
        var plan = WorkspacePlanner.Plan(Some.SpecOf(Area), With("Nos papiers"), Ledger());

        Assert.That(plan.Steps.Select(step => step.Action).OfType<RenameNode>(), NUnit.Framework.Is.Empty);
        Is(plan.Steps.Single(step => step.Key == New), Change.Notice);
    }

    [Test]
    public void A_folder_renamed_back_by_hand_after_the_migration_keeps_that_name()
    {
        var migrated = LedgerMoves.Follow(Ledger(), LedgerMoves.Of(Some.SpecOf(Area), Ledger()));
        var known = migrated with
        {
            Resources = new Dictionary<string, KnownResource>(migrated.Resources)
            {
                [$"{New}#name"] = Known($"{New}#name", "20", path: "Groupe gt/03 Documents"),
            },
        };

        var plan = WorkspacePlanner.Plan(Some.SpecOf(Area), With("03 Documents de travail"), known);

        Assert.That(plan.Pending.Select(step => step.Action).OfType<RenameNode>(), NUnit.Framework.Is.Empty);
    }

    [Test]
    public void A_folder_that_somebody_deleted_is_not_made_again_under_its_new_name() =>
        Is(StepOf(Some.SpecOf(Area), New, Server(), Ledger()), Change.Notice);

    [Test]
    public void A_name_that_something_else_has_is_a_conflict_and_nothing_is_renamed()
    {
        var server = With("03 Documents de travail");
        server = server with { Nodes = [.. server.Nodes, Some.Folder("Groupe gt/03 Documents", 30)] };

        Is(StepOf(Some.SpecOf(Area), $"{New}#name", server, Ledger()), Change.Conflict);
    }

    [Test]
    public void Without_a_ledger_a_former_name_is_recognised()
    {
        var plan = WorkspacePlanner.Plan(
            Some.SpecOf(Area),
            With("03 Documents de travail"),
            KnownWorkspace.Nothing
        );

        Assert.That(
            plan.Steps.Single(step => step.Key == New).Change,
            NUnit.Framework.Is.EqualTo(Change.Adopt)
        );
        Assert.That(plan.Steps[^1].Action, NUnit.Framework.Is.TypeOf<RenameNode>());
    }

    [Test]
    public void A_folder_that_the_newer_version_adds_says_so_and_one_of_the_same_version_is_asked_for()
    {
        var area = Some.Area(folders: [new FolderSpec("area:gt/Neuf", "area:gt", "Neuf", [])]) with
        {
            Blueprint = new BlueprintVersion("standard", "1.3"),
        };

        var added = StepOf(Some.SpecOf(area), "area:gt/Neuf", Server(), Ledger());
        var asked = StepOf(Some.SpecOf(area), "area:gt/Neuf", Server(), Ledger("standard 1.3"));

        Assert.That(added.Reason.French, NUnit.Framework.Is.EqualTo("le modèle standard 1.3 l'ajoute"));
        Assert.That(asked.Reason.French, NUnit.Framework.Is.EqualTo("le modèle standard 1.3 le demande"));
    }

    [Test]
    public void What_comes_with_the_next_meeting_is_asked_for_and_not_added_by_a_version()
    {
        var group = Some.Group("gt", [new Participation("anaïs", GroupRole.Member)]);
        var spec = Some.Spec(Some.Territory(group));
        var area = spec.Areas.Single(area => area.WorkingGroupId == "gt");
        var passing = area.Folders.First(folder => area.IsPassing(folder.Key));
        var plain = area.Folders.First(folder => !area.IsPassing(folder.Key));
        var ledger = Some.Known(Known("area:gt", "7") with { Blueprint = "standard 0" });

        var plan = WorkspacePlanner.Plan(
            spec,
            Server() with
            {
                TeamFolders = [Team() with { MountPoint = area.MountPoint }],
            },
            ledger
        );

        string Reason(string key) => plan.Steps.Single(step => step.Key == key).Reason.French;
        Assert.That(Reason(passing.Key), Does.EndWith("le demande"));
        Assert.That(Reason(plain.Key), Does.EndWith("l'ajoute"));
    }

    [Test]
    public void What_was_made_before_versions_were_on_record_is_not_taken_for_an_older_version()
    {
        var area = Some.Area(folders: [new FolderSpec("area:gt/Neuf", "area:gt", "Neuf", [])]);
        var ledger = Some.Known(Known("area:gt", "7", path: "Groupe gt"));

        var step = StepOf(Some.SpecOf(area), "area:gt/Neuf", Server(), ledger);

        Assert.That(step.Reason.French, Does.EndWith("le demande"));
    }

    [Test]
    public void What_the_newer_version_leaves_out_is_told_once_with_its_content_and_kept()
    {
        var area = Some.Area() with { Blueprint = new BlueprintVersion("standard", "1.3") };

        var plan = WorkspacePlanner.Plan(Some.SpecOf(area), With("03 Documents de travail"), Ledger());

        var told = plan.Steps.Where(step => step.Key.StartsWith(Old, StringComparison.Ordinal)).ToList();
        Assert.That(told, Has.Count.EqualTo(1));
        Is(told[0], Change.Notice);
        Assert.That(
            told[0].Reason.French,
            NUnit.Framework.Is.EqualTo(
                "n'est plus dans le modèle standard 1.3 : gardé, avec tout son contenu"
            )
        );
    }

    [Test]
    public void What_was_made_for_an_earlier_meeting_is_still_part_of_the_blueprint()
    {
        var group = Some.Group("gt", [new Participation("anaïs", GroupRole.Member)]);
        var spec = Some.Spec(Some.Territory(group));
        var year = "area:gt/02 Réunions/2019";
        var ledger = Some.Known(
            Known(year, "40", path: "x"),
            Known($"{year}/2019-03-04 Rencontre", "41", path: "x"),
            Known($"{year}/2019-03-04 Rencontre/Compte-rendu 2019-03-04.docx", "42", path: "x"),
            Known("area:gt/Autre", "43", path: "x")
        );
        var server = Server(
            Some.Folder("a", 40),
            Some.Folder("b", 41),
            Some.File("c", 42),
            Some.Folder("d", 43)
        );

        var told = WorkspacePlanner
            .Plan(spec, server, ledger)
            .Steps.Where(step => step.Reason.English.StartsWith("is no longer in", StringComparison.Ordinal));

        Assert.That(told.Select(step => step.Key), NUnit.Framework.Is.EqualTo(new[] { "area:gt/Autre" }));
    }

    [TestCase("Groupe gt", "Groupe gt", true)]
    [TestCase("Notre espace", "Groupe gt", false)]
    public void A_team_folder_follows_the_file_unless_somebody_renamed_it(
        string now,
        string last,
        bool renamed
    )
    {
        var area = Area with { MountPoint = "Groupe Jeunes", Folders = [] };
        var server = WorkspaceSnapshot.Empty with
        {
            TeamFolders = [Team() with { MountPoint = now }],
            Nodes = [Some.Folder(now, 1)],
        };
        var ledger = Some.Known(Known("area:gt", "7", hash: last, path: last));

        var plan = WorkspacePlanner.Plan(Some.SpecOf(area), server, ledger);

        Assert.That(
            plan.Steps.Select(step => step.Action).OfType<RenameTeamFolder>(),
            NUnit.Framework.Is.EqualTo(
                renamed ? [new RenameTeamFolder(7, "Groupe Jeunes")] : Array.Empty<RenameTeamFolder>()
            )
        );
        Assert.That(
            plan.Steps.Single(step => step.Key == "area:gt").Change,
            NUnit.Framework.Is.EqualTo(renamed ? Change.Keep : Change.Notice)
        );
    }

    [Test]
    public void A_team_folder_that_an_administrator_renamed_gets_its_name_back_where_names_are_enforced()
    {
        var spec = Some.SpecOf(Area with { Folders = [] }) with
        {
            Enforcement = new Dictionary<ManagedField, Enforcement>
            {
                [ManagedField.Names] = Enforcement.Enforced,
            },
        };
        var server = WorkspaceSnapshot.Empty with
        {
            TeamFolders = [Team() with { MountPoint = "Notre espace" }],
            Nodes = [Some.Folder("Notre espace", 1)],
        };

        Is(
            StepOf(spec, "area:gt#name", server, Some.Known(Known("area:gt", "7", path: "Groupe gt"))),
            Change.Update,
            new RenameTeamFolder(7, "Groupe gt")
        );
    }

    [Test]
    public void A_team_folder_that_was_adopted_under_its_own_name_keeps_it()
    {
        var area = Area with { MountPoint = "Groupe Jeunes", Folders = [] };

        var plan = WorkspacePlanner.Plan(
            Some.SpecOf(area),
            Server(),
            Some.Known(Known("area:gt", "7", path: "Groupe gt"))
        );

        Assert.That(
            plan.Steps.Select(step => step.Action).OfType<RenameTeamFolder>(),
            NUnit.Framework.Is.Empty
        );
    }

    [TestCase("area:gt/A", "area:gt/B")]
    [TestCase("area:gt/A/x", "area:gt/B/x")]
    [TestCase("area:gt/A#rights", "area:gt/B#rights")]
    [TestCase("area:gt/A##1", null)]
    [TestCase("area:gt/A bis", null)]
    public void A_move_takes_a_thing_with_all_that_is_below_it(string key, string? moved) =>
        Assert.That(new KeyMove("area:gt/A", "area:gt/B").Apply(key), NUnit.Framework.Is.EqualTo(moved));
}
