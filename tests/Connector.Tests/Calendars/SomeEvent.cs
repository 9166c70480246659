namespace Connector.Tests.Calendars;

/// <summary>Objects as members' programs write them.</summary>
internal static class SomeEvent
{
    public const string Start = "DTSTART;TZID=Europe/Paris:20261105T140000";

    /// <summary>A VCALENDAR of VEVENTs, each given by its lines.</summary>
    public static string Object(params string[][] events) =>
        string.Join(
            "\r\n",
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Un autre//Programme//FR",
                .. Paris,
                .. events.SelectMany(lines =>
                    (string[])["BEGIN:VEVENT", "DTSTAMP:20261001T080000Z", .. lines, "END:VEVENT"]
                ),
                "END:VCALENDAR",
                "",
            ]
        );

    public static string Single(string uid, string title = "Café des médiateurs", params string[] more) =>
        Object([$"UID:{uid}", Start, "DTEND;TZID=Europe/Paris:20261105T160000", $"SUMMARY:{title}", .. more]);

    /// <summary>The first Thursday of each month at 14:00, from November 2026 on, six times.</summary>
    public static string[] Series(string uid, params string[] more) =>
        [
            $"UID:{uid}",
            Start,
            "DTEND;TZID=Europe/Paris:20261105T160000",
            "RRULE:FREQ=MONTHLY;BYDAY=1TH;COUNT=6",
            "SUMMARY:Rencontre mensuelle",
            .. more,
        ];

    public static string[] Override(string uid, string id, string start, params string[] more) =>
        [$"UID:{uid}", id, start, "DURATION:PT2H", "SUMMARY:Rencontre mensuelle", .. more];

    private static readonly string[] Paris =
    [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Paris",
        "BEGIN:DAYLIGHT",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "DTSTART:19700329T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "DTSTART:19701025T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "END:STANDARD",
        "END:VTIMEZONE",
    ];
}
