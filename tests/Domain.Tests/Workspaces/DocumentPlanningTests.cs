using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

public class DocumentPlanningTests
{
    private const string Key = "area:gt/Note.md";
    private const string Path = "Groupe gt/Note.md";

    private static readonly DocumentSpec Document = new()
    {
        Key = Key,
        ParentKey = "area:gt",
        Name = "Note.md",
        Kind = DocumentKind.Welcome,
        ContentHash = "new",
    };

    private static readonly KnownResource Ours = PlanAssert.Known(Key, "20", "old", "e1", Path);

    [Test]
    public void A_document_that_is_missing_is_written_where_nothing_is() =>
        Is(Change.Create, new PutDocument(Document, Path, null), null);

    [Test]
    public void A_document_that_was_there_is_linked_as_a_persons() =>
        Is(
            Change.Adopt,
            new Link(PlanAssert.Known(Key, "20", null, "e1", Path)),
            null,
            Some.File(Path, 20, sha1: "theirs")
        );

    [Test]
    public void A_document_of_exactly_our_bytes_is_linked_as_ours() =>
        Is(
            Change.Adopt,
            new Link(PlanAssert.Known(Key, "20", "new", "e1", Path)),
            null,
            Some.File(Path, 20, sha1: "new")
        );

    [Test]
    public void A_folder_in_the_way_is_a_conflict() => Is(Change.Conflict, null, null, Some.Folder(Path, 20));

    [Test]
    public void A_deleted_document_is_not_written_again() => Is(Change.Notice, null, Ours);

    [Test]
    public void A_document_replaced_by_another_file_is_linked_as_a_persons() =>
        Is(
            Change.Adopt,
            new Link(PlanAssert.Known(Key, "21", null, "e9", Path)),
            Ours,
            Some.File(Path, 21, "e9")
        );

    [Test]
    public void An_untouched_document_follows_the_territory_wherever_it_was_moved() =>
        Is(
            Change.Update,
            new PutDocument(Document, "Groupe gt/Ailleurs.md", "e1") { Replaces = "old" },
            Ours,
            Some.File("Groupe gt/Ailleurs.md", 20, "e1", "old")
        );

    [Test]
    public void A_new_ETag_on_the_same_bytes_is_no_edit() =>
        Is(
            Change.Update,
            new PutDocument(Document, Path, "e2") { Replaces = "old" },
            Ours,
            Some.File(Path, 20, "e2", "old")
        );

    [Test]
    public void Without_the_servers_hash_the_ETag_decides() =>
        Is(
            Change.Update,
            new PutDocument(Document, Path, "e1") { Replaces = "old" },
            Ours,
            Some.File(Path, 20, "e1")
        );

    [TestCase("e2", null)]
    [TestCase("e2", "theirs")]
    [TestCase("e1", "theirs")]
    public void An_edited_document_is_kept(string etag, string? sha1) =>
        Is(Change.Keep, null, Ours, Some.File(Path, 20, etag, sha1));

    [TestCase("e2", null)]
    [TestCase("e2", "theirs")]
    [TestCase("e1", "theirs")]
    public void New_data_are_merged_into_a_roadmap_that_people_edited(string etag, string? sha1) =>
        Roadmap(
            Change.Update,
            new MergeDocument(Document with { Kind = DocumentKind.Roadmap }, Path, 20, "old"),
            Ours with
            {
                BaseHash = "old",
            },
            Some.File(Path, 20, etag, sha1)
        );

    [TestCase("e1", null)]
    [TestCase("e1", "merged")]
    [TestCase("e2", "theirs")]
    public void What_was_merged_is_never_taken_for_untouched(string etag, string? sha1)
    {
        var merged = Ours with { ContentHash = null, BaseHash = "old" };
        Roadmap(
            Change.Update,
            new MergeDocument(Document with { Kind = DocumentKind.Roadmap }, Path, 20, "old"),
            merged,
            Some.File(Path, 20, etag, sha1)
        );
        Roadmap(Change.Keep, null, merged with { BaseHash = "new" }, Some.File(Path, 20, etag, sha1));
    }

    [Test]
    public void An_edited_roadmap_is_kept_while_the_data_stay_as_they_were() =>
        Roadmap(
            Change.Keep,
            null,
            Ours with
            {
                ContentHash = "new",
                BaseHash = "new",
            },
            Some.File(Path, 20, "e2", "theirs")
        );

    [Test]
    public void An_edited_roadmap_without_a_base_is_left_and_told() =>
        Roadmap(Change.Notice, null, Ours, Some.File(Path, 20, "e2", "theirs"));

    [TestCase("e2", "new", Change.Notice)]
    [TestCase("e3", "new", Change.Update)]
    [TestCase("e2", "older", Change.Update)]
    public void What_could_not_be_merged_is_tried_again_when_file_or_data_moved(
        string etag,
        string data,
        Change expected
    )
    {
        var tried = PlanAssert.Known(WorkspaceKeys.Unmerged(Key), "20", data, etag);
        var step = PlanAssert.StepOf(
            Spec(Document with { Kind = DocumentKind.Roadmap }),
            Key,
            PlanAssert.Server(Some.File(Path, 20, "e2", "theirs")),
            Some.Known(Ours with { BaseHash = "old" }, tried)
        );
        Assert.That(step.Change, NUnit.Framework.Is.EqualTo(expected));
    }

    [Test]
    public void A_plan_says_that_what_was_written_is_kept()
    {
        var step = PlanAssert.StepOf(
            Spec(Document with { Kind = DocumentKind.Minutes }),
            Key,
            PlanAssert.Server(Some.File(Path, 20, "e2", "theirs")),
            Some.Known(Ours with { BaseHash = "old" })
        );
        Assert.That(
            step.Deed?.French,
            NUnit.Framework.Is.EqualTo($"actualiser le document « {Path} » en gardant ce qui y a été écrit")
        );
    }

    [Test]
    public void A_roadmap_of_exactly_our_bytes_is_linked_with_its_base() =>
        Roadmap(
            Change.Adopt,
            new Link(PlanAssert.Known(Key, "20", "new", "e1", Path) with { BaseHash = "new" }),
            null,
            Some.File(Path, 20, sha1: "new")
        );

    [Test]
    public void Another_file_in_the_place_of_a_roadmap_is_a_persons_and_nothing_is_merged_into_it() =>
        Roadmap(
            Change.Adopt,
            new Link(PlanAssert.Known(Key, "21", null, "e9", Path)),
            Ours with
            {
                BaseHash = "old",
            },
            Some.File(Path, 21, "e9")
        );

    [Test]
    public void Without_any_ETag_nothing_is_taken_for_untouched() =>
        Is(Change.Keep, null, Ours with { ETag = null }, Some.File(Path, 20) with { ETag = null });

    [Test]
    public void An_update_that_a_dead_run_wrote_is_linked_as_ours() =>
        Is(
            Change.Adopt,
            new Link(PlanAssert.Known(Key, "20", "new", "e2", Path)),
            Ours,
            Some.File(Path, 20, "e2", "new")
        );

    [Test]
    public void An_adopted_document_is_never_replaced() =>
        Is(Change.Keep, null, Ours with { ContentHash = null }, Some.File(Path, 20, "e1", "old"));

    [Test]
    public void A_document_up_to_date_is_kept() =>
        Is(Change.Keep, null, Ours with { ContentHash = "new" }, Some.File(Path, 20, "e1", "new"));

    [Test]
    public void A_document_whose_data_is_not_complete_waits_unless_this_run_completes_it()
    {
        var waiting = Document with { ContentHash = null };
        var server = PlanAssert.Server(Some.File(Path, 20, "e1", "old"));
        var calendar = CalendarPlanningTests.Calendar;

        PlanAssert.Is(PlanAssert.StepOf(Spec(waiting), Key, server, Some.Known(Ours)), Change.Keep);
        PlanAssert.Is(
            PlanAssert.StepOf(
                Some.SpecOf(Some.Area(documents: [waiting], calendar: calendar)),
                Key,
                server,
                Some.Known(Ours)
            ),
            Change.Update,
            new PutDocument(waiting, Path, "e1") { Replaces = "old" }
        );
    }

    private static WorkspaceSpec Spec(DocumentSpec document) => Some.SpecOf(Some.Area(documents: [document]));

    private static void Is(
        Change change,
        WorkspaceAction? action,
        KnownResource? known,
        params NodeState[] inside
    ) => Is(Document, change, action, known, inside);

    private static void Roadmap(
        Change change,
        WorkspaceAction? action,
        KnownResource? known,
        params NodeState[] inside
    ) => Is(Document with { Kind = DocumentKind.Roadmap }, change, action, known, inside);

    private static void Is(
        DocumentSpec document,
        Change change,
        WorkspaceAction? action,
        KnownResource? known,
        params NodeState[] inside
    ) =>
        PlanAssert.Is(
            PlanAssert.StepOf(
                Spec(document),
                Key,
                PlanAssert.Server(inside),
                known is null ? null : Some.Known(known)
            ),
            change,
            action
        );
}
