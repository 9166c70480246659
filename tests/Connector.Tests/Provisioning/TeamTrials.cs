using Connector.DevServer.Faults;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Tests.Provisioning;

/// <summary>A service account that administers nothing: teams of its own hold the members.</summary>
public sealed class TeamTrials
{
    private const string Committee = "Comité stratégique (essai)";
    private const string Zoe = "essai.zoe";

    private Workplace _place = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        using var member = await _place.MemberAsync();
        await _place.AsOrdinaryAsync();
    }

    [TearDown]
    public async Task Stop() => await _place.DisposeAsync();

    [Test]
    public async Task The_plan_names_the_strategy_and_what_is_left_to_an_administrator()
    {
        var plan = await _place.PlanAsync();
        Assert.That(plan.Strategy!.Strategy, Is.EqualTo(Strategy.Teams), Workplace.Sentences(plan));
        Assert.That(plan.Strategy.Reason.English, Does.Contain("may not administer groups"));
        Assert.That(
            plan.Plan!.Tasks.Select(task => $"{task.Key} {task.State}"),
            Is.EqualTo(
                new[]
                {
                    "task:account:essai.ines ToDo",
                    $"task:account:{Workplace.Member} Done",
                    $"task:account:{Zoe} ToDo",
                }
            )
        );
    }

    [Test]
    public async Task Members_see_exactly_what_the_blueprint_says_and_a_second_run_changes_nothing()
    {
        await Apply();
        var again = await _place.PlanAsync();
        Assert.That(again.Plan!.Pending, Is.Empty);
        TestContext.Out.WriteLine($"{again.Requests.Values.Sum()} requests");

        var proofs = await _place.ProofsOfAsync(Workplace.Member);
        Assert.That(proofs, Has.Count.GreaterThan(5));
        Assert.That(proofs.Where(proof => !proof.Holds), Is.Empty);
        await _place.MakeAccountAsync(Zoe);
        await Apply();
        proofs = await _place.ProofsOfAsync(Zoe);
        Assert.That(proofs.Where(proof => !proof.Holds), Is.Empty);
        Assert.That(
            proofs.Where(proof => proof.Computed == 0),
            Is.Not.Empty,
            "observers have closed folders"
        );
        await _place.IsSettledAsync();
    }

    [Test]
    public async Task A_look_costs_few_requests_whatever_the_number_of_groups()
    {
        await Apply();
        await _place.MakeAccountAsync(Zoe);
        await _place.MakeAccountAsync("essai.ines");
        await Apply();
        var look = await _place.PlanAsync();
        // Teams, shares, the tree (or its ETag) and the calendars.
        Assert.That(look.Requests.Values.Sum(), Is.LessThanOrEqualTo(5));
        Assert.That(look.Plan!.Tasks.Select(task => task.State), Is.All.EqualTo(TaskState.Done));
    }

    [Test]
    public async Task Calendars_are_given_to_the_teams()
    {
        await Apply();
        var calendars = await Calendars(Workplace.Member);
        Assert.That(calendars, Has.Exactly(3).EndsWith("_shared_by_connecteur"));
    }

    [Test]
    public async Task An_account_made_later_is_checked_off_and_let_in()
    {
        await Apply();
        Assert.That(await CanRead(Zoe), Is.False);
        await _place.MakeAccountAsync(Zoe);
        var report = await Apply();
        var task = report.Plan!.Tasks.Single(task => task.Key == $"task:account:{Zoe}");
        Assert.That(task.State, Is.EqualTo(TaskState.Done));
        Assert.That(await CanRead(Zoe));
    }

    [Test]
    public async Task Who_leaves_loses_the_team_and_keeps_the_account()
    {
        await _place.MakeAccountAsync(Zoe);
        await Apply();
        var report = await _place.ApplyAsync(Workplace.Without(Zoe));
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        Assert.That(report.Plan!.Pending.First().Action, Is.InstanceOf<RemoveMember>());
        Assert.That(await CanRead(Zoe), Is.False);
        Assert.That(await _place.Client.Users.Find(Zoe, default), Is.Not.Null);
        Assert.That((await _place.PlanAsync(Workplace.Without(Zoe))).Plan!.Pending, Is.Empty);
    }

    [Test]
    public async Task Somebody_whom_the_owner_took_out_by_hand_is_told_and_stays_out()
    {
        await Apply();
        await using var owner = _place.NewClient();
        var team = (await owner.Teams.List(default)).Single(team => team.Name == Committee);
        await owner.Teams.Remove(team.Id, Workplace.Member, default);
        await _place.IsSettledAsync();
        Assert.That(
            (await _place.PlanAsync()).Plan!.Steps,
            Has.One.Matches<PlanStep>(step =>
                step.Change == Change.Notice && step.Subject.French.Contains(Workplace.Member)
            )
        );
    }

    [Test]
    public async Task A_renamed_team_is_followed_and_a_deleted_one_stays_away()
    {
        await Apply();
        await using var owner = _place.NewClient();
        var team = (await owner.Teams.List(default)).Single(team => team.Name == Committee);
        using var hands = _place.HandsOf(_place.Service);
        await hands.Administer("PUT", $"ocs/v2.php/apps/circles/circles/{team.Id}/name", ("value", "Comité"));
        await _place.IsSettledAsync();
        await hands.Administer("DELETE", $"ocs/v2.php/apps/circles/circles/{team.Id}");
        await _place.IsSettledAsync();
        Assert.That(
            (await owner.Teams.List(default)).Select(one => one.Name),
            Has.None.StartsWith("Comité (").And.None.EqualTo(Committee)
        );
    }

    [Test]
    public async Task After_the_ledger_is_lost_the_teams_are_linked_and_none_is_doubled()
    {
        await Apply();
        await using var owner = _place.NewClient();
        var before = await owner.Teams.List(default);
        SqliteConnection.ClearAllPools();
        File.Delete(_place.Ledger);
        await Apply();
        Assert.That(await owner.Teams.List(default), Is.EquivalentTo(before));
        await _place.IsSettledAsync();
    }

    [TestCase(FaultKind.FailAfter)]
    [TestCase(FaultKind.ResetAfter)]
    [TestCase(FaultKind.Status)]
    public async Task A_fault_while_a_team_is_made_doubles_none(FaultKind kind)
    {
        _place.Server.Faults.Add(
            new FaultRule
            {
                Kind = kind,
                Verb = "POST",
                Path = "/apps/circles/circles$",
                Times = 2,
            }
        );
        await _place.ApplyAsync();
        _place.Server.Faults.Clear();
        await Apply();
        await _place.IsSettledAsync();
        await using var owner = _place.NewClient();
        var names = (await owner.Teams.List(default)).Select(team => team.Name).ToList();
        Assert.That(names, Is.Unique);
        Assert.That(names, Has.None.EndsWith(" (2)"));
    }

    [Test]
    public async Task A_server_that_asks_for_a_confirmation_gets_teams_before_anything_is_touched()
    {
        await using var place = await Workplace.OpenAsync();
        place.Server.Faults.Add(Confirmation);
        var report = await place.ApplyAsync();
        Assert.That(report.Strategy!.Strategy, Is.EqualTo(Strategy.Teams));
        Assert.That(report.Strategy.Reason.English, Does.Contain("password confirmation"));
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        await place.IsSettledAsync();
        Assert.That(
            (await place.Client.Groups.List(default)).Select(group => group.Id),
            Is.EqualTo(new[] { "admin" })
        );
    }

    [Test]
    public async Task A_confirmation_asked_for_later_stops_a_run_before_its_first_step()
    {
        await using var place = await Workplace.OpenAsync();
        Assert.That((await place.ApplyAsync(Workplace.Without(Zoe))).Outcome, Is.EqualTo(RunOutcome.Done));
        place.Server.Faults.Add(Confirmation);
        var before = place.Server.RequestsByVerb;
        var report = await place.ApplyAsync();
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Failed));
        Assert.That(report.Problems.Single().Code, Is.EqualTo("administration-lost"));
        Assert.That(place.Server.RequestsByVerb.GetValueOrDefault("PUT"), Is.EqualTo(before["PUT"]));
        Assert.That(place.Server.RequestsByVerb.GetValueOrDefault("MKCOL"), Is.EqualTo(before["MKCOL"]));
        place.Server.Faults.Clear();
        Assert.That((await place.ApplyAsync()).Outcome, Is.EqualTo(RunOutcome.Done));
    }

    private static readonly FaultRule Confirmation = new()
    {
        Kind = FaultKind.Status,
        Verb = "POST",
        Path = "/cloud/(groups|users)",
        Times = 0,
        Status = 403,
        Body = """{"message":"Password confirmation is required"}""",
    };

    private async Task<RunReport> Apply()
    {
        var report = await _place.ApplyAsync();
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        return report;
    }

    private async Task<bool> CanRead(string user)
    {
        await using var client = _place.ClientOf(user);
        if (await _place.Client.Users.Find(user, default) is null)
        {
            return false;
        }

        var seen = await client.Files.Propfind("", DavDepth.Infinity, default);
        return seen.Resources.Any(node => node.Path.EndsWith(".docx", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> Calendars(string user)
    {
        await using var client = _place.ClientOf(user);
        return [.. (await client.Calendars.ListCalendars(default)).Select(calendar => calendar.Uri)];
    }
}
