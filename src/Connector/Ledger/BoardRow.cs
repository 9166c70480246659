using System.ComponentModel.DataAnnotations;

namespace Connector.Ledger;

/// <summary>All actions of a territory as they were last heard.</summary>
internal sealed class BoardRow
{
    [Key]
    public required string Territory { get; init; }

    /// <summary>JSON, compressed with Brotli.</summary>
    public required byte[] Json { get; set; }
}

/// <summary>Something that is to be announced one day. Lines are only ever added.</summary>
internal sealed class OutboxRow
{
    public long Id { get; init; }

    public required string Territory { get; init; }

    /// <summary><c>minutes-digest</c>, <c>meeting-moved</c> …</summary>
    public required string Kind { get; init; }

    /// <summary>Key of what it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>Path on the server of the file that says it: no words and no person's data are kept here.</summary>
    public required string File { get; init; }

    /// <summary>What was and what is, as JSON (<see cref="OutboxDetail"/>); null where the file says all.</summary>
    public string? Detail { get; init; }

    public required DateTimeOffset At { get; init; }
}
