using System.Text;
using Connector.DevServer.Faults;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Provisioning.Closing;
using Connector.Reports;

namespace Connector.Tests.Provisioning;

public sealed partial class ClosingTrials
{
    [Test]
    public async Task A_fault_anywhere_is_finished_by_closing_again_and_undone_by_reopening(
        [Values(FaultKind.ResetBefore, FaultKind.ResetAfter, FaultKind.FailAfter)] FaultKind kind
    )
    {
        var open = await _place.PictureAsync();
        await Closed(Zip);
        var closed = await _place.PictureAsync();
        await Reopened();
        var broken = 0;
        for (var nth = 1; nth < 60; nth++)
        {
            var before = _place.Server.RequestCount;
            Break(kind, nth);
            var first = await Attempt(() => _place.CloseAsync(Path.Combine(_place.Folder, $"{nth}.zip")));
            var hit = _place.Server.Faults.Broken > 0;
            _place.Server.Faults.Clear();
            if (!hit)
            {
                TestContext.Out.WriteLine(
                    $"{_place.Server.RequestCount - before} requests; {broken} of {nth} told"
                );
                break;
            }

            broken += first?.Outcome == RunOutcome.Done ? 0 : 1;
            await Closed(Path.Combine(_place.Folder, $"{nth}.zip"));
            Assert.That(await _place.PictureAsync(), Is.EqualTo(closed), $"close, {kind} at {nth}");
            Break(kind, nth);
            await Attempt(() => _place.ReopenAsync());
            _place.Server.Faults.Clear();
            await Reopened();
            Assert.That(await _place.WithoutShelfAsync(), Is.EqualTo(open), $"reopen, {kind} at {nth}");
        }

        Assert.That(broken, Is.Positive);
        await _place.IsSettledAsync();
    }

    [Test]
    public async Task A_closing_that_stopped_half_way_is_undone_by_reopening_and_left_by_apply()
    {
        var open = await _place.PictureAsync();
        Break(FaultKind.Status, 1, path: "mountpoint$");
        var report = await _place.CloseAsync(Zip);
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.PartlyDone));
        Assert.That(report.Problems.Single().Remedy.French, Does.Contain("connector close essai-jeunes"));
        _place.Server.Faults.Clear();

        var apply = await _place.ApplyAsync();
        Assert.That(apply.Results, Is.Empty);
        await Reopened();
        Assert.That(await _place.WithoutShelfAsync(), Is.EqualTo(open));
    }

    [Test]
    public async Task When_the_export_fails_nothing_was_closed()
    {
        var open = await _place.PictureAsync();
        _place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Status,
                Verb = "GET",
                Path = "Bilan",
                Times = 0,
            }
        );
        var report = await _place.CloseAsync(Zip);
        _place.Server.Faults.Clear();

        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Failed));
        Assert.That(await _place.ClosedAsync(), Is.Null);
        Assert.That(Directory.GetFiles(_place.Folder, "jeunes.zip*"), Is.Empty);
        Assert.That(await _place.PictureAsync(), Is.EqualTo(open));
        await _place.IsSettledAsync();
    }

    [Test]
    public async Task A_body_that_is_cut_is_asked_for_again()
    {
        await _member.Write($"{Folder}/long.txt", new string('é', 300_000));
        _place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Truncate,
                Verb = "GET",
                Path = "long\\.txt",
                Times = 2,
            }
        );
        await Closed(Zip);

        Assert.That(_place.Server.Faults.Broken, Is.EqualTo(2));
        var long_ = ClosingPlace.Verified(Zip)["documents/02 Réunions/long.txt"];
        Assert.That(Encoding.UTF8.GetString(long_), Is.EqualTo(new string('é', 300_000)));
    }

    [Test]
    public async Task A_body_that_is_always_cut_closes_nothing()
    {
        _place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Truncate,
                Verb = "GET",
                Path = "Bilan",
                Times = 0,
            }
        );
        var report = await _place.CloseAsync(Zip);

        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Failed));
        Assert.That(report.Problems.Single().Code, Is.EqualTo("server-unreachable"));
        Assert.That(File.Exists(Zip), Is.False);
        Assert.That(await _place.ClosedAsync(), Is.Null);
    }

    [Test]
    public async Task A_file_that_exists_is_never_replaced()
    {
        await File.WriteAllTextAsync(Zip, "precious");
        var sent = _place.Server.RequestCount;
        var report = await _place.CloseAsync(Zip);

        Assert.That(report.Problems.Single().Code, Is.EqualTo("closing-zip-exists"));
        Assert.That(_place.Server.RequestCount, Is.EqualTo(sent));
        Assert.That(await File.ReadAllTextAsync(Zip), Is.EqualTo("precious"));
    }

    [Test]
    public async Task A_folder_that_cannot_be_written_closes_nothing()
    {
        var report = await _place.CloseAsync(Path.Combine(_place.Folder, "nulle part", "j.zip"));

        Assert.That(report.Problems.Single().Code, Is.EqualTo("closing-zip-not-writable"));
        Assert.That(await _place.ClosedAsync(), Is.Null);
        await _place.IsSettledAsync();
    }

    private void Break(FaultKind kind, int nth, string? path = null) =>
        _place.Server.Faults.Add(
            new FaultRule
            {
                Kind = kind,
                Nth = nth,
                Times = kind == FaultKind.Status ? 0 : 6,
                Status = 500,
                Path = path,
            }
        );

    private static async Task<ClosingReport?> Attempt(Func<Task<ClosingReport>> run)
    {
        try
        {
            return await run();
        }
        catch (NextcloudException)
        {
            // While it was only looking: the door tells it.
            return null;
        }
    }
}
