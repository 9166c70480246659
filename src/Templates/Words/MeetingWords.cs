using System.Globalization;

namespace Connector.Templates;

/// <summary>When a meeting is, in the words of the document's language.</summary>
internal static class MeetingWords
{
    /// <summary><c>14 h – 16 h</c>; in English <c>14:00 – 16:00</c>.</summary>
    internal static string TimeRange(DateTime start, DateTime end, string language)
    {
        if (FieldWords.IsFrench(language))
        {
            return FrenchWords.TimeRange(start, end);
        }

        var day = start.Date == end.Date ? "" : $"{Day(end, language)}, ";
        return $"{Time(start)}{FrenchWords.NoBreakSpace}– {day}{Time(end)}";
    }

    /// <summary><c>jeudi 3 décembre 2026, 14 h – 16 h</c></summary>
    internal static string Of(DateTime start, DateTime end, string language) =>
        $"{Day(start, language)}, {TimeRange(start, end, language)}";

    /// <summary>
    /// « Comité technique (annulé) », « Comité technique (déplacé du jeudi 5 novembre 2026) », « (déplacé de 14 h) » on the
    /// same day.
    /// </summary>
    internal static string Title(RoadmapMeeting meeting, string language)
    {
        var isFrench = FieldWords.IsFrench(language);
        var words = meeting.IsCancelled
            ? isFrench
                ? "annulé"
                : "cancelled"
            : meeting.InsteadOf is not { } before
                ? null
                : before.Date != meeting.Start.Date
                    ? isFrench
                        ? $"déplacé du {Day(before, language)}"
                        : $"moved from {Day(before, language)}"
                    : before == meeting.Start
                        ? null
                        : isFrench
                            ? $"déplacé de {FrenchWords.Time(before)}"
                            : $"moved from {Time(before)}";
        return words is null ? meeting.Title : $"{meeting.Title} ({words})";
    }

    private static string Day(DateTime time, string language) =>
        FieldWords.Of(new DateValue(DateOnly.FromDateTime(time), DateStyle.Weekday), language);

    private static string Time(DateTime time) => time.ToString("HH':'mm", CultureInfo.InvariantCulture);
}
