using System.Globalization;
using System.Text.Json;

namespace Connector.Contract.Tests.Files;

/// <summary>What the app Activity tells of others' deeds; ignored where a server has it not.</summary>
[TestFixtureSource(typeof(Target), nameof(Target.All))]
public sealed class ActivityContracts(Target target) : TeamFolders.WithTeamFolders(target)
{
    private const string Activity = "ocs/v2.php/apps/activity/api/v2/activity";

    [OneTimeSetUp]
    public async Task IsThere()
    {
        var answer = await Server.Send("GET", $"{Activity}?limit=1");
        if (answer.Status == 404)
            Assert.Ignore("the app Activity is not enabled on this server");
    }

    [Test]
    public async Task What_a_member_does_in_a_shared_folder_is_told_to_its_owner()
    {
        var place = Server.Unique("partage");
        await Server.Send("MKCOL", Server.FilePath(place));
        await Server.Form(
            "POST",
            ShareContracts.Shares,
            ("path", $"/{place}"),
            ("shareType", "0"),
            ("shareWith", Member.Id),
            ("permissions", "31")
        );
        await As(Member, "PUT", $"{place}/a.txt", "un");
        var id = await FileId($"{place}/a.txt");
        await As(Member, "PUT", $"{place}/a.txt", "deux");
        await MoveAs($"{place}/a.txt", $"{place}/b.txt");
        await As(Member, "MKCOL", $"{place}/sous");
        await MoveAs($"{place}/b.txt", $"{place}/sous/b.txt");
        await As(Member, "DELETE", $"{place}/sous/b.txt");

        var deeds = (await Entries($"{Activity}/by?limit=50")).Where(entry => Concerns(entry, id)).ToList();

        Assert.That(
            deeds.Select(entry => (Text(entry, "type"), HasOldFile(entry))),
            Is.EqualTo(
                new[]
                {
                    ("file_deleted", false),
                    ("file_changed", true),
                    ("file_changed", true),
                    ("file_changed", false),
                    ("file_created", false),
                }
            )
        );
        Assert.That(deeds.Select(entry => Text(entry, "user")), Is.All.EqualTo(Member.Id));
        Assert.That(Text(deeds[0], "object_name"), Is.EqualTo($"/{place}/sous/b.txt"));
        Assert.That(
            DateTimeOffset.Parse(Text(deeds[0], "datetime"), CultureInfo.InvariantCulture),
            Is.EqualTo(DateTimeOffset.UtcNow).Within(TimeSpan.FromMinutes(10))
        );
    }

    [Test]
    public async Task What_one_does_oneself_is_told_to_oneself_and_not_as_others_doing()
    {
        var name = $"{Server.Unique("moi")}.txt";
        await Server.Send("PUT", Server.FilePath(name), "un");
        var id = await FileId(name);

        Assert.That(
            (await Entries($"{Activity}/self?limit=10")).Count(entry => Concerns(entry, id)),
            Is.EqualTo(1)
        );
        Assert.That((await Entries($"{Activity}/by?limit=10")).Where(entry => Concerns(entry, id)), Is.Empty);
    }

    [Test]
    public async Task Pages_go_back_from_an_activity_and_the_last_one_is_answered_304()
    {
        for (var n = 0; n < 3; n++)
        {
            await Server.Send("PUT", Server.FilePath($"{Server.Unique("page")}.txt"), "un");
            // The server shows what is done to several files in a row as one entry.
            await Server.Send("MKCOL", Server.FilePath(Server.Unique("page")));
        }

        var first = await Server.Send("GET", $"{Activity}?limit=1");
        var last = long.Parse(first.Headers["X-Activity-Last-Given"], CultureInfo.InvariantCulture);
        Assert.That(first.Headers["Link"], Does.Contain($"since={last}&").And.EndWith("rel=\"next\""));
        var second = (await Entries($"{Activity}?limit=1&since={last}"))[0];
        Assert.That(second.GetProperty("activity_id").GetInt64(), Is.LessThan(last));

        var oldest = (await Server.Send("GET", $"{Activity}?limit=1&sort=asc")).Headers[
            "X-Activity-Last-Given"
        ];
        Assert.That((await Server.Send("GET", $"{Activity}?limit=1&since={oldest}")).Status, Is.EqualTo(304));
    }

    private async Task MoveAs(string from, string to)
    {
        var answer = await Server.SendAs(
            Member,
            "MOVE",
            $"remote.php/dav/files/{Member.Id}/{from}",
            null,
            ("Destination", new Uri(Server.Url, $"remote.php/dav/files/{Member.Id}/{to}").AbsoluteUri)
        );
        Assert.That(answer.Status, Is.EqualTo(201));
    }

    private async Task<long> FileId(string path)
    {
        var answer = await Server.Send(
            "PROPFIND",
            Server.FilePath(path.Split('/')),
            """<d:propfind xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns"><d:prop><oc:fileid/></d:prop></d:propfind>""",
            ("Depth", "0")
        );
        return long.Parse(answer.Property(path, Answer.Oc + "fileid")!.Value, CultureInfo.InvariantCulture);
    }

    private async Task<IReadOnlyList<JsonElement>> Entries(string address)
    {
        var answer = await Server.Send("GET", address);
        return answer.Status == 304 ? [] : [.. answer.OcsData.EnumerateArray()];
    }

    private static string Text(JsonElement entry, string name) => entry.GetProperty(name).GetString()!;

    private static bool Concerns(JsonElement entry, long id) =>
        entry.GetProperty("objects") is { ValueKind: JsonValueKind.Object } objects
        && objects.TryGetProperty(id.ToString(CultureInfo.InvariantCulture), out _);

    private static bool HasOldFile(JsonElement entry) =>
        entry.GetProperty("subject_rich")[1].TryGetProperty("oldfile", out _);
}
