namespace Connector.Domain.Auditing;

/// <summary>Something that somebody did, as the audit trail is to keep it.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Action">What: one of <see cref="AuditActions"/>, or another word of that form.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record AuditEntry(AuditActor Actor, string Action, AuditOutcome Outcome = AuditOutcome.Done)
{
    /// <summary>Identifier of the territory concerned; null when it was none, or all.</summary>
    public string? Territory { get; init; }

    /// <summary>Identifier of the working group concerned; null when it was none in particular.</summary>
    public string? Group { get; init; }

    /// <summary>
    /// What it was done to, as an identifier: <c>job 42</c>, <c>token grafana</c>. Never a secret, never what people wrote,
    /// never a name of a person. 200 characters at most.
    /// </summary>
    public string? Target { get; init; }
}

/// <summary>Who did something, and by which door they came.</summary>
/// <param name="Door">The door.</param>
/// <param name="Name">
/// The account's name and nothing else of a person: <c>aix/marie</c> for somebody who signed in with the Nextcloud « aix », the
/// token's name, the account on the service's machine. Null where the door has no names.
/// </param>
public sealed record AuditActor(AuditDoor Door, string? Name = null)
{
    /// <summary>The schedule of the service.</summary>
    public static AuditActor Schedule { get; } = new(AuditDoor.Schedule);

    /// <summary>A call of a Nextcloud.</summary>
    public static AuditActor Webhook { get; } = new(AuditDoor.Webhook);

    /// <summary>Whoever came by the emergency link.</summary>
    public static AuditActor EmergencyLink { get; } = new(AuditDoor.EmergencyLink);
}

/// <summary>The ways in which somebody can act.</summary>
public enum AuditDoor
{
    /// <summary>Signed in with a Nextcloud.</summary>
    Session,

    /// <summary>A token of the API.</summary>
    Token,

    EmergencyLink,

    /// <summary>The command line of the service's machine.</summary>
    CommandLine,

    Schedule,

    /// <summary>A call of a Nextcloud, signed with the service's secret.</summary>
    Webhook,
}

/// <summary>How something ended.</summary>
public enum AuditOutcome
{
    Done,

    /// <summary>Whoever asked had no right to it.</summary>
    Refused,

    Failed,
}
