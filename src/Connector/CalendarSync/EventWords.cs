namespace Connector.CalendarSync;

/// <summary>Words of people in an event.</summary>
internal static class EventWords
{
    /// <summary>A line break in a title must not start another property.</summary>
    public static string OneLine(string words) =>
        words.ReplaceLineEndings(" ").Replace('\r', ' ').Replace('\n', ' ');
}
