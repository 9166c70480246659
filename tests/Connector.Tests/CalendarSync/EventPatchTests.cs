using System.Text;
using Connector.CalendarSync;

namespace Connector.Tests.CalendarSync;

/// <summary>One line is added, and every other byte of what others wrote stays.</summary>
internal sealed class EventPatchTests
{
    private const string Beginning = "Compte-rendu\u00A0: https://nuage.example/index.php/f/";

    private const string Theirs =
        "BEGIN:VCALENDAR\r\nPRODID:-//Nextcloud calendar v4.5//\r\nX-WR-CALNAME:a\\,b;c\r\nBEGIN:VEVENT\r\nUID:u\r\n"
        + "DTSTART;TZID=Europe/Paris:20261105T140000\r\nSUMMARY:Café\\, thé\r\n"
        + "ATTENDEE;CN=\"A; B\";PARTSTAT=TENTATIVE;MEMBER=\"mailto:a@x\",\"mailto:b@x\":mailto:c@example.or\r\n g\r\n"
        + "X-MICROSOFT-CDO-ALLDAYEVENT:FALSE\r\nURL;X-A=b:https://x.example/?a=1,2;3\r\n"
        + "DESCRIPTION;LANGUAGE=fr:Venez avec des idées\\, des gâteaux\\; et vos \r\n questions\\nMerci\r\n"
        + "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Rappel\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\nEND:VEVENT\r\n"
        + "BEGIN:VEVENT\r\nUID:u\r\nRECURRENCE-ID;TZID=Europe/Paris:20261203T140000\r\n"
        + "DTSTART;TZID=Europe/Paris:20261210T140000\r\nBEGIN:VALARM\r\nACTION:AUDIO\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    [Test]
    public void A_link_is_added_to_what_people_wrote_and_nothing_else_changes()
    {
        var patched = Patch(Theirs, "", 42);
        Assert.That(
            CalendarComponent.Read(patched)!.Of("VEVENT").First().Find("DESCRIPTION")!.Text,
            Is.EqualTo($"Venez avec des idées, des gâteaux; et vos questions\nMerci\n\n{Beginning}42")
        );
        Assert.That(Without(patched), Is.EqualTo(Without(Theirs)));
        Assert.That(
            patched,
            Does.Contain("DESCRIPTION;LANGUAGE=fr:Venez avec des idées\\, des gâteaux\\; et vos")
        );
        Assert.That(Patch(patched, "", 42), Is.EqualTo(patched));
    }

    [Test]
    public void An_occurrence_without_a_description_gets_one_before_its_alarm()
    {
        var patched = Patch(Theirs, "20261203T140000", 7);
        Assert.That(
            patched,
            Does.Contain("DTSTART;TZID=Europe/Paris:20261210T140000\r\nDESCRIPTION:Compte-rendu")
                .And.Contain("f/7\r\nBEGIN:VALARM\r\nACTION:AUDIO")
        );
        Assert.That(
            patched,
            Does.StartWith(Theirs[..Theirs.LastIndexOf("BEGIN:VALARM", StringComparison.Ordinal)])
        );
    }

    [Test]
    public void A_link_to_something_else_gives_way_and_lines_are_folded_at_75_octets()
    {
        var patched = Patch(Patch(Theirs, "", 42), "", 43);
        Assert.That(patched.Split("f/43"), Has.Length.EqualTo(2));
        Assert.That(patched, Does.Not.Contain("f/42"));
        Assert.That(
            patched.Split("\r\n").Select(line => Encoding.UTF8.GetByteCount(line)),
            Has.All.LessThanOrEqualTo(93)
        );
        var ours = patched[
            patched.IndexOf("DESCRIPTION", StringComparison.Ordinal)..patched.IndexOf(
                "BEGIN:VALARM",
                StringComparison.Ordinal
            )
        ];
        Assert.That(
            ours.Split("\r\n").Select(line => Encoding.UTF8.GetByteCount(line)),
            Has.All.LessThanOrEqualTo(75)
        );
    }

    [Test]
    public void What_is_no_calendar_or_has_no_such_occurrence_stays()
    {
        Assert.That(Patch("%PDF-1.7", "", 1), Is.EqualTo("%PDF-1.7"));
        Assert.That(Patch(Theirs, "20270101T140000", 1), Is.EqualTo(Theirs));
    }

    private static string Patch(string text, string id, long number) =>
        EventPatch.WithLinks(text, new Dictionary<string, EventLinkLine> { [id] = new(Beginning, number) });

    /// <summary>All but the first description with its continuation lines.</summary>
    private static string Without(string text)
    {
        var line = CalendarComponent.Read(text)!.Of("VEVENT").First().Find("DESCRIPTION")!;
        return text.Remove(line.Start, line.End - line.Start);
    }
}
