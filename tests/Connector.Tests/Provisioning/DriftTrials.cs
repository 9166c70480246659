using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Domain.Workspaces.Drift;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Tests.Provisioning;

/// <summary>What people do between two runs is told once, with when and by whom where the server knows.</summary>
public sealed class DriftTrials
{
    private const string Committee = "Comité stratégique (essai)";
    private Workplace _place = null!;
    private Hands _member = null!;
    private Hands _administrator = null!;

    [SetUp]
    public Task Start() => Open(activity: true);

    [TearDown]
    public async Task Stop()
    {
        _member.Dispose();
        _administrator.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task After_a_run_nothing_has_changed_and_looking_writes_nothing()
    {
        var before = await File.ReadAllBytesAsync(_place.Ledger);
        var report = await Drift();
        Assert.That(Sentences(report), Is.Empty);
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done));
        Assert.That(await File.ReadAllBytesAsync(_place.Ledger), Is.EqualTo(before));
        await Apply();
        Assert.That(Sentences(await Drift()), Is.Empty);
    }

    [Test]
    public async Task A_deletion_is_told_once_with_when_and_by_whom()
    {
        var before = DateTimeOffset.UtcNow.AddSeconds(-2);
        await _member.Delete($"{Committee}/02 Réunions");
        var line = (await Drift()).Lines.Single();
        Assert.That(line.Kind, Is.EqualTo(DriftKind.Deleted));
        Assert.That(line.What.English, Does.StartWith($"the folder '{Committee}/02 Réunions' was deleted"));
        Assert.That(line.At, Is.InRange(before, DateTimeOffset.UtcNow));
        Assert.That(line.By, Is.EqualTo(Workplace.Member));
        await Apply();
        Assert.That(Sentences(await Drift()), Is.Empty, "told once");
    }

    [Test]
    public async Task What_somebody_wrote_renamed_moved_and_added_is_told_with_its_author()
    {
        await _member.Write($"{Committee}/Readme.md", "à nous");
        await _member.Move($"{Committee}/00 Pilotage", $"{Committee}/00 Cap");
        await _member.Move(
            $"{Committee}/01 Feuille de route",
            $"{Committee}/02 Réunions/01 Feuille de route"
        );
        await _member.MakeFolder($"{Committee}/Photos");
        await _member.Write($"{Committee}/Photos/a.txt", "a");
        for (var n = 0; n < 4; n++)
        {
            await _member.Write($"{Committee}/02 Réunions/note {n}.txt", "a");
        }

        var report = await Drift();
        Assert.That(
            report.Lines.Select(line => (line.Kind, line.By)),
            Is.EquivalentTo(
                new[]
                {
                    (DriftKind.Edited, Workplace.Member),
                    (DriftKind.Renamed, Workplace.Member),
                    (DriftKind.Moved, Workplace.Member),
                    (DriftKind.Added, Workplace.Member),
                    (DriftKind.Added, Workplace.Member),
                }
            ),
            string.Join('\n', Sentences(report))
        );
        Assert.That(
            Sentences(report),
            Has.One.EqualTo($"4 items were added to '{Committee}/02 Réunions'")
                .And.One.EqualTo($"the folder '{Committee}/Photos' was added")
                .And.One.EqualTo($"somebody wrote in the document '{Committee}/Readme.md'")
        );
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.ChangesPending));
        await Apply();
        Assert.That(Sentences(await Drift()), Is.Empty);
    }

    [Test]
    public async Task A_pdf_that_connector_laid_beside_a_document_is_nobody_s_change_until_somebody_writes_over_it()
    {
        const string path = $"{Committee}/Affiche.pdf";
        await _administrator.Write(path, "%PDF-1.7");
        var file = (await _place.Client.Files.Find(path, default))!;
        var slug = Slug.Of(Some.Territory().Name);
        await using (var ledger = await LedgerStore.OpenAsync(_place.Ledger, TimeProvider.System, default))
        {
            var form = new KnownResource
            {
                Key = WorkspaceKeys.Pdf("doc:comite/affiche"),
                RemoteId = path,
                Path = path,
                ETag = file.ETag,
            };
            await ledger.RememberAsync(slug, [form], default);
        }

        Assert.That(Sentences(await Drift()), Is.Empty);
        await _member.Write(path, "à nous");
        Assert.That(Sentences(await Drift()), Is.EqualTo(new[] { $"the document '{path}' was added" }));
    }

    [Test]
    public async Task Rights_members_quota_and_calendar_are_told_and_that_nobody_knows_who()
    {
        var folder = (await _place.Client.TeamFolders.List(default)).Single(one =>
            one.MountPoint == Committee
        );
        var address = $"index.php/apps/groupfolders/folders/{folder.Id}";
        await _administrator.Administer("POST", $"{address}/groups/essai-comite", ("permissions", "1"));
        await _administrator.Administer("POST", $"{address}/quota", ("quota", "1000000"));
        var group = (await _place.Client.Users.Find("essai.zoe", default))!.Groups[0];
        await _place.Client.Users.RemoveFromGroup("essai.zoe", group, default);
        await _administrator.Unshare("connector-essai-comite", "essai-comite");
        var report = await Drift();
        Assert.That(
            report.Lines.Select(line => line.Kind),
            Is.EquivalentTo(
                new[] { DriftKind.Members, DriftKind.Rights, DriftKind.Quota, DriftKind.Calendar }
            ),
            string.Join('\n', Sentences(report))
        );
        Assert.That(report.Lines.Select(line => line.By), Is.All.Null);
    }

    [Test]
    public async Task A_team_folder_typed_with_loose_accents_is_the_same_folder()
    {
        var folder = (await _place.Client.TeamFolders.List(default)).Single(one =>
            one.MountPoint == Committee
        );
        var loose = Committee.Normalize(System.Text.NormalizationForm.FormD);
        await _administrator.Administer(
            "POST",
            $"index.php/apps/groupfolders/folders/{folder.Id}/mountpoint",
            ("mountpoint", loose)
        );
        await Apply();
        Assert.That(Sentences(await Drift()), Is.Empty);
    }

    [Test]
    public async Task What_a_run_itself_set_back_is_nobody_s_change()
    {
        await _member.Move($"{Committee}/02 Réunions", $"{Committee}/Nos dates");
        var strict = Some.Territory() with
        {
            Enforcement = Enum.GetValues<ManagedField>()
                .ToDictionary(field => field, _ => Enforcement.Enforced),
        };
        Assert.That((await _place.ApplyAsync(strict)).Outcome, Is.EqualTo(RunOutcome.Done));
        Assert.That(Sentences(await Drift()), Is.Empty);
    }

    [Test]
    public async Task Without_the_app_Activity_the_trash_tells_when_and_one_sentence_says_that_nobody_knows_who()
    {
        await Stop();
        await Open(activity: false);
        await _member.Delete($"{Committee}/02 Réunions");
        await _member.Write($"{Committee}/Readme.md", "à nous");
        var report = await Drift();
        Assert.That(report.HasActivity, Is.False);
        Assert.That(report.Lines.Select(line => line.By), Is.All.Null);
        Assert.That(report.Lines.Single(line => line.Kind == DriftKind.Deleted).At, Is.Not.Null);
    }

    [Test]
    public async Task A_server_that_breaks_ends_in_a_sentence()
    {
        _place.Server.Faults.Add(
            new DevServer.Faults.FaultRule
            {
                Kind = DevServer.Faults.FaultKind.Status,
                Path = "/remote.php/dav/files/",
                Times = 0,
                Status = 403,
            }
        );
        await using var ledger = await LedgerStore.OpenAsync(_place.Ledger, TimeProvider.System, default);
        await using var client = _place.NewClient();
        var report = await Run(client, ledger);
        Assert.That((report.Outcome, report.Problems.Count), Is.EqualTo((RunOutcome.Failed, 1)));
    }

    private async Task Open(bool activity)
    {
        _place = await Workplace.OpenAsync(activity: activity);
        _member = await _place.MemberAsync();
        _administrator = _place.Administrator();
        await Apply();
    }

    private async Task Apply()
    {
        var report = await _place.ApplyAsync();
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
    }

    private async Task<DriftReport> Drift()
    {
        await using var ledger = await LedgerStore.OpenAsync(_place.Ledger, TimeProvider.System, default);
        await using var client = _place.NewClient();
        var report = await Run(client, ledger);
        Assert.That(report.Problems, Is.Empty);
        return report;
    }

    private static Task<DriftReport> Run(NextcloudClient client, LedgerStore ledger) =>
        new DriftRun(client, ledger, new FakeTimeProvider(Some.Now)).RunAsync(
            Some.Territory(),
            Some.Blueprints(),
            default
        );

    private static IReadOnlyList<string> Sentences(DriftReport report) =>
        [.. report.Lines.Select(line => line.What.English)];
}
