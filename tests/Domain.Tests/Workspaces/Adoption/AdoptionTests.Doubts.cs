using Connector.Domain.Documents;
using Connector.Domain.Workspaces;
using Connector.Domain.Workspaces.Adoption;

namespace Connector.Domain.Tests.Workspaces.Adoption;

public partial class AdoptionTests
{
    [Test]
    public void Two_that_are_equally_good_are_told_and_not_guessed()
    {
        var server = Server(
            "Groupe gt",
            Some.Folder("Groupe gt/reunions", 20),
            Some.Folder("Groupe gt/2-RÉUNIONS", 21),
            Some.Folder("Groupe gt/Réunions mensuelles", 22)
        );
        var line = LineOf(server, Meetings);

        Assert.That(line.State, Is.EqualTo(AdoptionState.Ambiguous));
        Assert.That(line.Candidates.Select(found => found.Id), Is.EqualTo(new[] { "21", "20" }));
        Assert.That(Keys(server), Has.None.EqualTo(Minutes));
    }

    [Test]
    public void One_that_two_could_be_is_told_and_not_guessed()
    {
        var spec = Some.SpecOf(
            Some.Area(
                folders:
                [
                    new("area:gt/01 Notes", "area:gt", "01 Notes", []),
                    new("area:gt/02 Notes", "area:gt", "02 Notes", []),
                ]
            )
        );
        var proposal = Propose(spec, Server("Groupe gt", Some.Folder("Groupe gt/notes", 20)));

        Assert.That(
            proposal.Lines.Where(line => line.Kind == AdoptionKind.Folder).Select(line => line.State),
            Is.All.EqualTo(AdoptionState.Ambiguous)
        );
    }

    [Test]
    public void Two_team_folders_of_one_name_are_ambiguous()
    {
        var server = Server("Groupe gt") with { TeamFolders = [Team(7, "Groupe gt"), Team(8, "Groupe gt")] };

        Assert.That(LineOf(server, "area:gt").State, Is.EqualTo(AdoptionState.Ambiguous));
    }

    [Test]
    public void A_refusal_makes_room_for_nothing_else_and_frees_what_was_found()
    {
        var decisions = new Dictionary<string, AdoptionDecision> { [Meetings] = new(null) };
        var proposal = Domain.Workspaces.Adoption.Adoption.Propose(
            Spec,
            Server("Groupe gt", Some.Folder("Groupe gt/02 Réunions", 20)),
            KnownWorkspace.Nothing,
            decisions
        );

        Assert.That(
            proposal.Lines.Single(line => line.Key == Meetings).State,
            Is.EqualTo(AdoptionState.Refused)
        );
        Assert.That(proposal.Lines.Select(line => line.Key), Has.None.EqualTo(Minutes));
    }
}
