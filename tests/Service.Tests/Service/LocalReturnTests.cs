using Connector.Web.Sessions;

namespace Connector.Connector.Tests.Service;

/// <summary>No address leads away from the service.</summary>
public sealed class LocalReturnTests
{
    [TestCase(null)]
    [TestCase("")]
    [TestCase("ailleurs")]
    [TestCase("https://evil.example/")]
    [TestCase("//evil.example")]
    [TestCase("/\\evil.example")]
    [TestCase("\\\\evil.example")]
    [TestCase("/\n/evil.example")]
    [TestCase("/\u00a0/evil.example")]
    [TestCase(" //evil.example")]
    [TestCase("/a\\..\\\\evil.example")]
    public void What_could_lead_elsewhere_leads_home(string? asked) =>
        Assert.That(LocalReturn.Of(asked), Is.EqualTo("/"));

    [Test]
    public void What_is_too_long_leads_home() =>
        Assert.That(LocalReturn.Of("/" + new string('a', 500)), Is.EqualTo("/"));

    [TestCase("/")]
    [TestCase("/territoires/aix?page=2#fin")]
    public void A_place_of_this_service_is_kept(string asked) =>
        Assert.That(LocalReturn.Of(asked), Is.EqualTo(asked));
}
