using Connector.Domain.Workspaces;
using Connector.Nextcloud.Dav;
using Connector.Reports;
using Connector.Testing;

namespace Connector.Tests.Provisioning;

/// <summary>A server without team folders: the same workspace from folders of the service account.</summary>
public sealed class SharedFolderTrials
{
    private const string Committee = "Comité stratégique (essai)";

    private Workplace _place = null!;
    private Hands _member = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        _member = await _place.MemberAsync();
        _place.WithoutTeamFolders();
    }

    [TearDown]
    public async Task Stop()
    {
        _member.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task The_plan_names_the_strategy_and_why()
    {
        var plan = await _place.PlanAsync();
        Assert.That(plan.Strategy!.Strategy, Is.EqualTo(Strategy.SharedFolders));
        Assert.That(plan.Strategy.Reason.English, Does.Contain("not installed"));
    }

    [Test]
    public async Task Groups_get_no_more_than_the_blueprint_says_and_a_second_run_changes_nothing()
    {
        var report = await _place.ApplyAsync();
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        var shares = (await _place.Client.Shares.List(default))
            .Where(share => share.Path.StartsWith(Committee, StringComparison.Ordinal))
            .Select(share => $"{share.With} {(int)share.Permissions} {share.Path[Committee.Length..]}");
        // An observer may not see « 00 Pilotage »: its other folders are given one by one, the root is not.
        Assert.That(
            shares,
            Is.EquivalentTo(
                new[]
                {
                    "coordination 31 ",
                    "essai-comite-animation 15 ",
                    "essai-comite 1 ",
                    "essai-comite 15 /01 Feuille de route",
                    "essai-comite 15 /02 Réunions",
                    "essai-comite-observateurs 1 /01 Feuille de route",
                    "essai-comite-observateurs 1 /02 Réunions",
                }
            )
        );
        await _place.IsSettledAsync();
    }

    [Test]
    public async Task What_was_made_of_shared_folders_stays_so_when_the_app_appears_later()
    {
        await _place.ApplyAsync();
        _place.Server.Faults.Clear();
        await _place.IsSettledAsync();
        Assert.That((await _place.PlanAsync()).Strategy!.Strategy, Is.EqualTo(Strategy.SharedFolders));
    }

    [Test]
    public async Task A_member_works_in_it_and_their_words_stay()
    {
        await _place.ApplyAsync();
        var path = $"{Committee}/03 À nous.txt";
        await _member.Write(path, "écrit par Noé");
        await _place.ApplyAsync();
        Assert.That(await _member.Read(path), Is.EqualTo("écrit par Noé"));
    }

    [Test]
    public async Task A_share_that_a_person_narrowed_is_kept()
    {
        await _place.ApplyAsync();
        var share = (await _place.Client.Shares.List(default)).Single(share =>
            share is { With: "essai-comite", Path: $"{Committee}/02 Réunions" }
        );
        await _place.Client.Shares.SendRights(share.Id, Rights.Read, default);
        await _place.IsSettledAsync();
        Assert.That(
            (await _place.PlanAsync()).Plan!.Steps,
            Has.One.Matches<PlanStep>(step =>
                step.Change == Change.Notice
                && step.Key.EndsWith("02 Réunions/access:essai-comite", StringComparison.Ordinal)
            )
        );
    }
}
