namespace Connector.Contract.Tests.Files;

/// <summary>Trees are copied and moved, and ETags tell what changed below.</summary>
[TestFixtureSource(typeof(Target), nameof(Target.All))]
public sealed class MovingContracts(Target target) : InAFolder(target)
{
    [SetUp]
    public async Task MakeTree()
    {
        await Mkcol("un");
        await Mkcol("un", "deux");
        await Put("un/deux/a.txt", "bonjour");
    }

    [Test]
    public async Task COPY_copies_the_whole_tree_under_new_ids()
    {
        Assert.That((await Copy("un", "copie")).Status, Is.EqualTo(201));
        Assert.That((await Get("copie/deux/a.txt")).Body, Is.EqualTo("bonjour"));
        Assert.That(await FileId("copie/deux/a.txt"), Is.Not.EqualTo(await FileId("un/deux/a.txt")));
    }

    [Test]
    public async Task COPY_over_something_is_204_and_replaces_it()
    {
        await Mkcol("copie");
        await Put("copie/vieux.txt", "v");
        Assert.That((await Copy("un", "copie")).Status, Is.EqualTo(204));
        Assert.That((await Get("copie/vieux.txt")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Overwrite_F_protects_what_is_there()
    {
        await Mkcol("la");
        Assert.That((await Copy("un", "la", ("Overwrite", "F"))).Status, Is.EqualTo(412));
        Assert.That((await Move("un", "la", ("Overwrite", "F"))).Status, Is.EqualTo(412));
        Assert.That((await Get("un/deux/a.txt")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task MOVE_keeps_the_ids_of_everything()
    {
        var (folder, file) = (await FileId("un"), await FileId("un/deux/a.txt"));
        Assert.That((await Move("un", "renommé")).Status, Is.EqualTo(201));
        Assert.That(
            (await FileId("renommé"), await FileId("renommé/deux/a.txt")),
            Is.EqualTo((folder, file))
        );
        Assert.That((await Find("un")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Copying_or_moving_below_a_missing_folder_is_409()
    {
        Assert.That((await Copy("un", "absent/un")).Status, Is.EqualTo(409));
        Assert.That((await Move("un", "absent/un")).Status, Is.EqualTo(409));
    }

    [Test]
    public async Task A_folder_does_not_go_into_itself()
    {
        Assert.That((await Copy("un", "un/dedans")).Status, Is.EqualTo(409));
        Assert.That((await Move("un", "un/dedans")).Status, Is.EqualTo(409));
    }

    [Test]
    public async Task What_is_missing_cannot_move() =>
        Assert.That((await Move("absent", "la")).Status, Is.EqualTo(404));

    [Test]
    public async Task Without_a_destination_it_is_400() =>
        Assert.That((await Server.Send("COPY", Path("un"))).Status, Is.EqualTo(400));

    [Test]
    public async Task A_deep_write_changes_the_ETag_of_every_ancestor_and_of_no_sibling()
    {
        await Mkcol("voisin");
        var before = (
            Root: await Tag(),
            One: await Tag("un"),
            Two: await Tag("un/deux"),
            Sibling: await Tag("voisin")
        );
        await Put("un/deux/a.txt", "bonsoir");
        Assert.That(await Tag(), Is.Not.EqualTo(before.Root));
        Assert.That(await Tag("un"), Is.Not.EqualTo(before.One));
        Assert.That(await Tag("un/deux"), Is.Not.EqualTo(before.Two));
        Assert.That(await Tag("voisin"), Is.EqualTo(before.Sibling));
    }

    [Test]
    public async Task A_deletion_changes_the_ETag_of_the_root()
    {
        var before = await Tag();
        await Server.Send("DELETE", Path("un", "deux", "a.txt"));
        Assert.That(await Tag(), Is.Not.EqualTo(before));
    }

    [Test]
    public async Task Reading_leaves_every_ETag_alone()
    {
        var before = (await Tag(), await Tag("un"), await Tag("un/deux/a.txt"));
        await Get("un/deux/a.txt");
        await Find("", "infinity");
        Assert.That((await Tag(), await Tag("un"), await Tag("un/deux/a.txt")), Is.EqualTo(before));
    }

    [Test]
    public async Task A_moved_file_keeps_its_ETag_and_a_copy_has_its_own()
    {
        var before = await Tag("un/deux/a.txt");
        await Move("un/deux/a.txt", "b.txt");
        Assert.That(await Tag("b.txt"), Is.EqualTo(before));
    }

    private Task<Answer> Copy(string from, string to, params (string, string)[] headers) =>
        Go("COPY", from, to, headers);

    private Task<Answer> Move(string from, string to, params (string, string)[] headers) =>
        Go("MOVE", from, to, headers);

    private Task<Answer> Go(string verb, string from, string to, (string, string)[] headers) =>
        Server.Send(
            verb,
            Path(from.Split('/')),
            null,
            [("Destination", Destination(to.Split('/'))), .. headers]
        );
}
