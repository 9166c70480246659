using Connector.Domain.ContentLines;
using Connector.Domain.Territories;

namespace Connector.CalendarSync;

/// <summary>What somebody who has a calendar's public address learns about people from an event.</summary>
[Flags]
internal enum Exposed
{
    Nothing = 0,

    /// <summary>ATTENDEE: who is invited, with their addresses.</summary>
    Attendees = 1,

    /// <summary>ORGANIZER, CONTACT.</summary>
    Organiser = 2,

    /// <summary>A name, an address or a telephone in title, place or description.</summary>
    Words = 4,

    /// <summary>The same anywhere else: a comment, what a program adds under a name of its own.</summary>
    Elsewhere = 8,
}

/// <summary>
/// Looks for people in an event of a calendar with a public address. The server leaves PRIVATE events out of the feed and shows
/// of CONFIDENTIAL ones only that there is something.
/// </summary>
internal static class FeedExposure
{
    private static readonly string[] OfPeople = ["ATTENDEE", "ORGANIZER", "CONTACT"];
    private static readonly string[] OfWords = ["SUMMARY", "LOCATION", "DESCRIPTION"];

    /// <summary>What a program makes up: it holds an at sign as often as not.</summary>
    private static readonly string[] Names = ["UID", "RELATED-TO"];

    public static Exposed Of(string text, PersonalData people) =>
        (CalendarComponent.Read(text)?.Of("VEVENT") ?? [])
            .Where(NetworkCopy.IsPublic)
            .SelectMany(item => item.Lines.Concat(item.Components.SelectMany(inner => inner.Lines)))
            .Aggregate(Exposed.Nothing, (found, line) => found | Of(line, people));

    private static Exposed Of(ContentLine line, PersonalData people) =>
        line.Name == "ATTENDEE" ? Exposed.Attendees
        : OfPeople.Contains(line.Name) ? Exposed.Organiser
        : Names.Contains(line.Name) || !people.IsIn($"{line.Head} {line.Text}") ? Exposed.Nothing
        : OfWords.Contains(line.Name) ? Exposed.Words
        : Exposed.Elsewhere;
}
