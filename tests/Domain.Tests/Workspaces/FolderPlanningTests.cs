using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

public class FolderPlanningTests
{
    private const string Key = "area:gt/Réunions";
    private const string Path = "Groupe gt/Réunions";
    private const string Rights = "area:gt/Réunions#rights";
    private static readonly AclRule[] Rules = [new("group", "gt", 31, 1)];
    private static readonly AclRule[] Persons = [new("group", "gt", 31, 3)];
    private static readonly KnownResource Linked = PlanAssert.Known(Key, "20", path: Path);
    private static readonly string Wanted = AclRule.Canonical(Rules);
    private static readonly WorkspaceSpec Spec = Some.SpecOf(
        Some.Area(folders: [new(Key, "area:gt", "Réunions", Rules), new($"{Key}/2026", Key, "2026", [])]),
        Some.Area("autre", folders: [new("area:autre/Photos", "area:autre", "Photos", [])])
    );

    [Test]
    public void A_folder_that_is_missing_is_made() => Is(Change.Create, new CreateFolder(Path));

    [TestCase("Groupe gt/Réunions")]
    [TestCase("Groupe gt/Re\u0301unions")]
    [TestCase("Groupe gt/RÉUNIONS")]
    public void A_folder_of_that_name_is_linked_however_it_is_spelled(string path) =>
        Is(Change.Adopt, new Link(Linked with { Path = path }), Some.Folder(path, 20));

    [Test]
    public void What_goes_below_follows_the_spelling_that_is_there() =>
        PlanAssert.Is(
            PlanAssert.StepOf(Spec, $"{Key}/2026", PlanAssert.Server(Some.Folder("Groupe gt/RÉUNIONS", 20))),
            Change.Create,
            new CreateFolder("Groupe gt/RÉUNIONS/2026")
        );

    [Test]
    public void A_file_in_the_way_is_a_conflict_and_nothing_goes_below()
    {
        var server = PlanAssert.Server(Some.File(Path, 20));

        PlanAssert.Is(PlanAssert.StepOf(Spec, Key, server), Change.Conflict);
        Assert.That(PlanAssert.Keys(Spec, server), Has.None.EqualTo($"{Key}/2026"));
    }

    [Test]
    public void A_linked_folder_in_place_is_kept() => IsKnown(Change.Keep, Some.Folder(Path, 20));

    [Test]
    public void A_renamed_folder_is_followed()
    {
        var server = PlanAssert.Server(Some.Folder("Groupe gt/Rencontres", 20));

        PlanAssert.Is(PlanAssert.StepOf(Spec, Key, server, Some.Known(Linked)), Change.Notice);
        PlanAssert.Is(
            PlanAssert.StepOf(Spec, $"{Key}/2026", server, Some.Known(Linked)),
            Change.Create,
            new CreateFolder("Groupe gt/Rencontres/2026")
        );
    }

    [Test]
    public void A_renamed_folder_is_followed_even_when_another_took_its_name() =>
        IsKnown(Change.Notice, Some.Folder("Groupe gt/Rencontres", 20), Some.Folder(Path, 21));

    [Test]
    public void Into_a_folder_moved_to_another_area_nothing_is_written()
    {
        var server = PlanAssert.Server(Some.Folder("Groupe autre/Réunions", 20));

        PlanAssert.Is(PlanAssert.StepOf(Spec, Key, server, Some.Known(Linked)), Change.Notice);
        Assert.That(PlanAssert.Keys(Spec, server, Some.Known(Linked)), Has.None.EqualTo($"{Key}/2026"));
    }

    [Test]
    public void A_deleted_folder_is_not_made_again_nor_what_was_below()
    {
        var known = Some.Known(Linked);

        PlanAssert.Is(PlanAssert.StepOf(Spec, Key, PlanAssert.Server(), known), Change.Notice);
        Assert.That(PlanAssert.Keys(Spec, PlanAssert.Server(), known), Has.None.EqualTo($"{Key}/2026"));
    }

    [Test]
    public void A_deleted_folder_that_somebody_made_anew_is_linked() =>
        IsKnown(Change.Adopt, new Link(Linked with { RemoteId = "21" }), Some.Folder(Path, 21));

    [Test]
    public void A_file_that_got_the_folders_old_number_is_not_the_folder() =>
        IsKnown(Change.Notice, Some.File("Groupe gt/Photo.jpg", 20));

    [Test]
    public void A_folder_that_is_another_of_ours_is_not_taken_for_this_one()
    {
        var known = Some.Known(PlanAssert.Known("area:autre/Photos", "20", path: "Groupe autre/Photos"));

        PlanAssert.Is(
            PlanAssert.StepOf(Spec, Key, PlanAssert.Server(Some.Folder(Path, 20)), known),
            Change.Conflict
        );
    }

    [Test]
    public void Rules_are_set_where_there_are_none() => RightsAre(Change.Create, new SetAcl(Path, Rules), []);

    [Test]
    public void Rules_in_place_go_on_record() =>
        RightsAre(Change.Adopt, new Link(PlanAssert.Known(Rights, Path, Wanted)), Rules);

    [Test]
    public void Rules_in_place_and_on_record_are_kept() =>
        RightsAre(Change.Keep, null, Rules, PlanAssert.Known(Rights, Path, Wanted));

    [Test]
    public void The_servers_order_of_rules_means_nothing()
    {
        AclRule[] rules = [new("group", "a", 31, 1), new("user", "b", 3, 31)];

        Assert.That(
            AclRule.Canonical([new("user", "b", 3, 3), rules[0]]),
            NUnit.Framework.Is.EqualTo(AclRule.Canonical(rules))
        );
    }

    [Test]
    public void Rules_that_were_there_before_are_left() => RightsAre(Change.Notice, null, Persons);

    [Test]
    public void Rules_that_somebody_changed_are_left() =>
        RightsAre(Change.Notice, null, Persons, PlanAssert.Known(Rights, Path, Wanted));

    [Test]
    public void Rules_that_somebody_removed_stay_away() =>
        RightsAre(Change.Notice, null, [], PlanAssert.Known(Rights, Path, Wanted));

    [Test]
    public void Rules_that_Connector_set_follow_the_blueprint() =>
        RightsAre(
            Change.Update,
            new SetAcl(Path, Rules),
            Persons,
            PlanAssert.Known(Rights, Path, AclRule.Canonical(Persons))
        );

    [Test]
    public void Rules_that_somebody_set_after_a_dead_run_are_left() =>
        PlanAssert.Is(
            PlanAssert.StepOf(
                Spec,
                Rights,
                PlanAssert.Server(Some.Folder(Path, 20, Persons)),
                Some.Known(Linked).Begun(Rights)
            ),
            Change.Notice
        );

    private static void Is(Change change, WorkspaceAction? action, params NodeState[] inside) =>
        PlanAssert.Is(PlanAssert.StepOf(Spec, Key, PlanAssert.Server(inside)), change, action);

    private static void IsKnown(Change change, params NodeState[] inside) => IsKnown(change, null, inside);

    private static void IsKnown(Change change, WorkspaceAction? action, params NodeState[] inside) =>
        PlanAssert.Is(
            PlanAssert.StepOf(Spec, Key, PlanAssert.Server(inside), Some.Known(Linked)),
            change,
            action
        );

    private static void RightsAre(
        Change change,
        WorkspaceAction? action,
        AclRule[] there,
        params KnownResource[] known
    ) =>
        PlanAssert.Is(
            PlanAssert.StepOf(
                Spec,
                Rights,
                PlanAssert.Server(Some.Folder(Path, 20, there)),
                Some.Known([Linked, .. known])
            ),
            change,
            action
        );
}
