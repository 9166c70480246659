using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Connector.DevServer.Faults;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Testing;
using Microsoft.Data.Sqlite;

namespace Connector.Tests.Provisioning;

public sealed partial class MergeTrials
{
    [Test]
    public async Task With_an_older_ledger_data_that_did_not_move_give_the_base()
    {
        await Write(Words);
        await OlderLedger();
        await Apply(Some.Territory());
        await Apply(Changed);
        Assert.That(await Text(), Does.Contain(Words).And.Contain(Purpose));
    }

    [Test]
    public async Task With_an_older_ledger_and_data_that_moved_the_document_is_left_and_told()
    {
        await Write(Words);
        var theirs = await _member.ReadBytes(Roadmap);
        await OlderLedger();
        await Apply(Changed);
        Assert.That(await _member.ReadBytes(Roadmap), Is.EqualTo(theirs));
        var step = (await _place.PlanAsync(Changed)).Plan!.Steps.Single(step =>
            step.Subject.English == $"the document '{Roadmap}'"
        );
        Assert.That(step.Change, Is.EqualTo(Change.Notice));
        Assert.That(step.Reason.English, Does.Contain("not in the ledger"));
    }
}
