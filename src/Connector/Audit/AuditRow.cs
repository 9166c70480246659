using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Connector.Domain.Auditing;

namespace Connector.Audit;

/// <summary>A line of the audit trail in its table, which takes lines and lets none be changed or taken out.</summary>
internal sealed class AuditRow
{
    [Key]
    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public required int Number { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    public required long At { get; init; }

    public required string Door { get; init; }

    public string? Name { get; init; }

    public required string Action { get; init; }

    public string? Territory { get; init; }

    public string? GroupId { get; init; }

    public string? Target { get; init; }

    public required string Outcome { get; init; }

    public required string Previous { get; init; }

    public required string Hash { get; init; }

    public static AuditRow Of(AuditRecord record) =>
        new()
        {
            Number = record.Number,
            At = record.At.ToUnixTimeMilliseconds(),
            Door = AuditWords.Of(record.Entry.Actor.Door),
            Name = record.Entry.Actor.Name,
            Action = record.Entry.Action,
            Territory = record.Entry.Territory,
            GroupId = record.Entry.Group,
            Target = record.Entry.Target,
            Outcome = AuditWords.Of(record.Entry.Outcome),
            Previous = record.Previous,
            Hash = record.Hash,
        };

    /// <summary>What the row says, whatever became of it.</summary>
    public AuditRecord ToRecord() =>
        new(
            Number,
            DateTimeOffset.FromUnixTimeMilliseconds(At),
            new AuditEntry(new AuditActor(AuditWords.Door(Door), Name), Action, AuditWords.Outcome(Outcome))
            {
                Territory = Territory,
                Group = GroupId,
                Target = Target,
            },
            Previous,
            Hash
        );
}
