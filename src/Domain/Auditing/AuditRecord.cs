using System.Globalization;
using Connector.Domain.Chains;

namespace Connector.Domain.Auditing;

/// <summary>One line of the audit trail.</summary>
/// <param name="Number">From 1, without a gap, over all territories.</param>
/// <param name="At">When it was written, in UTC, to the millisecond.</param>
/// <param name="Entry">What was done.</param>
/// <param name="Previous">Hash of the line before; <see cref="HashChain.Beginning"/> for the first.</param>
/// <param name="Hash">SHA-256 of all of the above: 64 hexadecimal digits, lower case.</param>
public sealed record AuditRecord(
    int Number,
    DateTimeOffset At,
    AuditEntry Entry,
    string Previous,
    string Hash
) : IChainLink
{
    private const int Longest = 200;

    IEnumerable<string?> IChainLink.Fields =>
        [
            Number.ToString(CultureInfo.InvariantCulture),
            At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            Previous,
            AuditWords.Of(Entry.Actor.Door),
            Entry.Actor.Name,
            Entry.Action,
            Entry.Territory,
            Entry.Group,
            Entry.Target,
            AuditWords.Of(Entry.Outcome),
        ];

    /// <summary>The line that comes next. What is too long for it is cut, and what would break a line is left out.</summary>
    /// <param name="last">The trail's last line; null when it has none.</param>
    /// <param name="entry">What was done.</param>
    /// <param name="now">This moment.</param>
    /// <exception cref="ArgumentException">The action is no word of <see cref="AuditActions"/>' form.</exception>
    public static AuditRecord Next(AuditRecord? last, AuditEntry entry, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (!AuditActions.IsAction(entry.Action))
        {
            throw new ArgumentException($"'{entry.Action}' is no action", nameof(entry));
        }

        var clean = entry with
        {
            Actor = entry.Actor with { Name = Clean(entry.Actor.Name) },
            Territory = Clean(entry.Territory),
            Group = Clean(entry.Group),
            Target = Clean(entry.Target),
        };
        var utc = now.ToUniversalTime();
        var record = new AuditRecord(
            (last?.Number ?? 0) + 1,
            utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMillisecond)),
            clean,
            last?.Hash ?? HashChain.Beginning,
            ""
        );
        return record with { Hash = HashChain.HashOf(record) };
    }

    private static string? Clean(string? text)
    {
        if (text is null)
        {
            return null;
        }

        // By runes: half of a pair would not come back from a database as it went in.
        var kept = text.EnumerateRunes()
            .Where(rune =>
                !System.Text.Rune.IsControl(rune) && rune.Value is not (0x2028 or 0x2029 or 0xFFFD)
            )
            .Take(Longest);
        return string.Concat(kept);
    }
}
