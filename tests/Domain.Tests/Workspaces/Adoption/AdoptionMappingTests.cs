using Connector.Domain.Workspaces;
using Connector.Domain.Workspaces.Adoption;

namespace Connector.Domain.Tests.Workspaces.Adoption;

public class AdoptionMappingTests
{
    private const string Meetings = "area:gt/Réunions";
    private const string Photos = "area:gt/Photos";

    private static readonly WorkspaceSpec Spec = Some.SpecOf(
        Some.Area(folders: [new(Meetings, "area:gt", "Réunions", []), new(Photos, "area:gt", "Photos", [])])
    );

    private static readonly WorkspaceSnapshot Server = WorkspaceSnapshot.Empty with
    {
        TeamFolders =
        [
            new(7, "Vieux nom", new Dictionary<string, int>(), Acl: false),
            new(8, "Double", new Dictionary<string, int>(), Acl: false),
            new(9, "Double", new Dictionary<string, int>(), Acl: false),
        ],
        Nodes =
        [
            Some.Folder("Vieux nom", 1),
            Some.Folder("Vieux nom/Divers", 2),
            Some.Folder("Vieux nom/Divers/Re\u0301us", 3),
            Some.File("Vieux nom/note.md", 4),
            Some.Folder("Ailleurs", 5),
        ],
        Groups = new Dictionary<string, GroupState> { ["vieux"] = new("Vieux", new HashSet<string>()) },
    };

    [TestCase("area:gt/Réunions", "Vieux nom/Divers/Réus")]
    [TestCase("Groupe gt/réunions", "/Vieux nom/divers/réus/")]
    [TestCase("area:gt/Réunions", "id:3")]
    public void A_thing_and_what_it_is_can_be_named_in_several_ways(string thing, string target)
    {
        var (decisions, problems) = Resolve(("area:gt", "Vieux nom"), (thing, target));

        Assert.That(problems, Is.Empty);
        Assert.That(decisions[Meetings], Is.EqualTo(new AdoptionDecision("3")));
        Assert.That(decisions["area:gt"], Is.EqualTo(new AdoptionDecision("7")));
    }

    [Test]
    public void Nothing_is_an_answer_too() =>
        Assert.That(Resolve((Meetings, null)).Decisions[Meetings].Id, Is.Null);

    [TestCase("unknown-thing", "area:autre", "Vieux nom")]
    [TestCase("not-on-server", "area:gt", "Inconnu")]
    [TestCase("not-on-server", Meetings, "Vieux nom/note.md")]
    [TestCase("several-on-server", "area:gt", "Double")]
    [TestCase("elsewhere", Meetings, "Ailleurs")]
    [TestCase("other-group", "group:gt", "vieux")]
    public void What_cannot_be_is_told_with_its_line(string code, string thing, string target)
    {
        var problem = Resolve((thing, target)).Problems.Single();

        Assert.That(problem.Code, Is.EqualTo(code));
        Assert.That(
            problem.Place,
            Is.EqualTo(new SourcePlace("m.yaml", 1, code == "unknown-thing" ? 1 : 20))
        );
    }

    [Test]
    public void Two_lines_for_one_thing_and_one_thing_for_two_lines_are_told()
    {
        var (_, problems) = Resolve((Meetings, "id:2"), ("Groupe gt/Réunions", "id:3"), (Photos, "id:2"));

        Assert.That(problems.Select(problem => problem.Code), Is.EqualTo(new[] { "duplicate-key", "taken" }));
        Assert.That(problems[1].Message.English, Does.Contain("line 1"));
    }

    [Test]
    public void The_same_file_says_nothing_new_the_second_time()
    {
        var known = Some.Known(PlanAssert.Known("area:gt", "7", path: "Vieux nom"));
        var (decisions, problems) = Resolve(known, ("area:gt", "Vieux nom"));

        Assert.That(problems, Is.Empty);
        Assert.That(decisions, Is.Empty);
        Assert.That(Resolve(known, ("area:gt", "id:8")).Problems.Single().Code, Is.EqualTo("linked-already"));
    }

    [Test]
    public void What_the_ledger_links_is_not_given_twice()
    {
        var known = Some.Known(
            PlanAssert.Known("area:gt", "7", path: "Vieux nom"),
            PlanAssert.Known(Photos, "2", path: "Vieux nom/Divers")
        );

        Assert.That(Resolve(known, (Meetings, "id:2")).Problems.Single().Code, Is.EqualTo("taken"));
    }

    private static (
        IReadOnlyDictionary<string, AdoptionDecision> Decisions,
        IReadOnlyList<Problem> Problems
    ) Resolve(params (string Thing, string? Target)[] lines) => Resolve(KnownWorkspace.Nothing, lines);

    private static (
        IReadOnlyDictionary<string, AdoptionDecision> Decisions,
        IReadOnlyList<Problem> Problems
    ) Resolve(KnownWorkspace known, params (string Thing, string? Target)[] lines) =>
        AdoptionMapping.Resolve(
            [
                .. lines.Select(
                    (line, index) =>
                        new MappingEntry(
                            line.Thing,
                            line.Target,
                            new SourcePlace("m.yaml", index + 1, 1),
                            new SourcePlace("m.yaml", index + 1, 20)
                        )
                ),
            ],
            Spec,
            Server,
            known
        );
}
