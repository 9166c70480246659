using Connector.Domain.Announcing;
using Connector.Web.Console.Readings;

namespace Connector.Tests.Console;

/// <summary>A row of « who is told what » as somebody fills it in, and what the file says then.</summary>
internal sealed class AnnouncementRowTests
{
    private static readonly AnnouncingRules Rules = new()
    {
        Channels =
        [
            Of("reseau", ChannelKind.Talk),
            Of("jeunes", ChannelKind.Talk),
            Of("courriel", ChannelKind.Email),
            Of("avis", ChannelKind.Notifications),
        ],
        Table = new Dictionary<AnnouncementKind, IReadOnlyList<ChannelChoice>>
        {
            [AnnouncementKind.MinutesPublished] = [new ChannelChoice(ChannelKind.Talk, null)],
            [AnnouncementKind.MonthlyLetter] = [],
        },
    };

    [TestCase(AnnouncementKind.MeetingComing, true, "reseau,jeunes,courriel")]
    [TestCase(AnnouncementKind.ActionDue, true, "courriel")]
    [TestCase(AnnouncementKind.MinutesPublished, false, "reseau,jeunes")]
    [TestCase(AnnouncementKind.MonthlyLetter, false, "")]
    public void It_shows_what_happens_now(AnnouncementKind kind, bool isUsual, string channels)
    {
        var row = AnnouncementRow.Of(kind, Rules);
        Assert.That(row.IsUsual, Is.EqualTo(isUsual));
        Assert.That(row.Channels, Is.EquivalentTo(Split(channels)));
    }

    [TestCase(AnnouncementKind.MeetingComing, true, "reseau,jeunes,courriel", null)]
    [TestCase(AnnouncementKind.MeetingComing, false, "reseau,jeunes,courriel", "talk|courriel")]
    [TestCase(AnnouncementKind.MeetingComing, true, "jeunes,courriel", "jeunes|courriel")]
    [TestCase(AnnouncementKind.MeetingComing, true, "", "aucun")]
    [TestCase(AnnouncementKind.MinutesPublished, false, "reseau,jeunes", null)]
    [TestCase(AnnouncementKind.MinutesPublished, true, "reseau,jeunes", "défaut")]
    [TestCase(AnnouncementKind.MinutesPublished, true, "reseau", "reseau")]
    [TestCase(AnnouncementKind.MonthlyLetter, false, "", null)]
    [TestCase(AnnouncementKind.MonthlyLetter, true, "", "défaut")]
    [TestCase(AnnouncementKind.ActionDue, true, "courriel,avis", "courriel|notifications")]
    public void What_is_ticked_has_the_last_word(
        AnnouncementKind kind,
        bool isUsual,
        string ticked,
        string? words
    ) =>
        Assert.That(
            AnnouncementRow
                .Of(kind, Rules)
                .Typed(isUsual, Split(ticked).ToHashSet(StringComparer.Ordinal), Rules),
            Is.EqualTo(words?.Replace('|', '\n'))
        );

    private static Channel Of(string id, ChannelKind kind) => new() { Id = id, Kind = kind };

    private static string[] Split(string words) => words.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
