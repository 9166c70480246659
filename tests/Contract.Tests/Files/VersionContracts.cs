using System.Globalization;
using System.Xml.Linq;
using static Connector.Contract.Tests.Answer;

namespace Connector.Contract.Tests.Files;

/// <summary>Versions of a file and their labels, in one's own files and in a team folder.</summary>
[TestFixtureSource(typeof(Target), nameof(Target.All))]
public sealed class VersionContracts(Target target) : TeamFolders.WithTeamFolders(target)
{
    private const string Properties = """
        <d:propfind xmlns:d="DAV:" xmlns:nc="http://nextcloud.org/ns"><d:prop><nc:version-label/><d:getcontentlength/></d:prop></d:propfind>
        """;

    private static readonly XName Label = Nc + "version-label";

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_label_stays_with_its_version_when_the_file_is_written_again(bool inTeamFolder)
    {
        var file = await Written(inTeamFolder, 1_700_000_000, "un");
        await Write(file.Path, 1_700_000_100, "deux !");
        var answer = await Patch($"{file.Versions}/1700000100", "Connector : calendrier mis à jour");
        Assert.That(answer.Status, Is.EqualTo(207));
        Assert.That(answer.Body, Does.Contain("200 OK").And.Not.Contain("404").And.Not.Contain("403"));

        await Write(file.Path, 1_700_000_200, "trois");

        Assert.That(
            await Listed(file.Versions),
            Is.EqualTo(
                new[]
                {
                    ("1700000000", "", "2"),
                    ("1700000100", "Connector : calendrier mis à jour", "6"),
                    ("1700000200", "", "5"),
                }
            )
        );
    }

    [Test]
    public async Task A_version_that_is_not_there_takes_no_label()
    {
        var file = await Written(inTeamFolder: false, 1_700_000_000, "un");
        Assert.That((await Patch($"{file.Versions}/1600000000", "rien")).Status, Is.EqualTo(404));
        Assert.That((await Patch($"{Versions("999999999")}/1700000000", "rien")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task A_server_that_keeps_labels_says_so()
    {
        var capabilities = await Server.Send("GET", "ocs/v2.php/cloud/capabilities?format=json");
        Assert.That(capabilities.Body, Does.Contain("\"version_labeling\":true"));
    }

    /// <summary>A file with one version, of that second.</summary>
    private async Task<(string Path, string Versions)> Written(bool inTeamFolder, long second, string text)
    {
        var place = Server.Unique("t");
        if (inTeamFolder)
        {
            await MakeFor(place);
        }
        else
        {
            await Server.Send("MKCOL", Server.FilePath(place));
        }

        var path = Server.FilePath(place, "Feuille de route.txt");
        await Write(path, second, text);
        var found = await Server.Send(
            "PROPFIND",
            path,
            """<d:propfind xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns"><d:prop><oc:fileid/></d:prop></d:propfind>""",
            ("Depth", "0")
        );
        return (path, Versions(found.Xml.Descendants(Oc + "fileid").Single().Value));
    }

    private string Versions(string fileId) => $"remote.php/dav/versions/{Server.Admin}/versions/{fileId}";

    private async Task Write(string path, long second, string text)
    {
        var answer = await Server.Send(
            "PUT",
            path,
            text,
            ("X-OC-MTime", second.ToString(CultureInfo.InvariantCulture))
        );
        Assert.That(answer.Status, Is.AnyOf(201, 204));
    }

    private Task<Answer> Patch(string address, string label) =>
        Server.Send(
            "PROPPATCH",
            address,
            $"""<d:propertyupdate xmlns:d="DAV:" xmlns:nc="http://nextcloud.org/ns"><d:set><d:prop><nc:version-label>{label}</nc:version-label></d:prop></d:set></d:propertyupdate>"""
        );

    /// <summary>Name, label and size of each version, the oldest first.</summary>
    private async Task<IEnumerable<(string, string, string)>> Listed(string versions)
    {
        var answer = await Server.Send("PROPFIND", versions, Properties, ("Depth", "1"));
        return answer
            .Xml.Elements(D + "response")
            .Where(one => one.Descendants(D + "getcontentlength").Any(found => found.Value.Length > 0))
            .Select(one =>
                (
                    one.Element(D + "href")!.Value.Split('/')[^1],
                    one.Descendants(Label).Single().Value,
                    one.Descendants(D + "getcontentlength").Single().Value
                )
            )
            .OrderBy(one => one.Item1, StringComparer.Ordinal)
            .ToList();
    }
}
