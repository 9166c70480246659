using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Tests.TerritoryFiles;

namespace Connector.Tests.Ledger;

/// <summary>News are noted once, with the memory that they follow from.</summary>
public sealed class OutboxTests
{
    private const string Territory = "essai";

    [Test]
    public async Task The_same_change_is_one_line_and_one_that_is_taken_back_and_made_again_is_three()
    {
        using var folder = new TemporaryFolder();
        await using var ledger = await LedgerStore.OpenAsync(
            Path.Combine(folder.Path, "ledger.db"),
            TimeProvider.System,
            default
        );
        await Note(ledger, Moved("3", "10"));
        await Note(ledger, Moved("3", "10"));
        await Note(ledger, Moved("10", "3"));
        await Note(ledger, Moved("3", "10"), Moved("3", "10") with { Subject = "meeting:gt/autre@" });
        Assert.That(
            (await new Outbox(ledger, Territory, TimeProvider.System).AllAsync(default)).Select(row =>
                $"{row.Subject} {OutboxDetail.Read(row.Detail)!.To}"
            ),
            Is.EqualTo(
                new[]
                {
                    "meeting:gt/uid@ 10",
                    "meeting:gt/uid@ 3",
                    "meeting:gt/uid@ 10",
                    "meeting:gt/autre@ 10",
                }
            )
        );
    }

    private static Task Note(LedgerStore ledger, params OutboxNote[] news) =>
        CalendarShelf.RememberAsync(
            ledger,
            Territory,
            Array.Empty<KnownResource>(),
            [],
            news,
            DateTimeOffset.UnixEpoch,
            default
        );

    private static OutboxNote Moved(string from, string to) =>
        new()
        {
            Kind = "meeting-moved",
            Kinds = ["meeting-moved", "meeting-retimed"],
            Subject = "meeting:gt/uid@",
            File = "connector-gt/a.ics",
            Detail = new OutboxDetail(from, to),
        };
}
