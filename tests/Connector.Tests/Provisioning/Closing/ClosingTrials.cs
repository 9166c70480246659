using System.Text;
using Connector.DevServer.Faults;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Provisioning.Closing;
using Connector.Reports;

namespace Connector.Tests.Provisioning;

/// <summary>Groups are closed and reopened while people work, servers fail and names are taken.</summary>
public sealed partial class ClosingTrials
{
    private static readonly string Folder = $"{ClosingPlace.Name}/02 Réunions";
    private Workplace _place = null!;
    private Hands _member = null!;

    private string Zip => Path.Combine(_place.Folder, "jeunes.zip");

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _member = await _place.MemberAsync();
        var report = await _place.ApplyAsync();
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        await _member.Write($"{Folder}/Bilan d'été.txt", "bonjour");
        await _member.MakeFolder($"{Folder}/Vide");
    }

    [TearDown]
    public async Task Stop()
    {
        _member.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task A_closed_group_is_read_among_the_archives_and_written_by_nobody()
    {
        await Closed(Zip);

        Assert.That(
            await _member.Read($"{ClosingPlace.Archived}/02 Réunions/Bilan d'été.txt"),
            Is.EqualTo("bonjour")
        );
        Assert.That(
            await _place.TryAsync("PUT", $"{ClosingPlace.Archived}/02 Réunions/autre.txt"),
            Is.EqualTo(403)
        );
        Assert.That(await _place.TryAsync("PUT", "Archives/2026/autre.txt"), Is.EqualTo(403));
        Assert.That(await _place.TryAsync("DELETE", ClosingPlace.Archived), Is.EqualTo(403));
        Assert.That(await _place.TryAsync("PROPFIND", ClosingPlace.Name), Is.EqualTo(404));
        var picture = await _place.PictureAsync();
        Assert.That(
            picture,
            Has.Some.Match("^calendar connector-essai-jeunes .*published=True .*groups/essai-jeunes=r$")
        );
        Assert.That(picture, Has.None.Match("^calendar connector-essai-jeunes .*=rw"));
    }

    [Test]
    public async Task The_zip_holds_every_byte_and_says_so()
    {
        await Closed(Zip);

        var files = ClosingPlace.Verified(Zip);
        var server = await _place.Client.Files.Propfind(ClosingPlace.Archived, DavDepth.Infinity, default);
        var documents = server.Resources.Where(node => !node.IsFolder).ToList();
        Assert.That(documents, Has.Count.GreaterThan(2));
        foreach (var node in documents)
        {
            var name = $"documents{node.Path[ClosingPlace.Archived.Length..]}";
            var there = await _place.Client.Files.GetFile(node.Path, default);
            Assert.That(files[name], Is.EqualTo(there!.Bytes), name);
        }

        Assert.That(files, Has.Count.EqualTo(documents.Count + 3));
        Assert.That(
            Encoding.UTF8.GetString(files["agenda.ics"]),
            Does.StartWith("BEGIN:VCALENDAR\r\n").And.Contain("SUMMARY")
        );
        Assert.That(
            Encoding.UTF8.GetString(files["LISEZMOI.txt"]),
            Does.Contain("sha256sum -c MANIFESTE.sha256")
        );
    }

    [Test]
    public async Task Applying_and_closing_again_change_nothing_while_it_is_closed()
    {
        await Closed(Zip);
        var picture = await _place.PictureAsync();
        var apply = await _place.ApplyAsync();
        Assert.That(apply.Results, Is.Empty);
        Assert.That(
            apply
                .Plan!.Steps.Where(step => step.AreaKey == $"area:{ClosingPlace.Group}")
                .Select(step => step.Key),
            Is.EqualTo(new[] { $"closed:{ClosingPlace.Group}" })
        );

        var sent = _place.Server.RequestCount;
        var again = await _place.CloseAsync(Path.Combine(_place.Folder, "again.zip"));
        Assert.That(again.Outcome, Is.EqualTo(RunOutcome.Done));
        Assert.That(again.Summary!.Value.French, Does.Contain("déjà fermé, depuis le 16/11/2026"));
        Assert.That(_place.Server.RequestCount, Is.EqualTo(sent), "the ledger knows it");
        Assert.That(await _place.PictureAsync(), Is.EqualTo(picture));
        Assert.That(Directory.GetFiles(_place.Folder, "*.zip"), Is.EqualTo(new[] { Zip }));
    }

    [Test]
    public async Task Reopening_brings_back_names_rights_and_shares()
    {
        var before = await _place.PictureAsync();
        await Closed(Zip);
        await Reopened();

        Assert.That(await _place.WithoutShelfAsync(), Is.EqualTo(before));
        Assert.That(await _place.ClosedAsync(), Is.Null);
        await _place.IsSettledAsync();
        await _member.Write($"{Folder}/Bilan d'été.txt", "encore");
        Assert.That((await _place.ReopenAsync()).Summary!.Value.French, Does.Contain("n'est pas fermé"));
    }

    [Test]
    public async Task The_same_content_has_the_same_manifest()
    {
        await Closed(Zip);
        await Reopened();
        var second = Path.Combine(_place.Folder, "second.zip");
        await Closed(second);

        Assert.That(
            ClosingPlace.Verified(second)[HashedZip.Manifest],
            Is.EqualTo(ClosingPlace.Verified(Zip)[HashedZip.Manifest])
        );
    }

    [Test]
    public async Task Who_writes_during_the_export_is_told()
    {
        var writer = new Writer(_member);
        var report = await _place.CloseAsync(Zip, told: writer);

        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), ClosingPlace.Sentences(report));
        Assert.That(
            report.Warnings.Select(warning => warning.Code),
            Is.EqualTo(new[] { "closing-written-meanwhile" })
        );
    }

    [Test]
    public async Task A_foreign_folder_named_Archives_is_not_shown_to_the_group()
    {
        using var administrator = _place.Administrator();
        await _place.Client.TeamFolders.Create("Archives", default);
        var foreign = (await _place.Client.TeamFolders.List(default)).Single(folder =>
            folder.MountPoint == "Archives"
        );
        await administrator.Administer(
            "POST",
            $"index.php/apps/groupfolders/folders/{foreign.Id}/groups",
            ("group", "admin")
        );
        await administrator.Write("Archives/secret.txt", "secret");
        await Closed(null);

        Assert.That(
            (await _place.ClosedAsync())!.MountAfter,
            Is.EqualTo($"Archives (2)/2026/{ClosingPlace.Name}")
        );
        Assert.That(await _place.TryAsync("PROPFIND", "Archives"), Is.EqualTo(404));
    }

    [Test]
    public async Task Two_closed_groups_share_the_shelf_and_a_name_that_is_taken_is_numbered()
    {
        await Closed(null);
        var committee = await _place.CloseAsync(null, "essai-comite");
        Assert.That(committee.Outcome, Is.EqualTo(RunOutcome.Done), ClosingPlace.Sentences(committee));
        await Reopened();
        await _place.Client.Files.Mkcol(ClosingPlace.Archived, default);
        await Closed(null);

        var folders = await _place.Client.TeamFolders.List(default);
        Assert.That(
            folders
                .Select(folder => folder.MountPoint)
                .Where(name => name.StartsWith("Archives", StringComparison.Ordinal)),
            Is.EquivalentTo(
                new[]
                {
                    "Archives",
                    "Archives/2026/Comité stratégique (essai)",
                    $"{ClosingPlace.Archived} (2)",
                }
            )
        );
    }

    [Test]
    public async Task What_somebody_changed_meanwhile_is_left_and_told()
    {
        await Closed(null);
        using var administrator = _place.Administrator();
        var id = (await _place.ClosedAsync())!.TeamFolderId;
        await administrator.Administer(
            "POST",
            $"index.php/apps/groupfolders/folders/{id}/groups/{ClosingPlace.Group}",
            ("permissions", "7")
        );
        await administrator.Unshare("connector-essai-jeunes", ClosingPlace.Group);
        var report = await _place.ReopenAsync();

        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), ClosingPlace.Sentences(report));
        Assert.That(
            report.Warnings.Select(warning => warning.Code),
            Is.EqualTo(new[] { "reopen-left", "reopen-left" })
        );
        var folder = await _place.Client.TeamFolders.Find(id, default);
        Assert.That((int)folder!.Groups[ClosingPlace.Group], Is.EqualTo(7));
        Assert.That((int)folder.Groups["coordination"], Is.EqualTo(31));
        await _place.ApplyAsync();
        await _place.IsSettledAsync();
    }

    [Test]
    public async Task A_name_that_was_taken_stops_the_reopening_before_anything_is_changed()
    {
        await Closed(null);
        await _place.Client.TeamFolders.Create(ClosingPlace.Name, default);
        var closed = await _place.PictureAsync();
        var report = await _place.ReopenAsync();

        Assert.That(report.Problems.Single().Code, Is.EqualTo("reopen-name-taken"));
        Assert.That(await _place.PictureAsync(), Is.EqualTo(closed));
        Assert.That((await _place.ClosedAsync())!.Stage, Is.EqualTo(ClosingStage.Closed));
    }

    [Test]
    public async Task A_group_without_a_workspace_is_told_to_apply_first()
    {
        await using var other = await Workplace.OpenAsync();
        var report = await other.CloseAsync(null);
        Assert.That(report.Problems.Single().Code, Is.EqualTo("closing-never-applied"));
        Assert.That(other.Server.RequestCount, Is.Zero);
    }

    private async Task Closed(string? zip)
    {
        var report = await _place.CloseAsync(zip);
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), ClosingPlace.Sentences(report));
        Assert.That(report.Warnings, Is.Empty, ClosingPlace.Sentences(report));
    }

    private async Task Reopened()
    {
        var report = await _place.ReopenAsync();
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), ClosingPlace.Sentences(report));
        Assert.That(report.Warnings, Is.Empty, ClosingPlace.Sentences(report));
    }

    /// <summary>Writes once, when the export is told to be whole and the group can still be written in.</summary>
    private sealed class Writer(Hands member) : IProgress<Text>
    {
        private bool _wrote;

        public void Report(Text value)
        {
            if (!_wrote)
            {
                _wrote = true;
                member.Write($"{Folder}/trop tard.txt", "x").GetAwaiter().GetResult();
            }
        }
    }
}
