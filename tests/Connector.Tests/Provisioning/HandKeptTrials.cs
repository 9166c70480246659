using Connector.DevServer.Faults;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.Ocs;
using Connector.Reports;
using Connector.Testing;

namespace Connector.Tests.Provisioning;

/// <summary>A service account that administers nothing, on a server without teams: an administrator keeps the groups.</summary>
public sealed class HandKeptTrials
{
    private const string Committee = "Comité stratégique (essai)";
    private const string Group = "essai-comite";
    private const string Zoe = "essai.zoe";

    private Workplace _place = null!;
    private Hands _member = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync(teams: false);
        _member = await _place.MemberAsync();
        await _place.AsOrdinaryAsync();
    }

    [TearDown]
    public async Task Stop()
    {
        _member.Dispose();
        await _place.DisposeAsync();
    }

    [Test]
    public async Task An_administrator_gets_the_exact_list_and_the_next_run_checks_it_off()
    {
        var report = await Apply();
        Assert.That(report.Strategy!.Strategy, Is.EqualTo(Strategy.GroupsByHand));
        Assert.That(StateOf(report, $"task:group:{Group}"), Is.EqualTo(TaskState.ToDo));
        Assert.That(StateOf(report, $"task:account:{Workplace.Member}"), Is.EqualTo(TaskState.Done));
        Assert.That(StateOf(report, In(Workplace.Member)), Is.EqualTo(TaskState.ToDo));
        await _place.IsSettledAsync();

        await DoTheTasks();
        report = await Apply();
        Assert.That(report.Plan!.Tasks.Select(task => task.State), Is.All.EqualTo(TaskState.Done));
        Assert.That(await _member.Read($"{Committee}/Readme.md"), Is.Not.Empty);
        await _place.IsSettledAsync();
        TestContext.Out.WriteLine($"{(await _place.PlanAsync()).Requests.Values.Sum()} requests");
    }

    [Test]
    public async Task What_is_computed_of_a_member_is_what_the_server_says_to_them()
    {
        await Apply();
        await DoTheTasks();
        await Apply();
        foreach (var person in new[] { Workplace.Member, Zoe })
        {
            var proofs = await _place.ProofsOfAsync(person);
            Assert.That(proofs, Has.Count.GreaterThan(5));
            Assert.That(proofs.Where(proof => !proof.Holds), Is.Empty);
        }
    }

    [Test]
    public async Task Who_leaves_is_a_task_until_an_administrator_took_them_out()
    {
        await Apply();
        await DoTheTasks();
        await Apply();
        var without = Workplace.Without(Zoe);
        var report = await _place.ApplyAsync(without);
        var tasks = report
            .Plan!.Tasks.Where(task => task.Key.EndsWith("/out", StringComparison.Ordinal))
            .ToList();
        Assert.That(tasks, Is.Not.Empty);
        Assert.That(tasks.Select(task => task.What.English), Is.All.StartsWith($"take '{Zoe}' out of"));
        foreach (var group in (await _place.Client.Users.Find(Zoe, default))!.Groups)
        {
            await _place.Client.Users.RemoveFromGroup(Zoe, group, default);
        }

        report = await _place.ApplyAsync(without);
        Assert.That(
            report.Plan!.Tasks.Select(task => task.Key),
            Has.None.EndsWith("/out").And.None.EqualTo(In(Zoe))
        );
    }

    [Test]
    public async Task Groups_that_the_account_administers_it_fills_and_empties_itself()
    {
        await Apply();
        await DoTheTasks(fill: false);
        using var administrator = _place.Administrator();
        foreach (var group in (await _place.Client.Groups.List(default)).Where(group => group.Id != "admin"))
        {
            await administrator.Administer(
                "POST",
                $"ocs/v2.php/cloud/users/{_place.Service}/subadmins",
                ("groupid", group.Id)
            );
        }

        var report = await Apply();
        Assert.That(report.Plan!.Pending.Select(step => step.Action), Has.Some.InstanceOf<AddMember>());
        Assert.That(report.Plan.Tasks.Select(task => task.Key), Has.None.Contains("/member:"));
        Assert.That(await _member.Read($"{Committee}/Readme.md"), Is.Not.Empty);
        await _place.IsSettledAsync();

        var before = (await _place.Client.Users.Find(Zoe, default))!.Groups;
        await _place.ApplyAsync(Workplace.Without(Zoe));
        var after = (await _place.Client.Users.Find(Zoe, default))!.Groups;
        Assert.That(before, Has.Count.GreaterThan(1));
        Assert.That(after, Has.Count.EqualTo(1), "the server refuses to take anybody out of the last one");
    }

    [Test]
    public async Task A_group_s_administrator_who_must_confirm_a_password_leaves_the_groups_to_others()
    {
        await Apply();
        await DoTheTasks(fill: false);
        using var administrator = _place.Administrator();
        await administrator.Administer(
            "POST",
            $"ocs/v2.php/cloud/users/{_place.Service}/subadmins",
            ("groupid", Group)
        );
        _place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Status,
                Verb = "POST",
                Path = "/cloud/users/.*/groups",
                Times = 0,
                Status = 403,
                Body = """{"message":"Password confirmation is required"}""",
            }
        );
        var report = await Apply();
        Assert.That(StateOf(report, In(Workplace.Member)), Is.EqualTo(TaskState.ToDo));
    }

    [Test]
    public async Task Where_the_server_hides_people_s_groups_the_tasks_are_for_somebody_to_check()
    {
        await Apply();
        await DoTheTasks();
        _place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Status,
                Verb = "PROPFIND",
                Path = "/dav/principals/users/",
                Times = 0,
                Status = 403,
            }
        );
        var report = await Apply();
        Assert.That(StateOf(report, $"task:account:{Workplace.Member}"), Is.EqualTo(TaskState.Done));
        Assert.That(StateOf(report, $"task:group:{Group}"), Is.EqualTo(TaskState.Done));
        Assert.That(StateOf(report, In(Workplace.Member)), Is.EqualTo(TaskState.Unseen));
        await _place.IsSettledAsync();
    }

    private static string In(string user) => $"task:group:{Group}/member:{user}";

    private static TaskState StateOf(RunReport report, string key) =>
        report.Plan!.Tasks.Single(task => task.Key == key).State;

    private async Task<RunReport> Apply()
    {
        var report = await _place.ApplyAsync();
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        return report;
    }

    /// <summary>As an administrator would, from the keys of the list.</summary>
    private async Task DoTheTasks(bool fill = true)
    {
        foreach (
            var task in (await _place.PlanAsync()).Plan!.Tasks.Where(task => task.State == TaskState.ToDo)
        )
        {
            var parts = task.Key.Split(':', '/');
            switch (parts)
            {
                case ["task", "account", var user]:
                    await _place.MakeAccountAsync(user);
                    break;
                case ["task", "group", var group]:
                    await _place.Client.Groups.Create(group, group, default);
                    break;
                case ["task", "group", var group, "member", var user] when fill:
                    await _place.Client.Users.AddToGroup(user, group, default);
                    break;
                default:
                    break;
            }
        }
    }
}
