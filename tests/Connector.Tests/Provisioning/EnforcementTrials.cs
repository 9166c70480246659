using Connector.DevServer.Faults;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.Ocs;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Testing;

namespace Connector.Tests.Provisioning;

/// <summary>What people change by hand, of every kind that can be chosen about, is told, passed over or set back.</summary>
public sealed class EnforcementTrials
{
    private const string Committee = "Comité stratégique (essai)";
    private const string Group = "essai-comite";
    private Workplace _place = null!;
    private Hands _member = null!;
    private Hands _administrator = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _member = await _place.MemberAsync();
        _administrator = _place.Administrator();
    }

    [TearDown]
    public async Task Stop()
    {
        _member.Dispose();
        _administrator.Dispose();
        await _place.DisposeAsync();
    }

    [TestCase(Enforcement.Warned)]
    [TestCase(Enforcement.Ignored)]
    [TestCase(Enforcement.Enforced)]
    public async Task Rights_members_names_and_calendars_of_team_folders(Enforcement choice)
    {
        await Apply(Some.Territory());
        var before = await _place.PictureAsync();
        var folder = (await _place.Client.TeamFolders.List(default)).Single(one =>
            one.MountPoint == Committee
        );
        await _administrator.Administer(
            "POST",
            $"index.php/apps/groupfolders/folders/{folder.Id}/groups/{Group}",
            ("permissions", "1")
        );
        await _place.Client.Users.RemoveFromGroup(Workplace.Member, Group, default);
        await _administrator.Move($"{Committee}/02 Réunions", $"{Committee}/Nos dates");
        await _administrator.Unshare($"connector-{Group}", Group);
        await Holds(choice, before, told: 4, _place.PictureAsync);
    }

    [TestCase(Enforcement.Warned)]
    [TestCase(Enforcement.Ignored)]
    [TestCase(Enforcement.Enforced)]
    public async Task Shares_of_folders_of_the_account(Enforcement choice)
    {
        _place.WithoutTeamFolders();
        await Apply(Some.Territory());
        var before = await Shares();
        var share = (await _place.Client.Shares.List(default)).First(one =>
            one.Path == $"{Committee}/02 Réunions" && one.With == Group
        );
        await _place.Client.Shares.SendRights(share.Id, Rights.Read, default);
        await Holds(choice, before, told: 1, Shares);
    }

    /// <summary>A link that a member made is a person's decision, whatever is chosen about shares.</summary>
    [Test]
    public async Task A_member_s_own_link_is_never_taken_away()
    {
        _place.WithoutTeamFolders();
        await Apply(Some.Territory());
        var share = (await _place.Client.Shares.List(default)).First(one =>
            one.Path == $"{Committee}/02 Réunions" && one.With == Group
        );
        await _place.Client.Shares.SendRights(share.Id, Rights.All, default);
        await _member.Administer(
            "POST",
            "ocs/v2.php/apps/files_sharing/api/v1/shares",
            ("path", "/02 Réunions"),
            ("shareType", "3")
        );
        var report = await _place.ApplyAsync(With(Enforcement.Enforced));
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.PartlyDone), "its maker has to end it");
        Assert.That(report.Results.Select(result => result.Outcome.State), Is.All.EqualTo(StepState.Done));
        var shares = await _place.Client.Shares.ListWithReshares(default);
        Assert.That(shares.Count(one => one.Owner == Workplace.Member), Is.EqualTo(1));
        Assert.That(
            shares.Single(one => one.Id == share.Id).Permissions,
            Is.EqualTo(share.Permissions),
            "what the account itself gave is set back"
        );
    }

    /// <summary>Somebody signed in as the account and made it: what recipients make is theirs.</summary>
    [TestCase(true)]
    [TestCase(false)]
    public async Task An_endless_link_of_the_account_itself_gets_an_end_where_the_file_says_so(
        bool teamFolders
    )
    {
        if (!teamFolders)
        {
            _place.WithoutTeamFolders();
        }

        await Apply(Some.Territory());
        await Link(_administrator, $"/{Committee}");

        Assert.That(await Shared(Enforcement.Ignored), Is.Empty);
        Assert.That((await Shared(Enforcement.Warned)).Single().Change, Is.EqualTo(Change.Notice));
        Assert.That((await Shared(Enforcement.Enforced)).Single().Change, Is.EqualTo(Change.Update));

        await Apply(With(Enforcement.Enforced));
        var link = (await _place.Client.Shares.ListWithReshares(default)).Single(one =>
            one.Kind == ShareKind.Link
        );
        Assert.That(link.Expires, Is.EqualTo(DateOnly.FromDateTime(Some.Now.DateTime).AddDays(30)));
        var second = await _place.PlanAsync(With(Enforcement.Enforced));
        Assert.That(second.Plan!.Pending.Select(step => step.Key), Is.Empty);
        Assert.That(second.Outcome, Is.EqualTo(RunOutcome.Done), "told, and nothing more");
    }

    /// <summary>The server lets nobody but its maker change a link.</summary>
    [Test]
    public async Task An_endless_link_of_a_person_stays_and_is_told_or_stands_in_the_way()
    {
        await _place.MakeAccountAsync("essai.ines");
        await Apply(Some.Territory());
        using var coordinator = _place.HandsOf("essai.ines");
        await Link(coordinator, $"/{Committee}");

        Assert.That(await Shared(Enforcement.Ignored), Is.Empty);
        var told = (await Shared(Enforcement.Warned)).Single();
        Assert.That(told.Change, Is.EqualTo(Change.Notice));
        Assert.That(told.Reason.French, Does.Contain("essai.ines").And.Contain("sans date de fin"));
        Assert.That((await Shared(Enforcement.Enforced)).Single().Change, Is.EqualTo(Change.Conflict));

        var report = await _place.ApplyAsync(With(Enforcement.Enforced));
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.PartlyDone), "only a person can end it");
        var link = (await _place.Client.Shares.ListInside("", default)).Single();
        Assert.That((link.Owner, link.Expires), Is.EqualTo(("essai.ines", (DateOnly?)null)));
    }

    [Test]
    public async Task A_server_where_sharing_is_switched_off_is_planned_all_the_same()
    {
        await Apply(Some.Territory());
        _place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Status,
                Path = "/apps/files_sharing/",
                Times = 0,
                Status = 404,
            }
        );
        await _place.IsSettledAsync();
    }

    private static Task Link(Hands maker, string path) =>
        maker.Administer(
            "POST",
            "ocs/v2.php/apps/files_sharing/api/v1/shares",
            ("path", path),
            ("shareType", "3")
        );

    private async Task<IReadOnlyList<PlanStep>> Shared(Enforcement choice) =>
        [
            .. (await _place.PlanAsync(With(choice))).Plan!.Steps.Where(step =>
                step.Key.Contains("#share:", StringComparison.Ordinal)
            ),
        ];

    private async Task Holds(
        Enforcement choice,
        IReadOnlyList<string> before,
        int told,
        Func<Task<IReadOnlyList<string>>> look
    )
    {
        var changed = await look();
        Assert.That(changed, Is.Not.EqualTo(before));
        var plan = (await _place.PlanAsync(With(choice))).Plan!;
        Assert.That(plan.Count(Change.Notice), Is.EqualTo(choice == Enforcement.Warned ? told : 0));
        Assert.That(plan.HasChanges, Is.EqualTo(choice == Enforcement.Enforced));
        await Apply(With(choice));
        Assert.That(await look(), Is.EqualTo(choice == Enforcement.Enforced ? before : changed));
        var second = await _place.PlanAsync(With(choice));
        Assert.That(second.Plan!.Pending.Select(step => step.Key), Is.Empty);
    }

    private async Task<IReadOnlyList<string>> Shares() =>
        [
            .. (await _place.Client.Shares.List(default)).Select(share =>
                $"{share.Path} {share.With} {share.Permissions}"
            ),
        ];

    private static Territory With(Enforcement choice) =>
        Some.Territory() with
        {
            Enforcement = Enum.GetValues<ManagedField>().ToDictionary(field => field, _ => choice),
        };

    private async Task Apply(Territory territory)
    {
        var report = await _place.ApplyAsync(territory);
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
    }
}
