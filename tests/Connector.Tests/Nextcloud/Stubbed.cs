using Connector.Nextcloud;
using Connector.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Tests.Nextcloud;

/// <summary>A client whose network is a script and whose clock is ours.</summary>
internal sealed class Stubbed : IDisposable
{
    public static readonly Uri Server = new("https://nuage.exemple.fr/nc/");

    public Stubbed(string? realPassword = null, NextcloudClientOptions? options = null)
    {
        Factory = new NextcloudClientFactory(Time, options, _ => Network);
        Client = Factory.Create(
            new NextcloudAccount
            {
                BaseUrl = Server,
                UserName = "zoé",
                AppPassword = "app-secret",
                RealPassword = realPassword,
            }
        );
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 5, 14, 0, 0, TimeSpan.Zero));

    public StubTransport Network { get; } = new();

    public NextcloudClientFactory Factory { get; }

    public NextcloudClient Client { get; }

    /// <summary>Lets the clock run until the call ends; returns how long it took on that clock.</summary>
    public async Task<TimeSpan> Run(Task call, double stepSeconds = 0.5)
    {
        var start = Time.GetUtcNow();
        for (var i = 0; i < 10_000 && !call.IsCompleted; i++)
        {
            await Task.Delay(1);
            if (!call.IsCompleted)
                Time.Advance(TimeSpan.FromSeconds(stepSeconds));
        }
        Assert.That(call.IsCompleted, "The call did not end.");
        return Time.GetUtcNow() - start;
    }

    public async Task<NextcloudException> Surprise(Task call)
    {
        await Run(call);
        Assert.That(call.Exception?.InnerException, Is.TypeOf<NextcloudException>());
        return (NextcloudException)call.Exception!.InnerException!;
    }

    public void Dispose()
    {
        Client.Dispose();
        Network.Dispose();
    }

    public static string Multistatus(string responses) =>
        $"""
            <?xml version="1.0"?>
            <d:multistatus xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns" xmlns:nc="http://nextcloud.org/ns"
              xmlns:cal="urn:ietf:params:xml:ns:caldav" xmlns:cs="http://calendarserver.org/ns/">{responses}</d:multistatus>
            """;

    /// <summary>A file of zoé's as the server lists it.</summary>
    public static string FileXml(string path, string etag = "e1", long size = 5, string checksums = "") =>
        $"""
            <d:response><d:href>/nc/remote.php/dav/files/zo%C3%A9/{path}</d:href><d:propstat><d:prop>
            <d:resourcetype/><d:getetag>&quot;{etag}&quot;</d:getetag><oc:fileid>45</oc:fileid><oc:size>{size}</oc:size>
            <oc:permissions>RGDNVW</oc:permissions>
            <oc:checksums><oc:checksum>{checksums}</oc:checksum></oc:checksums>
            </d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>
            """;

    public static string FolderXml(string path) =>
        $"""
            <d:response><d:href>/nc/remote.php/dav/files/zo%C3%A9/{path}</d:href><d:propstat><d:prop>
            <d:resourcetype><d:collection/></d:resourcetype><d:getetag>"f1"</d:getetag><oc:fileid>7</oc:fileid>
            </d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>
            """;

    public static string Ocs(int code, string data = "[]", string message = "") =>
        $$$"""{"ocs":{"meta":{"status":"x","statuscode":{{{code}}},"message":"{{{message}}}"},"data":{{{data}}}}}""";
}
