using System.Xml.Linq;
using static Connector.Contract.Tests.Answer;

namespace Connector.Contract.Tests.Files;

/// <summary>What is thrown away from one's own files and from a team folder, and how it comes back.</summary>
[TestFixtureSource(typeof(Target), nameof(Target.All))]
public sealed class TrashContracts(Target target) : TeamFolders.WithTeamFolders(target)
{
    private const string Properties = """
        <d:propfind xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns" xmlns:nc="http://nextcloud.org/ns"><d:prop><oc:fileid/><d:resourcetype/><nc:trashbin-filename/><nc:trashbin-original-location/><nc:trashbin-deletion-time/><nc:trashbin-title/></d:prop></d:propfind>
        """;

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_folder_lies_in_the_trash_with_its_number_and_comes_back_whole(bool inTeamFolder)
    {
        var place = await Place(inTeamFolder);
        await Make(place, "Dossier", "Dossier/Été & co");
        await Put($"{place}/Dossier/Été & co/a.txt", "bonjour");
        var id = await FileId($"{place}/Dossier");
        Assert.That((await Server.Send("DELETE", At($"{place}/Dossier"))).Status, Is.EqualTo(204));

        var (href, item) = await Trashed($"{place}/Dossier");
        Assert.That(item[Oc + "fileid"], Is.EqualTo(id));
        Assert.That(item[Nc + "trashbin-filename"], Is.EqualTo("Dossier"));
        Assert.That(
            item[Nc + "trashbin-original-location"],
            Is.EqualTo(inTeamFolder ? "Dossier" : $"{place}/Dossier")
        );
        var second = long.Parse(
            item[Nc + "trashbin-deletion-time"],
            System.Globalization.CultureInfo.InvariantCulture
        );
        Assert.That(href, Does.EndWith($"/Dossier.d{second}/"));

        Assert.That((await Restore(href)).Status, Is.EqualTo(201));
        Assert.That(await FileId($"{place}/Dossier"), Is.EqualTo(id));
        Assert.That(
            (await Server.Send("GET", At($"{place}/Dossier/Été & co/a.txt"))).Body,
            Is.EqualTo("bonjour")
        );
        Assert.That((await Restore(href)).Status, Is.EqualTo(404));
    }

    [TestCase(false, "a (restored).txt")]
    [TestCase(true, "a (1)txt")]
    public async Task What_comes_back_to_a_taken_name_gets_another(bool inTeamFolder, string name)
    {
        var place = await Place(inTeamFolder);
        await Put($"{place}/a.txt", "un");
        var id = await FileId($"{place}/a.txt");
        await Server.Send("DELETE", At($"{place}/a.txt"));
        await Put($"{place}/a.txt", "deux");
        var (href, _) = await Trashed($"{place}/a.txt");

        Assert.That((await Restore(href)).Status, Is.EqualTo(201));

        Assert.That((await Server.Send("GET", At($"{place}/a.txt"))).Body, Is.EqualTo("deux"));
        Assert.That(await FileId($"{place}/{name}"), Is.EqualTo(id));
    }

    [Test]
    public async Task What_was_in_a_folder_that_is_gone_comes_back_at_the_top_of_the_team_folder()
    {
        var place = await Place(inTeamFolder: true);
        await Make(place, "Dossier");
        await Put($"{place}/Dossier/a.txt", "un");
        var id = await FileId($"{place}/Dossier/a.txt");
        await Server.Send("DELETE", At($"{place}/Dossier/a.txt"));
        await Server.Send("DELETE", At($"{place}/Dossier"));
        var (href, _) = await Trashed($"{place}/Dossier/a.txt");

        Assert.That((await Restore(href)).Status, Is.EqualTo(201));

        Assert.That(await FileId($"{place}/a.txt"), Is.EqualTo(id));
    }

    [Test]
    public async Task The_trash_of_a_renamed_team_folder_speaks_of_its_new_name_and_gives_back_there()
    {
        var name = Server.Unique("t");
        var folder = await MakeFor(name);
        await Make(name, "Dossier");
        var id = await FileId($"{name}/Dossier");
        await Server.Send("DELETE", At($"{name}/Dossier"));
        await Server.Form("POST", $"{Api}/{folder}/mountpoint", ("mountpoint", $"{name} bis"));
        var (href, _) = await Trashed($"{name} bis/Dossier");

        Assert.That((await Restore(href)).Status, Is.EqualTo(201));

        Assert.That(await FileId($"{name} bis/Dossier"), Is.EqualTo(id));
    }

    [Test]
    public async Task What_is_in_the_trash_is_shared_with_nobody_and_is_shared_again_when_back()
    {
        var place = await Place(inTeamFolder: false);
        await Make(place, "Dossier");
        var group = Server.Unique("g");
        await Server.Form("POST", "ocs/v2.php/cloud/groups", ("groupid", group));
        var shared = await Server.Form(
            "POST",
            ShareContracts.Shares,
            ("path", $"/{place}/Dossier"),
            ("shareType", "1"),
            ("shareWith", group),
            ("permissions", "1")
        );
        Assert.That(shared.Status, Is.EqualTo(200));
        await Server.Send("DELETE", At(place));

        Assert.That(
            (await Server.Send("GET", ShareContracts.Shares)).Body,
            Does.Not.Contain($"/{place}/Dossier")
        );
        Assert.That((await Restore((await Trashed(place)).Href)).Status, Is.EqualTo(201));

        var back = await Server.Send("GET", $"{ShareContracts.Shares}?path=/{place}/Dossier");
        Assert.That(back.Body, Does.Contain(group));
    }

    private async Task<string> Place(bool inTeamFolder)
    {
        var name = Server.Unique("t");
        if (inTeamFolder)
        {
            await MakeFor(name);
        }
        else
        {
            await Server.Send("MKCOL", At(name));
        }

        return name;
    }

    private async Task Make(string place, params string[] paths)
    {
        foreach (var path in paths)
            Assert.That((await Server.Send("MKCOL", At($"{place}/{path}"))).Status, Is.EqualTo(201));
    }

    private Task<Answer> Put(string path, string text) => Server.Send("PUT", At(path), text);

    private string At(string path) => Server.FilePath(path.Split('/'));

    private async Task<string> FileId(string path)
    {
        var answer = await Server.Send("PROPFIND", At(path), Properties, ("Depth", "0"));
        Assert.That(answer.Status, Is.EqualTo(207), path);
        return answer.Property(path, Oc + "fileid")!.Value;
    }

    /// <summary>The item whose title, the path in the account's files, is this.</summary>
    private async Task<(string Href, Dictionary<XName, string> Item)> Trashed(string title)
    {
        var answer = await Server.Send(
            "PROPFIND",
            $"remote.php/dav/trashbin/{Server.Admin}/trash",
            Properties,
            ("Depth", "1")
        );
        var item = answer
            .Xml.Elements(D + "response")
            .Single(one => one.Descendants(Nc + "trashbin-title").Any(found => found.Value == title));
        var values = item.Element(D + "propstat")!
            .Element(D + "prop")!
            .Elements()
            .ToDictionary(found => found.Name, found => found.Value);
        return (item.Element(D + "href")!.Value, values);
    }

    private Task<Answer> Restore(string href) =>
        Server.Send(
            "MOVE",
            href.TrimStart('/'),
            null,
            (
                "Destination",
                new Uri(Server.Url, $"remote.php/dav/trashbin/{Server.Admin}/restore/item").AbsoluteUri
            )
        );
}
