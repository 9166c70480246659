using System.Xml.Linq;
using static Connector.Contract.Tests.Answer;

namespace Connector.Contract.Tests.Files;

/// <summary>What the contracts over files share: one new folder per test, taken away afterwards.</summary>
public abstract class InAFolder(Target target) : Contracts(target)
{
    protected const string Properties = """
        <d:propfind xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns"><d:prop><oc:fileid/><d:getetag/><oc:checksums/><d:getcontentlength/><oc:size/><d:resourcetype/><oc:permissions/><d:displayname/></d:prop></d:propfind>
        """;

    protected string Folder { get; private set; } = "";

    [SetUp]
    public async Task MakeFolder()
    {
        Folder = Server.Unique("f");
        Assert.That((await Server.Send("MKCOL", Path())).Status, Is.EqualTo(201));
    }

    [TearDown]
    public Task RemoveFolder() => Server.Send("DELETE", Path());

    /// <summary>Path of something in the folder of this test; segments are encoded here.</summary>
    protected string Path(params string[] segments) => Server.FilePath([Folder, .. segments]);

    protected string Destination(params string[] segments) => new Uri(Server.Url, Path(segments)).AbsoluteUri;

    protected Task<Answer> Mkcol(params string[] segments) => Server.Send("MKCOL", Path(segments));

    protected Task<Answer> Put(string name, string text, params (string, string)[] headers) =>
        Server.Send("PUT", Path(name.Split('/')), text, headers);

    protected Task<Answer> Get(string name, params (string, string)[] headers) =>
        Server.Send("GET", Path(name.Split('/')), null, headers);

    protected Task<Answer> Find(string name, string depth = "0", string body = Properties) =>
        Server.Send(
            "PROPFIND",
            Path(name.Split('/', StringSplitOptions.RemoveEmptyEntries)),
            body,
            ("Depth", depth)
        );

    /// <summary>ETag of something in the folder, as PROPFIND tells it; the folder itself when empty.</summary>
    protected Task<string> Tag(string name = "") => Value(name, D + "getetag");

    protected Task<string> FileId(string name) => Value(name, Oc + "fileid");

    private async Task<string> Value(string name, XName property) =>
        (await Find(name)).Property(name.Split('/')[^1], property)!.Value;
}
