using Connector.DevServer.Faults;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.CalDav;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.TeamFolders;
using Connector.Reports;
using Connector.Testing;
using AclRule = Connector.Nextcloud.Dav.AclRule;
using CalendarSpec = Connector.Nextcloud.CalDav.CalendarSpec;

namespace Connector.Tests.Provisioning;

public sealed partial class MemberTrials
{
    [Test]
    public async Task What_a_member_writes_while_a_document_is_being_replaced_is_kept()
    {
        await Apply();
        await During(() => _place.ApplyAsync(Changed), "PUT", Roadmap, () => _member.Write(Roadmap, Theirs));
        Assert.That(await _member.Read(Roadmap), Is.EqualTo(Theirs));
        await Apply(Changed);
        Assert.That(await _member.Read(Roadmap), Is.EqualTo(Theirs));
    }

    [Test]
    public async Task What_a_member_writes_while_a_document_is_being_made_is_kept()
    {
        _place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Status,
                Verb = "POST",
                Path = "/dav/bulk",
                Status = 405,
            }
        );
        await During(
            () => _place.ApplyAsync(),
            "PUT",
            Roadmap,
            () => _administrator.Write(Roadmap, Theirs),
            refusals: 1
        );
        Assert.That(await _administrator.Read(Roadmap), Is.EqualTo(Theirs));
        await Apply();
        await Apply(Changed);
        Assert.That(await _administrator.Read(Roadmap), Is.EqualTo(Theirs));
    }

    [Test]
    public async Task A_folder_that_a_member_makes_in_the_same_moment_is_taken_for_the_one()
    {
        var folder = $"{Root}/00 Pilotage";
        await During(() => _place.ApplyAsync(), "MKCOL", folder, () => _administrator.MakeFolder(folder));
        await Apply();
        Assert.That(
            (await Paths()).Count(path => path.Contains("00 Pilotage", StringComparison.Ordinal)),
            Is.EqualTo(2)
        );
    }

    [Test]
    public async Task An_event_that_a_member_edits_while_it_is_being_replaced_is_kept()
    {
        await Apply();
        var theirs = (await Event()).Replace("T140000", "T153000", StringComparison.Ordinal);
        await During(
            () => _place.ApplyAsync(WithAnotherMeeting),
            "PUT",
            $"{CalendarUri}/{EventName}",
            () => _administrator.WriteEvent(CalendarUri, EventName, theirs)
        );
        Assert.That(await Event(), Does.Contain("T153000"));
        await Apply(WithAnotherMeeting);
        Assert.That(await Event(), Does.Contain("T153000"));
    }

    /// <summary>Lets somebody act in the moment between Connector's request and the server's work on it.</summary>
    private async Task During(
        Func<Task<RunReport>> run,
        string verb,
        string path,
        Func<Task> act,
        int refusals = 0
    )
    {
        var address = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        _place.Server.Faults.Add(
            new FaultRule
            {
                Kind = FaultKind.Delay,
                Delay = TimeSpan.FromMilliseconds(1500),
                Verb = verb,
                Path = address
                    .Replace("%28", ".*", StringComparison.Ordinal)
                    .Replace("%29", ".*", StringComparison.Ordinal),
            }
        );
        var running = run();
        while (_place.Server.Faults.Broken <= refusals && !running.IsCompleted)
        {
            await Task.Delay(5);
        }

        Assert.That(running.IsCompleted, Is.False, "the run never asked for it");
        await act();
        var report = await running;
        Assert.That(report.Outcome, Is.EqualTo(RunOutcome.Done), Workplace.Sentences(report));
        _place.Server.Faults.Clear();
    }
}
