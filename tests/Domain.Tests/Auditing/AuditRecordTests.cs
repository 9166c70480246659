using Connector.Domain.Auditing;
using Connector.Domain.Chains;

namespace Connector.Domain.Tests.Auditing;

/// <summary>Lines of the audit trail: what they hold, and what their hashes are made of.</summary>
public sealed class AuditRecordTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 3, 14, 5, 6, 789, TimeSpan.FromHours(1));

    private static readonly AuditEntry Asked = new(
        new AuditActor(AuditDoor.Session, "aix/marie"),
        AuditActions.JobAsked
    )
    {
        Territory = "aix",
        Target = "job 42",
    };

    [Test]
    public void A_line_is_hashed_as_the_guide_says()
    {
        var record = AuditRecord.Next(null, Asked, Now);
        var told =
            $"1:124:2026-12-03T13:05:06.789Z64:{HashChain.Beginning}7:session9:aix/marie7:job.ask3:aix-:6:job 424:done";
        Assert.That(
            record.Hash,
            Is.EqualTo(
                Convert.ToHexStringLower(
                    System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(told))
                )
            )
        );
    }

    [Test]
    public void Any_word_of_any_line_that_changes_is_found()
    {
        var first = AuditRecord.Next(null, Asked, Now);
        var second = AuditRecord.Next(first, Asked with { Group = "jeunes" }, Now.AddSeconds(1));
        Assert.That(HashChain.Check([first, second]), Is.Null);
        AuditEntry[] others =
        [
            Asked with
            {
                Actor = new AuditActor(AuditDoor.Token, "aix/marie"),
            },
            Asked with
            {
                Actor = new AuditActor(AuditDoor.Session, "aix/paul"),
            },
            Asked with
            {
                Action = AuditActions.JobCancelled,
            },
            Asked with
            {
                Territory = "arles",
            },
            Asked with
            {
                Group = "",
            },
            Asked with
            {
                Target = "job 43",
            },
            Asked with
            {
                Outcome = AuditOutcome.Refused,
            },
        ];
        foreach (var other in others)
        {
            Assert.That(
                HashChain.Check([first with { Entry = other }, second]),
                Is.EqualTo(new ChainFault(1, ChainFaultKind.Altered)),
                other.ToString()
            );
        }

        Assert.That(HashChain.Check([second]), Is.EqualTo(new ChainFault(2, ChainFaultKind.Misplaced)));
    }

    [Test]
    public void What_would_break_a_line_is_left_out_and_what_is_too_long_cut()
    {
        var entry = AuditRecord
            .Next(null, Asked with { Target = $"a\nb\u2028c\ud800{new string('x', 300)}" }, Now)
            .Entry;
        Assert.That(entry.Target, Is.EqualTo("abc" + new string('x', 197)));
    }

    [TestCase("")]
    [TestCase("job")]
    [TestCase("Job.ask")]
    [TestCase("job.ask.now")]
    [TestCase("job.")]
    [TestCase("job ask")]
    public void An_action_is_two_words_joined_by_a_point(string action) =>
        Assert.That(
            () => AuditRecord.Next(null, Asked with { Action = action }, Now),
            Throws.ArgumentException
        );
}
