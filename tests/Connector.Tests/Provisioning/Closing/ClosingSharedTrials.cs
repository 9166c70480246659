using System.Globalization;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.Dav;
using Connector.Reports;

namespace Connector.Tests.Provisioning;

/// <summary>Closing and reopening where workspaces are folders that the account shares, with groups or with teams.</summary>
[TestFixture(Strategy.SharedFolders)]
[TestFixture(Strategy.Teams)]
public sealed class ClosingSharedTrials(Strategy strategy)
{
    private static readonly string Meetings = $"{ClosingPlace.Name}/02 Réunions";
    private Workplace _place = null!;
    private Hands _member = null!;
    private Hands _service = null!;

    private string Zip => Path.Combine(_place.Folder, "jeunes.zip");

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _member = await _place.MemberAsync();
        if (strategy == Strategy.Teams)
        {
            await _place.AsOrdinaryAsync();
        }
        else
        {
            _place.WithoutTeamFolders();
        }

        _service = _place.HandsOf(_place.Service);
        var report = await _place.ApplyAsync();
        Assert.That(report.Strategy!.Strategy, Is.EqualTo(strategy));
        await _member.Write($"{Meetings}/Bilan d'été.txt", "bonjour");
    }

    [TearDown]
    public async Task Stop()
    {
        _member.Dispose();
        _service.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task A_closed_group_is_read_written_by_nobody_exported_and_comes_back_exactly()
    {
        var before = await State();
        var closed = await _place.CloseAsync(Zip);
        Assert.That(closed.Outcome, Is.EqualTo(RunOutcome.Done), ClosingPlace.Sentences(closed));
        Assert.That(await _member.Read($"{Meetings}/Bilan d'été.txt"), Is.EqualTo("bonjour"));
        Assert.That(await _place.TryAsync("PUT", $"{Meetings}/autre.txt"), Is.EqualTo(403));
        Assert.That(
            await _service.Read($"{ClosingPlace.Archived}/02 Réunions/Bilan d'été.txt"),
            Is.EqualTo("bonjour")
        );
        Assert.That(
            ClosingPlace.Verified(Zip).Keys,
            Has.Some.EqualTo("documents/02 Réunions/Bilan d'été.txt").And.Some.EqualTo("agenda.ics")
        );
        Assert.That(
            (await State()).Where(line => line.StartsWith("calendar", StringComparison.Ordinal)),
            Has.None.EndsWith("True")
        );
        await _place.IsSettledAsync();
        Assert.That((await _place.CloseAsync(Zip)).Summary!.Value.French, Does.Contain("déjà fermé"));

        var opened = await _place.ReopenAsync();
        Assert.That(opened.Outcome, Is.EqualTo(RunOutcome.Done), ClosingPlace.Sentences(opened));
        Assert.That(await State(), Is.EqualTo(before));
        await _place.IsSettledAsync();
        await _member.Write($"{Meetings}/Bilan d'été.txt", "encore");
    }

    [TestCase("3", "1", false, TestName = "A_member_s_link_for_reading_stays")]
    [TestCase(
        "3",
        "15",
        true,
        TestName = "A_member_s_link_for_writing_is_not_destroyed_but_stops_the_closing"
    )]
    [TestCase("3", "4", true, TestName = "A_link_for_dropping_files_stops_the_closing")]
    public async Task What_members_gave_is_theirs(string kind, string permissions, bool refused)
    {
        await LetShare();
        await _member.Administer(
            "POST",
            "ocs/v2.php/apps/files_sharing/api/v1/shares",
            ("path", $"/{Meetings}"),
            ("shareType", kind),
            ("permissions", permissions)
        );
        var before = await State();
        var report = await _place.CloseAsync(Zip);
        Assert.That(
            report.Outcome,
            Is.EqualTo(refused ? RunOutcome.Failed : RunOutcome.Done),
            ClosingPlace.Sentences(report)
        );
        if (refused)
        {
            Assert.That(
                report.Problems.Single().Message.French,
                Does.Contain($"« {Meetings} » ({Workplace.Member})")
            );
            Assert.That(await State(), Is.EqualTo(before));
            Assert.That(File.Exists(Zip), Is.False);
        }
    }

    [Test]
    public async Task Archives_of_somebody_else_s_are_not_used()
    {
        await _service.MakeFolder("Archives");
        await _service.Write("Archives/à moi.txt", "privé");
        await _place.CloseAsync(zip: null);
        Assert.That(
            await _service.Read($"Archives (2)/2026/{ClosingPlace.Name}/02 Réunions/Bilan d'été.txt"),
            Is.EqualTo("bonjour")
        );
        Assert.That(await _service.Read("Archives/à moi.txt"), Is.EqualTo("privé"));
    }

    /// <summary>The blueprint lets nobody but the coordination share; a person was let to by hand.</summary>
    private async Task LetShare()
    {
        await using var client = _place.NewClient();
        foreach (
            var share in (await client.Shares.List(default)).Where(share =>
                share.Path.StartsWith(ClosingPlace.Name, StringComparison.Ordinal)
            )
        )
        {
            await client.Shares.SendRights(share.Id, share.Permissions | Rights.Share, default);
        }
    }

    /// <summary>Folders and files with their numbers, shares and calendars; the shelf itself may stay.</summary>
    private async Task<IReadOnlyList<string>> State()
    {
        await using var client = _place.NewClient();
        var files = (await client.Files.Propfind("", DavDepth.Infinity, default)).Resources;
        var calendars = await client.Calendars.ListCalendars(default);
        return
        [
            .. files
                .Where(node => node.Path is not ("" or "Archives" or "Archives/2026"))
                .Select(node => $"{node.FileId} {node.Path}"),
            .. (await client.Shares.ListWithReshares(default)).Select(share =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{share.Id} {share.Kind} {share.With} {share.Path} {share.Permissions}"
                )
            ),
            .. calendars
                .Where(calendar => calendar.Uri.EndsWith(ClosingPlace.Group, StringComparison.Ordinal))
                .SelectMany(calendar =>
                    calendar.Shares.Select(share => $"calendar {share.Kind} {share.Id} {share.ReadWrite}")
                ),
        ];
    }
}
