namespace Connector.Domain.Auditing;

/// <summary>The words that stand in the trail and in its hashes for doors and outcomes. They never change.</summary>
public static class AuditWords
{
    private const string Unknown = "?";

    private static readonly Dictionary<string, AuditDoor> Doors = Enum.GetValues<AuditDoor>()
        .ToDictionary(Of, StringComparer.Ordinal);

    private static readonly Dictionary<string, AuditOutcome> Outcomes = Enum.GetValues<AuditOutcome>()
        .ToDictionary(Of, StringComparer.Ordinal);

    public static string Of(AuditDoor door) =>
        door switch
        {
            AuditDoor.Session => "session",
            AuditDoor.Token => "token",
            AuditDoor.EmergencyLink => "emergency-link",
            AuditDoor.CommandLine => "command-line",
            AuditDoor.Schedule => "schedule",
            AuditDoor.Webhook => "webhook",
            _ => Unknown,
        };

    public static string Of(AuditOutcome outcome) =>
        outcome switch
        {
            AuditOutcome.Done => "done",
            AuditOutcome.Refused => "refused",
            AuditOutcome.Failed => "failed",
            _ => Unknown,
        };

    /// <returns>For a word that is none, a value whose word is none of them either: its line's hash cannot fit.</returns>
    public static AuditDoor Door(string word) => Doors.GetValueOrDefault(word, (AuditDoor)(-1));

    /// <inheritdoc cref="Door"/>
    public static AuditOutcome Outcome(string word) => Outcomes.GetValueOrDefault(word, (AuditOutcome)(-1));
}
