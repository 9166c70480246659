using Connector.Contract.Tests.AddressBooks;

namespace Connector.Contract.Tests.RealClients;

/// <summary>vdirsyncer reads a shared address book as a member does, on both servers.</summary>
[TestFixtureSource(typeof(Target), nameof(Target.All))]
public sealed class AddressBookClientTests(Target target) : Contracts(target)
{
    private string _folder = "";
    private string _uri = "";
    private string _group = "";
    private (string User, string Password) _member;

    private string Book => $"remote.php/dav/addressbooks/users/{Server.Admin}/{_uri}/";

    [SetUp]
    public async Task MakeBook()
    {
        Tool.Need("vdirsyncer", "vdirsyncer");
        _folder = Directory.CreateTempSubdirectory("connector-clients-").FullName;
        (_uri, _group) = (Server.Unique("book"), Server.Unique("g"));
        _member = (Server.Unique("u"), "Un-mot-de-passe-27");
        await Server.Form("POST", "ocs/v2.php/cloud/groups", ("groupid", _group));
        await Server.Form(
            "POST",
            "ocs/v2.php/cloud/users",
            ("userid", _member.User),
            ("password", _member.Password),
            ("groups[]", _group)
        );
        await Server.Send(
            "MKCOL",
            Book,
            """<d:mkcol xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav"><d:set><d:prop><d:resourcetype><d:collection/><c:addressbook/></d:resourcetype><d:displayname>Carnet</d:displayname></d:prop></d:set></d:mkcol>"""
        );
        await Server.Send(
            "POST",
            Book,
            $"""<o:share xmlns:d="DAV:" xmlns:o="http://owncloud.org/ns"><o:set><d:href>principal:principals/groups/{_group}</d:href></o:set></o:share>"""
        );
        await Put("a.vcf", AddressBookContracts.Vcf("a", "Médiathèque « Les Échos »"));
    }

    [TearDown]
    public async Task Remove()
    {
        if (_folder.Length == 0)
            return;
        Directory.Delete(_folder, recursive: true);
        await Server.Send("DELETE", Book);
        await Server.Send("DELETE", $"ocs/v2.php/cloud/users/{_member.User}");
        await Server.Send("DELETE", $"ocs/v2.php/cloud/groups/{_group}");
    }

    [Test]
    public async Task A_member_s_phone_follows_the_cards_and_changes_none()
    {
        var shared = $"{_uri}_shared_by_{Server.Admin}";
        var near = Directory.CreateDirectory(Path.Combine(_folder, "near")).FullName;
        var settings = Tool.Secret(
            _folder,
            "vdirsyncer.conf",
            $"""
            [general]
            status_path = "{_folder}/status/"
            [pair book]
            a = "near"
            b = "far"
            collections = ["{shared}"]
            partial_sync = "revert"
            [storage near]
            type = "filesystem"
            path = "{near}/"
            fileext = ".vcf"
            [storage far]
            type = "carddav"
            url = "{Server.Url}"
            username = "{_member.User}"
            password = "{_member.Password}"
            read_only = true
            """
        );
        await Succeeds("sh", ["-c", $"yes | vdirsyncer -c '{settings}' discover"]);
        await Succeeds("vdirsyncer", ["-c", settings, "sync"]);
        Assert.That(Near(), Has.Exactly(1).Contains("FN:Médiathèque « Les Échos »"));

        await Put("a.vcf", AddressBookContracts.Vcf("a", "Médiathèque"));
        await Put("b.vcf", AddressBookContracts.Vcf("b", "Mairie"));
        await Succeeds("vdirsyncer", ["-c", settings, "sync"]);
        Assert.That(Near(), Has.Length.EqualTo(2).And.Some.Contains("FN:Mairie"));
        Assert.That(Near(), Has.None.Contains("Les Échos"));

        await Server.Send("DELETE", Book + "b.vcf");
        await Succeeds("vdirsyncer", ["-c", settings, "sync"]);
        Assert.That(Near(), Has.Length.EqualTo(1));

        string[] Near() => [.. Directory.GetFiles(Path.Combine(near, shared)).Select(File.ReadAllText)];
    }

    private Task<Answer> Put(string name, string text) =>
        Server.Send("PUT", Book + name, text, ("Content-Type", "text/vcard; charset=utf-8"));

    private static async Task<string> Succeeds(string program, IReadOnlyList<string> arguments)
    {
        var (code, output) = await Tool.Run(program, arguments);
        Assert.That(code, Is.Zero, output);
        return output;
    }
}
