namespace Connector.Domain.Meetings;

/// <summary>What was understood of a rule: the RRULE value, or what is wrong with the words; never both.</summary>
public sealed record RecurrenceReading
{
    /// <summary>RFC 5545 RRULE value without its name; empty for a single meeting; null when there is a problem.</summary>
    public string? Rule { get; private init; }

    public Problem? Problem { get; private init; }

    public static RecurrenceReading Understood(string rule) => new() { Rule = rule };

    public static RecurrenceReading Refused(Text message, Text remedy) =>
        new()
        {
            Problem = new Problem
            {
                Code = "bad-rule",
                Message = message,
                Remedy = remedy,
            },
        };
}
