using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Connector.Tests.Provisioning;

/// <summary>People who come and go, and who can see what in the end, on a server.</summary>
public sealed class LeaverTrials
{
    private const string Zoe = "essai.zoe";

    private Workplace _place = null!;

    [SetUp]
    public async Task Start()
    {
        _place = await Workplace.OpenAsync();
        using var member = await _place.MemberAsync();
        await _place.ApplyAsync();
    }

    [TearDown]
    public async Task Stop() => await _place.DisposeAsync();

    [Test]
    public async Task Somebody_whom_the_file_no_longer_names_loses_their_groups_and_keeps_their_account()
    {
        var report = await _place.ApplyAsync(Workplace.Without(Zoe));
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        Assert.That(
            report.Plan!.Pending.First().Action,
            Is.InstanceOf<RemoveMember>(),
            "leavers are listed and taken out first"
        );
        var zoe = await _place.Client.Users.Find(Zoe, default);
        Assert.That(zoe!.Groups, Is.Empty);
        var again = await _place.PlanAsync(Workplace.Without(Zoe));
        Assert.That(again.Plan!.Pending, Is.Empty);
    }

    [Test]
    public async Task Somebody_who_comes_back_gets_their_groups_back()
    {
        await _place.ApplyAsync(Workplace.Without(Zoe));
        var report = await _place.ApplyAsync();
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        var zoe = await _place.Client.Users.Find(Zoe, default);
        Assert.That(zoe!.Groups, Does.Contain("essai-jeunes").And.Contain("reseau"));
    }

    [Test]
    public async Task What_is_computed_about_a_person_is_what_the_server_lets_them_do()
    {
        await using var ledger = await LedgerStore.OpenAsync(_place.Ledger, TimeProvider.System, default);
        await using var witness = new NextcloudClientFactory(TimeProvider.System).Create(
            _place.Account with
            {
                UserName = Workplace.Member,
            }
        );
        var run = new AccessRun(_place.Client, ledger, new FakeTimeProvider(Some.Now));
        var report = await run.RunAsync(
            Some.Territory(),
            Some.Blueprints(),
            "noe@example.org",
            witness,
            default
        );
        Assert.That(report.Entries.Select(entry => entry.UserId), Is.All.EqualTo(Workplace.Member));
        Assert.That(report.Proofs, Has.Count.GreaterThan(10));
        Assert.That(report.Proofs.Where(proof => !proof.Holds), Is.Empty);
        Assert.That(
            report.Proofs.Where(proof => proof.Computed == 0),
            Is.Not.Empty,
            "some are closed to them"
        );
        Assert.That(report.Hazards, Is.Empty);
    }
}
