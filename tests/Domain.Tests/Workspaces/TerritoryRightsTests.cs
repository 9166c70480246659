using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

/// <summary>Groups of Nextcloud are roles, and nothing that only looks like one is.</summary>
public sealed class TerritoryRightsTests
{
    private static readonly Territory Territory = Some.Territory(Some.Group("jeunes"), Some.Group("seniors"));

    [Test]
    public void Nobody_in_no_group_has_anything_to_do_with_it() => Assert.That(Of().HasAny, Is.False);

    [Test]
    public void Coordination_and_administration_decide_over_the_territory()
    {
        Assert.That(Of("coordination") is { IsCoordinator: true, MayManage: true, IsAdministrator: false });
        Assert.That(Of("admin") is { IsAdministrator: true, MayManage: true, IsCoordinator: false });
    }

    [Test]
    public void A_lead_leads_their_group_alone()
    {
        var rights = Of("jeunes", "jeunes-animation");
        Assert.That(rights.Leads, Is.EqualTo(new[] { "Groupe jeunes" }));
        Assert.That(rights is { IsMember: true, MayManage: false });
    }

    [TestCase("reseau")]
    [TestCase("seniors")]
    public void Members_are_those_of_the_network_or_of_a_group(string group) =>
        Assert.That(Of(group) is { IsMember: true, MayManage: false, Leads.Count: 0 });

    [TestCase("Coordination")]
    [TestCase("coordination ")]
    [TestCase("administrators")]
    [TestCase("autre-animation")]
    [TestCase("animation")]
    public void Names_that_look_like_one_are_none(string group) => Assert.That(Of(group).HasAny, Is.False);

    private static TerritoryRights Of(params string[] groups) => TerritoryRights.Of(Territory, groups);
}
