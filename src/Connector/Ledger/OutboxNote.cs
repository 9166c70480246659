using System.Text.Json;

namespace Connector.Ledger;

/// <summary>News that follow from something that is being remembered.</summary>
internal sealed record OutboxNote
{
    /// <summary><c>meeting-moved</c></summary>
    public required string Kind { get; init; }

    /// <summary>The kinds that speak of the same, this one among them: only the last of them holds.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>Key of what it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>Where on the server it stands.</summary>
    public required string File { get; init; }

    public required OutboxDetail Detail { get; init; }
}

/// <summary>What was and what is: times, titles and places of meetings, no person's data.</summary>
internal sealed record OutboxDetail(string From, string To)
{
    public string Write() => JsonSerializer.Serialize(this);

    public static OutboxDetail? Read(string? json) =>
        json is null ? null : JsonSerializer.Deserialize<OutboxDetail>(json);
}
