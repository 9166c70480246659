namespace Connector.Contract.Tests.Ocs;

/// <summary>What the server says about itself, and how its envelopes carry success and failure.</summary>
[TestFixtureSource(typeof(Target), nameof(Target.All))]
public sealed class ServerContracts(Target target) : Contracts(target)
{
    private const string Capabilities = "ocs/v2.php/cloud/capabilities";

    [Test]
    public async Task Anyone_reads_the_status()
    {
        var answer = await Server.SendAs(null, "GET", "status.php");
        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(answer.Json.GetProperty("installed").GetBoolean(), Is.True);
        Assert.That(answer.Json.GetProperty("maintenance").GetBoolean(), Is.False);
        Assert.That(answer.Json.GetProperty("version").GetString(), Does.Match(@"^\d+\.\d+\.\d+\.\d+$"));
        Assert.That(answer.Json.GetProperty("versionstring").GetString(), Is.Not.Empty);
    }

    [Test]
    public async Task Capabilities_tell_version_and_features()
    {
        var data = (await Server.Send("GET", Capabilities)).OcsData;
        Assert.That(data.GetProperty("version").GetProperty("major").GetInt32(), Is.GreaterThanOrEqualTo(27));
        var features = data.GetProperty("capabilities");
        Assert.That(features.GetProperty("dav").GetProperty("bulkupload").GetString(), Is.EqualTo("1.0"));
        Assert.That(features.GetProperty("dav").GetProperty("chunking").GetString(), Is.EqualTo("1.0"));
        Assert.That(features.GetProperty("files").GetProperty("bigfilechunking").GetBoolean(), Is.True);
        Assert.That(features.GetProperty("files_sharing").GetProperty("api_enabled").GetBoolean(), Is.True);
        Assert.That(
            features.GetProperty("files_sharing").GetProperty("public").GetProperty("enabled").GetBoolean(),
            Is.True
        );
        Assert.That(features.TryGetProperty("groupfolders", out _), Is.True);
    }

    [TestCase("v1", 100)]
    [TestCase("v2", 200)]
    public async Task Success_has_its_code_by_version(string version, int code)
    {
        var answer = await Server.Send("GET", $"ocs/{version}.php/cloud/user");
        Assert.That((answer.Status, answer.OcsCode), Is.EqualTo((200, code)));
        Assert.That(answer.OcsData.GetProperty("id").GetString(), Is.EqualTo(Server.Admin));
    }

    [TestCase("v1", 200)]
    [TestCase("v2", 404)]
    public async Task Version_2_lets_HTTP_carry_the_failure(string version, int status)
    {
        var answer = await Server.Send("GET", $"ocs/{version}.php/cloud/users/{Server.Unique("nobody")}");
        Assert.That((answer.Status, answer.OcsCode), Is.EqualTo((status, 404)));
    }

    [TestCase("v1")]
    [TestCase("v2")]
    public async Task Nobody_is_401_with_the_code_997(string version)
    {
        var answer = await Server.SendAs(null, "GET", $"ocs/{version}.php/cloud/user");
        Assert.That((answer.Status, answer.OcsCode), Is.EqualTo((401, 997)));
    }

    [Test]
    public async Task A_wrong_password_is_401() =>
        Assert.That(
            (await Server.SendAs((Server.Unique("nobody"), "wrong"), "GET", "ocs/v2.php/cloud/user")).Status,
            Is.EqualTo(401)
        );

    [Test]
    public async Task An_unknown_address_is_404() =>
        Assert.That((await Server.Send("GET", "ocs/v2.php/cloud/nothing-here")).Status, Is.EqualTo(404));

    [Test]
    public async Task XML_is_spoken_when_asked_for()
    {
        var answer = await Server.Send("GET", Capabilities + "?format=xml");
        Assert.That(answer.Xml.Name.LocalName, Is.EqualTo("ocs"));
        Assert.That(answer.Xml.Element("meta")!.Element("statuscode")!.Value, Is.EqualTo("200"));
    }
}
