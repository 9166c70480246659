using Connector.Domain.Workspaces;
using static Connector.Domain.Tests.Workspaces.PlanAssert;

namespace Connector.Domain.Tests.Workspaces;

/// <summary>What becomes of something that somebody deleted: told, and with « --restore » taken out of the trash bin.</summary>
public class TakingBackTests
{
    private const string Key = "area:gt/Réunions";
    private const string Path = "Groupe gt/Réunions";
    private const string Bin = "Réunions.d1795615037";

    private static readonly PlanOptions Restore = new() { Restore = true };

    private static readonly AreaSpec Area = Some.Area(
        folders: [new FolderSpec(Key, "area:gt", "Réunions", []), new($"{Key}/2026", Key, "2026", [])]
    );

    private static readonly KnownWorkspace Ledger = Some.Known(
        PlanAssert.Known("area:gt", "7", hash: "Groupe gt", path: "Groupe gt"),
        PlanAssert.Known(Key, "20", path: Path),
        PlanAssert.Known($"{Key}/2026", "21", path: $"{Path}/2026")
    );

    [Test]
    public void Without_being_asked_it_is_told_and_nothing_is_made()
    {
        var plan = Plan(Server() with { Trash = [Thrown(20)] }, PlanOptions.Default);

        Is(plan.Steps.Single(step => step.Key == Key), Change.Notice);
        Assert.That(Folders(plan), NUnit.Framework.Is.Empty);
    }

    [Test]
    public void When_asked_it_comes_out_of_the_trash_bin_with_all_that_is_in_it()
    {
        var plan = Plan(Server() with { Trash = [Thrown(20), Thrown(99)] }, Restore);

        Is(plan.Steps.Single(step => step.Key == Key), Change.Create, new RestoreNode(Bin, 20, Path));
        Assert.That(
            Folders(plan).Count(),
            NUnit.Framework.Is.EqualTo(1),
            "what is inside is looked at later"
        );
        Assert.That(plan.Restores);
    }

    [Test]
    public void When_the_trash_bin_has_it_no_more_it_is_made_again_empty_and_the_plan_says_so()
    {
        var plan = Plan(Server() with { Trash = [Thrown(99)] }, Restore);

        var made = Folders(plan).ToList();
        Assert.That(
            made.Select(step => step.Action),
            NUnit.Framework.Is.EqualTo(new[] { new CreateFolder(Path), new CreateFolder($"{Path}/2026") })
        );
        Assert.That(made[0].Reason.French, Does.EndWith("vide, car la corbeille ne l'a plus"));
    }

    [Test]
    public void A_file_of_its_number_in_the_trash_bin_is_something_else() =>
        Is(
            Plan(Server() with { Trash = [Thrown(20) with { IsFolder = false }] }, Restore)
                .Steps.Single(step => step.Key == Key),
            Change.Create,
            new CreateFolder(Path)
        );

    [Test]
    public void What_was_in_a_folder_that_is_gone_too_is_not_thrown_somewhere_else()
    {
        var inside = Thrown(21) with { Name = "2026.d1795615030", Path = "Groupe gt/Ailleurs/2026" };
        var server = Server(Some.Folder(Path, 20)) with { Trash = [inside] };

        var step = Plan(server, Restore).Steps.Single(step => step.Key == $"{Key}/2026");

        Is(step, Change.Conflict);
        Assert.That(step.Reason.French, Does.Contain("Groupe gt/Ailleurs/2026"));
    }

    [Test]
    public void Nothing_is_taken_back_onto_a_name_that_something_else_has()
    {
        var server = Server(Some.Folder("Groupe gt/Là", 30)) with
        {
            Trash = [Thrown(20) with { Path = "Groupe gt/Là" }],
        };

        Is(Plan(server, Restore).Steps.Single(step => step.Key == Key), Change.Conflict);
    }

    [Test]
    public void Two_looks_of_one_run_are_told_as_one()
    {
        var first = Plan(Server() with { Trash = [Thrown(20)] }, Restore);
        var second = Plan(Server(Some.Folder(Path, 20)), Restore);

        var whole = second.After(first);

        Is(whole.Steps.Single(step => step.Key == Key), Change.Create, new RestoreNode(Bin, 20, Path));
        Is(
            whole.Steps.Single(step => step.Key == $"{Key}/2026"),
            Change.Create,
            new CreateFolder($"{Path}/2026")
        );
        Assert.That(
            whole.Steps.Select(step => step.Key),
            NUnit.Framework.Is.EquivalentTo(second.Steps.Select(step => step.Key))
        );
    }

    [Test]
    public void Where_both_looks_act_on_one_thing_the_later_step_stands()
    {
        var first = Plan(Server(), Restore);
        var second = Plan(Server() with { Trash = [Thrown(20)] }, Restore);

        var whole = second.After(first);

        Is(whole.Steps.Single(step => step.Key == Key), Change.Create, new RestoreNode(Bin, 20, Path));
    }

    private static WorkspacePlan Plan(WorkspaceSnapshot server, PlanOptions options) =>
        WorkspacePlanner.Plan(Some.SpecOf(Area), server, Ledger, options);

    private static IEnumerable<PlanStep> Folders(WorkspacePlan plan) =>
        plan.Pending.Where(step => step.Stage == PlanStage.Folders);

    private static TrashState Thrown(long id) =>
        new(id, Bin, Path, IsFolder: true, DateTimeOffset.UnixEpoch, DeletedBy: null);
}
