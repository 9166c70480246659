using Connector.Domain.Documents;
using Connector.Domain.Workspaces;
using Connector.Testing;

namespace Connector.Tests.Provisioning;

public sealed partial class NetworkCalendarTrials
{
    [Test]
    public async Task A_milestone_that_no_group_carries_stands_in_it_and_one_of_a_group_stands_there_once()
    {
        var standard = _place.Blueprints["standard"];
        var network = standard.Areas[WorkspaceArea.Network];
        var areas = new Dictionary<WorkspaceArea, AreaBlueprint>(standard.Areas)
        {
            [WorkspaceArea.Network] = network with
            {
                Documents = [.. network.Documents, new("Feuille de route.docx", DocumentKind.Roadmap)],
            },
        };
        _place.Blueprints = new Dictionary<string, Blueprint>
        {
            ["standard"] = standard with { Areas = areas },
        };
        var territory = Some.Territory();
        territory = territory with
        {
            Roadmap = territory.Roadmap with
            {
                Milestones =
                [
                    .. territory.Roadmap.Milestones,
                    new Milestone(new DateOnly(2027, 3, 1), "Charte signée"),
                ],
            },
        };
        await Apply(territory);
        var names = (await Names()).Where(name => name.Contains("jalon", StringComparison.Ordinal));
        Assert.That(
            names,
            Is.EquivalentTo(
                new[]
                {
                    "connector-reseau-jalon.charte-signee.ics",
                    "essai-jeunes.connector-essai-jeunes-jalon.bus-equipe.ics",
                }
            )
        );
        Assert.That(
            await Copy("connector-reseau-jalon.charte-signee.ics"),
            Does.Contain("Jalon\u00a0: Charte signée").And.Contain("20270301")
        );
    }
}
