using Connector.Nextcloud;

namespace Connector.Tests.Nextcloud;

internal sealed class ServerAddressTests
{
    [TestCase("https://a.fr", "https://a.fr/")]
    [TestCase("https://a.fr/nc", "https://a.fr/nc/")]
    [TestCase("https://a.fr/nc/index.php/apps/files?dir=/x#y", "https://a.fr/nc/")]
    [TestCase("http://localhost:8480/index.php", "http://localhost:8480/")]
    public void What_people_paste_becomes_the_servers_base(string typed, string expected) =>
        Assert.That(ServerAddress.Normalise(new Uri(typed)), Is.EqualTo(new Uri(expected)));

    [TestCase("https://zoe:secret@a.fr/")]
    [TestCase("ftp://a.fr/")]
    [TestCase("file:///etc/passwd")]
    public void An_address_with_a_secret_or_another_scheme_is_refused(string typed)
    {
        Assert.That(ServerAddress.IsUsable(new Uri(typed)), Is.False);
        Assert.That(
            () => ServerAddress.Normalise(new Uri(typed)),
            Throws.ArgumentException.With.Message.Not.Contain("secret")
        );
    }

    [TestCase(
        "https://a.fr/",
        "http://localhost/index.php/login/v2/flow/T",
        "https://a.fr/index.php/login/v2/flow/T"
    )]
    [TestCase("https://a.fr/", "http://localhost/login/v2/flow/T", "https://a.fr/login/v2/flow/T")]
    [TestCase(
        "https://a.fr/nc/",
        "http://b:81/remote.php/dav/public-calendars/T",
        "https://a.fr/nc/remote.php/dav/public-calendars/T"
    )]
    [TestCase(
        "https://a.fr/nc/",
        "https://a.fr/nc/index.php/login/v2/poll?x=1",
        "https://a.fr/nc/index.php/login/v2/poll?x=1"
    )]
    [TestCase(
        "https://a.fr/",
        "https://b.fr/cloud/remote.php/dav/x%20y/",
        "https://a.fr/remote.php/dav/x%20y/"
    )]
    public void What_the_server_reports_is_moved_to_the_configured_address(
        string typed,
        string reported,
        string expected
    )
    {
        var moved = ServerAddress.OnOrigin(new Uri(typed), new Uri(reported));

        Assert.That(moved.AbsoluteUri, Is.EqualTo(expected));
        Assert.That(
            ServerAddress.Agrees(new Uri(typed), new Uri(reported)),
            Is.EqualTo(reported == expected)
        );
    }
}
