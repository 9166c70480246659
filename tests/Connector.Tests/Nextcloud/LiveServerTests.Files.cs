using System.Security.Cryptography;
using System.Text;
using Connector.Nextcloud;
using Connector.Nextcloud.CalDav;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.Doctor;
using Connector.Nextcloud.Login;
using Connector.Nextcloud.Ocs;
using Connector.Nextcloud.TeamFolders;
using Connector.Testing;

namespace Connector.Tests.Nextcloud;

internal sealed partial class LiveServerTests
{
    [Test]
    public async Task Files_are_written_under_conditions_and_listed_whole_in_one_request()
    {
        var root = await Folder();
        var files = _client.Files;

        Assert.That((await files.Mkcol(root, default)).Result, Is.EqualTo(DavResult.AlreadyExists));
        Assert.That((await files.Mkcol($"{root}/x/y", default)).Result, Is.EqualTo(DavResult.ParentMissing));
        Assert.That(
            (await files.Mkcol($"{root}/Réunions d'été", default)).Result,
            Is.EqualTo(DavResult.Created)
        );

        var path = $"{root}/Réunions d'été/50% #1?.txt";
        var made = await Put(path, "un", PutCondition.IfNoneMatchAny);
        Assert.That(
            (made.Result, made.ETag is null, made.FileId is null),
            Is.EqualTo((DavResult.Created, false, false))
        );
        Assert.That(
            (await Put(path, "deux", PutCondition.IfNoneMatchAny)).Result,
            Is.EqualTo(DavResult.PreconditionFailed)
        );
        // ETags of files have a granularity of one second.
        await Task.Delay(1100);
        var updated = await Put(path, "deux", PutCondition.IfMatch(made.ETag!));
        Assert.That(updated.Result, Is.EqualTo(DavResult.Updated));
        Assert.That(
            (await Put(path, "trois", PutCondition.IfMatch(made.ETag!))).Result,
            Is.EqualTo(DavResult.PreconditionFailed)
        );
        Assert.That(
            (await Put($"{root}/rien/a", "x", PutCondition.IfNoneMatchAny)).Result,
            Is.EqualTo(DavResult.ParentMissing)
        );

        var file = await files.GetFile(path, default);
        Assert.That((Encoding.UTF8.GetString(file!.Bytes), file.ETag), Is.EqualTo(("deux", updated.ETag)));
        Assert.That(await files.GetFile($"{root}/rien", default), Is.Null);

        var before = _client.Requests.Total;
        var all = await files.Propfind("", DavDepth.Infinity, default);
        Assert.That(_client.Requests.Total - before, Is.EqualTo(1));
        var seen = all.Resources.Single(r => r.Path == path);
        Assert.That(
            (seen.ETag, seen.FileId, seen.Size, seen.IsFolder),
            Is.EqualTo((updated.ETag, updated.FileId, 4, false))
        );
        Assert.That(seen.Sha1, Is.EqualTo(Convert.ToHexStringLower(SHA1.HashData("deux"u8))));

        var found = await files.Search(root, "%", default);
        Assert.That(found.Resources.Select(r => r.Path), Does.Contain(path));
        Assert.That((await files.Propfind($"{root}/rien", DavDepth.One, default)).Exists, Is.False);
    }

    [Test]
    public async Task A_second_write_in_the_same_second_is_not_overwritten()
    {
        var path = $"{await Folder()}/a.txt";
        await Put(path, "un", PutCondition.IfNoneMatchAny);
        var seen = (await _client.Files.Find(path, default))!;
        await Put(path, "de quelqu'un", PutCondition.IfMatch(seen.ETag));

        var outcome = await Put(path, "deux", PutCondition.IfUnchanged(seen));

        Assert.That(outcome.Result, Is.EqualTo(DavResult.PreconditionFailed));
    }

    [Test]
    public async Task Trees_are_copied_and_moved_but_never_onto_something()
    {
        var root = await Folder();
        await _client.Files.Mkcol($"{root}/modèle", default);
        await Put($"{root}/modèle/a.txt", "a", PutCondition.IfNoneMatchAny);

        Assert.That(
            (await _client.Files.Copy($"{root}/modèle", $"{root}/groupe", default)).Result,
            Is.EqualTo(DavResult.Created)
        );
        Assert.That(
            (await _client.Files.Copy($"{root}/modèle", $"{root}/groupe", default)).Result,
            Is.EqualTo(DavResult.AlreadyExists)
        );
        Assert.That(
            (await _client.Files.Copy($"{root}/rien", $"{root}/b", default)).Result,
            Is.EqualTo(DavResult.NotFound)
        );
        Assert.That(
            (await _client.Files.Copy($"{root}/modèle", $"{root}/x/b", default)).Result,
            Is.EqualTo(DavResult.ParentMissing)
        );
        var id = (await _client.Files.Find($"{root}/groupe/a.txt", default))!.FileId;
        Assert.That(
            (await _client.Files.Move($"{root}/groupe/a.txt", $"{root}/groupe/b.txt", default)).Result,
            Is.EqualTo(DavResult.Created)
        );
        Assert.That((await _client.Files.Find($"{root}/groupe/b.txt", default))!.FileId, Is.EqualTo(id));
        Assert.That(
            (await _client.Files.Move($"{root}/groupe/b.txt", $"{root}/modèle/a.txt", default)).Result,
            Is.EqualTo(DavResult.AlreadyExists)
        );
    }

    /// <summary>Nextcloud 27 lists of a copied tree only the first level, until somebody opens what is below.</summary>
    [Test]
    public async Task A_copied_tree_whose_folders_were_opened_is_listed_whole()
    {
        var root = await Folder();
        string[] tree =
        [
            "modèle",
            "modèle/01 Réunions",
            "modèle/01 Réunions/2026",
            "modèle/01 Réunions/2026/Été",
        ];
        foreach (var folder in tree)
        {
            await _client.Files.Mkcol($"{root}/{folder}", default);
        }

        await _client.Files.Copy($"{root}/modèle", $"{root}/groupe", default);
        await _client.Files.Open(
            [
                [
                    $"{root}/groupe/01 Réunions",
                    $"{root}/groupe/01 Réunions/2026",
                    $"{root}/groupe/n'est pas là",
                ],
            ],
            default
        );

        var listing = await _client.Files.Propfind($"{root}/groupe", DavDepth.Infinity, default);
        Assert.That(
            listing.Resources.Select(node => node.Path),
            Is.EquivalentTo(tree.Select(path => $"{root}/{path.Replace("modèle", "groupe")}"))
        );
    }

    /// <summary>
    /// A folder without a known size is looked through again by every request that passes it: it must not stay so.
    /// </summary>
    [Test]
    public async Task A_copied_tree_that_was_opened_from_below_has_its_sizes()
    {
        var root = await Folder();
        string[] tree = ["modèle", "modèle/01 Réunions", "modèle/01 Réunions/2026", "modèle/02 Ressources"];
        foreach (var folder in tree)
        {
            await _client.Files.Mkcol($"{root}/{folder}", default);
        }

        await _client.Files.PutFile(
            $"{root}/modèle/01 Réunions/2026/a.txt",
            "texte"u8.ToArray(),
            PutCondition.IfNoneMatchAny,
            "text/plain",
            default
        );
        await _client.Files.Copy($"{root}/modèle", $"{root}/groupe", default);
        await _client.Files.Open(
            [
                [$"{root}/groupe/01 Réunions/2026", $"{root}/groupe/02 Ressources"],
            ],
            default
        );
        await _client.Files.Open(
            [
                [$"{root}/groupe/01 Réunions"],
            ],
            default
        );

        Assert.That((await _client.Files.Find($"{root}/groupe", default))!.Size, Is.EqualTo(5));
        var listing = await _client.Files.Propfind($"{root}/groupe", DavDepth.Infinity, default);
        Assert.That(
            listing.Resources.Where(node => node.IsFolder).Select(node => (node.Path, node.Size)),
            Is.EquivalentTo(
                new[]
                {
                    ($"{root}/groupe", 5L),
                    ($"{root}/groupe/01 Réunions", 5L),
                    ($"{root}/groupe/01 Réunions/2026", 5L),
                    ($"{root}/groupe/02 Ressources", 0L),
                }
            )
        );
    }

    [Test]
    public async Task Many_files_go_in_one_request_and_each_is_answered_for()
    {
        var root = await Folder();

        var outcomes = await _client.Files.BulkUpload(
            [
                new($"{root}/é.txt", "é"u8.ToArray()),
                new($"{root}/vide.txt", default),
                new($"{root}/rien/a.txt", "x"u8.ToArray()),
            ],
            default
        );

        Assert.That(
            outcomes.Select(o => o.Outcome.Result),
            Is.EqualTo(new[] { DavResult.Created, DavResult.Created, DavResult.NotApplied })
        );
        Assert.That(
            Encoding.UTF8.GetString((await _client.Files.GetFile($"{root}/é.txt", default))!.Bytes),
            Is.EqualTo("é")
        );
    }
}
