using static Connector.Contract.Tests.Answer;

namespace Connector.Contract.Tests.Files;

/// <summary>Folders and files are made, changed and deleted, under conditions.</summary>
[TestFixtureSource(typeof(Target), nameof(Target.All))]
public sealed class WritingContracts(Target target) : InAFolder(target)
{
    private const string Sum = "SHA1:1f71e0f4ac9b47cd93bf269e4017abaab9d3bd63"; // of "bonjour"

    [Test]
    public async Task A_new_folder_is_201_with_its_id()
    {
        var answer = await Mkcol("dossier");
        Assert.That(answer.Status, Is.EqualTo(201));
        Assert.That(answer.Headers["OC-FileId"], Does.StartWith((await FileId("dossier")).PadLeft(8, '0')));
    }

    [Test]
    public async Task Making_a_folder_that_exists_is_405()
    {
        await Mkcol("dossier");
        Assert.That((await Mkcol("dossier")).Status, Is.EqualTo(405));
    }

    [Test]
    public async Task Making_a_folder_over_a_file_is_405()
    {
        await Put("a.txt", "a");
        Assert.That((await Mkcol("a.txt")).Status, Is.EqualTo(405));
        Assert.That((await Get("a.txt")).Body, Is.EqualTo("a"));
    }

    [Test]
    public async Task Making_a_folder_without_its_parent_is_409() =>
        Assert.That((await Mkcol("absent", "dossier")).Status, Is.EqualTo(409));

    [Test]
    public async Task A_new_file_is_201_with_ETag_and_id()
    {
        var answer = await Put("a.txt", "bonjour");
        Assert.That(answer.Status, Is.EqualTo(201));
        Assert.That(answer.ETag, Is.Not.Empty.And.EqualTo((await Tag("a.txt")).Trim('"')));
        Assert.That(answer.Headers["OC-ETag"].Trim('"'), Is.EqualTo(answer.ETag));
        Assert.That(answer.Headers["OC-FileId"], Does.StartWith((await FileId("a.txt")).PadLeft(8, '0')));
    }

    [Test]
    public async Task A_changed_file_is_204_with_a_new_ETag_and_the_same_id()
    {
        // Two writes of one length within a second keep one ETag: the time is part of it, with seconds only.
        var first = await Put("a.txt", "bonjour", ("X-OC-MTime", "1700000000"));
        var second = await Put("a.txt", "bonsoir", ("X-OC-MTime", "1700000060"));
        Assert.That(second.Status, Is.EqualTo(204));
        Assert.That(second.ETag, Is.Not.EqualTo(first.ETag));
        Assert.That(second.Headers["OC-FileId"], Is.EqualTo(first.Headers["OC-FileId"]));
    }

    [Test]
    public async Task A_file_without_its_folder_is_404() =>
        Assert.That((await Put("absent/a.txt", "a")).Status, Is.EqualTo(404));

    [Test]
    public async Task A_file_over_a_folder_is_409()
    {
        await Mkcol("dossier");
        Assert.That((await Put("dossier", "a")).Status, Is.EqualTo(409));
        Assert.That(
            (await Find("dossier")).Property("dossier", D + "resourcetype")!.Element(D + "collection"),
            Is.Not.Null
        );
    }

    [Test]
    public async Task If_None_Match_writes_only_what_is_new()
    {
        Assert.That((await Put("a.txt", "a", ("If-None-Match", "*"))).Status, Is.EqualTo(201));
        Assert.That((await Put("a.txt", "b", ("If-None-Match", "*"))).Status, Is.EqualTo(412));
        Assert.That((await Get("a.txt")).Body, Is.EqualTo("a"));
    }

    [Test]
    public async Task If_Match_writes_only_over_what_was_read()
    {
        var first = await Put("a.txt", "a", ("X-OC-MTime", "1700000000"));
        var seen = ("If-Match", $"\"{first.ETag}\"");
        Assert.That((await Put("a.txt", "b", ("X-OC-MTime", "1700000060"), seen)).Status, Is.EqualTo(204));
        Assert.That((await Put("a.txt", "c", ("X-OC-MTime", "1700000120"), seen)).Status, Is.EqualTo(412));
        Assert.That((await Get("a.txt")).Body, Is.EqualTo("b"));
    }

    [Test]
    public async Task If_Match_on_a_missing_file_is_412_and_makes_none()
    {
        Assert.That((await Put("a.txt", "a", ("If-Match", "\"x\""))).Status, Is.EqualTo(412));
        Assert.That((await Get("a.txt")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task A_checksum_told_is_a_checksum_kept()
    {
        await Put("a.txt", "bonjour", ("OC-Checksum", Sum));
        Assert.That((await Get("a.txt")).Headers["OC-Checksum"], Is.EqualTo(Sum));
        Assert.That((await Find("a.txt")).Property("a.txt", Oc + "checksums")!.Value, Is.EqualTo(Sum));
    }

    [Test]
    public async Task An_edit_without_checksum_forgets_the_old_one()
    {
        await Put("a.txt", "bonjour", ("OC-Checksum", Sum));
        await Put("a.txt", "bonsoir");
        Assert.That((await Get("a.txt")).Headers, Does.Not.ContainKey("OC-Checksum"));
        Assert.That((await Find("a.txt")).Property("a.txt", Oc + "checksums"), Is.Null);
    }

    /// <summary>The server stores what it is told: only bulk upload compares. So a client compares by itself.</summary>
    [Test]
    public async Task A_wrong_checksum_is_believed()
    {
        var wrong = "MD5:00000000000000000000000000000000";
        Assert.That((await Put("a.txt", "a", ("OC-Checksum", wrong))).Status, Is.EqualTo(201));
        Assert.That((await Get("a.txt")).Headers["OC-Checksum"], Is.EqualTo(wrong));
    }

    [Test]
    public async Task X_OC_MTime_sets_the_date()
    {
        Assert.That(
            (await Put("a.txt", "a", ("X-OC-MTime", "1700000000"))).Headers["X-OC-MTime"],
            Is.EqualTo("accepted")
        );
        Assert.That(
            (await Get("a.txt")).Headers["Last-Modified"],
            Is.EqualTo("Tue, 14 Nov 2023 22:13:20 GMT")
        );
    }

    [Test]
    public async Task A_deleted_folder_takes_everything_along()
    {
        await Mkcol("dossier");
        await Put("dossier/a.txt", "a");
        Assert.That((await Server.Send("DELETE", Path("dossier"))).Status, Is.EqualTo(204));
        Assert.That((await Get("dossier/a.txt")).Status, Is.EqualTo(404));
        Assert.That((await Server.Send("DELETE", Path("dossier"))).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task A_conditional_delete_keeps_what_changed()
    {
        await Put("a.txt", "a");
        var path = Path("a.txt");
        Assert.That((await Server.Send("DELETE", path, null, ("If-Match", "\"x\""))).Status, Is.EqualTo(412));
        Assert.That((await Get("a.txt")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_dead_property_is_kept_and_a_missing_one_is_404()
    {
        var set =
            """<d:propertyupdate xmlns:d="DAV:" xmlns:x="urn:connector:test"><d:set><d:prop><x:note>Été &amp; hiver</x:note></d:prop></d:set></d:propertyupdate>""";
        Assert.That((await Server.Send("PROPPATCH", Path(), set)).Status, Is.EqualTo(207));
        var found = await Find(
            "",
            "0",
            """<d:propfind xmlns:d="DAV:" xmlns:x="urn:connector:test"><d:prop><x:note/><x:none/></d:prop></d:propfind>"""
        );
        System.Xml.Linq.XNamespace x = "urn:connector:test";
        Assert.That(found.Property(Folder, x + "note")!.Value, Is.EqualTo("Été & hiver"));
        Assert.That(found.Property(Folder, x + "none"), Is.Null);
    }
}
