using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.Dav;
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
        await Apply(With(Enforcement.Enforced));
        var shares = await _place.Client.Shares.ListWithReshares(default);
        Assert.That(shares.Count(one => one.Owner == Workplace.Member), Is.EqualTo(1));
        Assert.That(
            shares.Single(one => one.Id == share.Id).Permissions,
            Is.EqualTo(share.Permissions),
            "what the account itself gave is set back"
        );
    }

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
