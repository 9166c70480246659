using System.Globalization;
using Connector.Domain.Meetings;
using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Meetings;

/// <summary>
/// Random calendars, day after day: people move, cancel, restore, retitle, split, add and delete meetings. Each meeting has
/// at most one document for ever, no two meetings share one, nothing is forgotten, and a second plan of a day says the same.
/// The seed is printed; <c>CONNECTOR_SEED</c> replays one.
/// </summary>
public class MeetingPlannerProperties
{
    private const int Days = 60;

    [Test]
    public void A_meeting_has_one_document_whatever_people_do([Range(1, 40)] int run)
    {
        var given = Environment.GetEnvironmentVariable("CONNECTOR_SEED");
        var seed = given is null
            ? (int)(DateTime.UtcNow.Ticks % 1_000_000) + run
            : int.Parse(given, CultureInfo.InvariantCulture);
        TestContext.Out.WriteLine($"seed {seed}");
        var calendar = new RandomCalendar(new Random(seed));
        var memory = new Dictionary<string, MeetingRecord>();
        var documentOf = new Dictionary<int, string>();
        for (var day = 0; day < Days; day++)
        {
            calendar.Change(RandomCalendar.First.AddDays(day));
            var plan = Plan(day, calendar, memory);
            var known = memory.Keys.ToList();
            foreach (var record in plan.ToRemember)
            {
                memory[record.Key] = record;
            }

            Assert.That(memory.Keys, Is.SupersetOf(known), $"seed {seed}, day {day}: nothing is forgotten");
            foreach (var slot in plan.Slots)
            {
                var meeting = calendar.IdOf(slot.Now);
                Assert.That(
                    documentOf.GetValueOrDefault(meeting, slot.Record.Key),
                    Is.EqualTo(slot.Record.Key),
                    $"seed {seed}, day {day}: a second document"
                );
                documentOf[meeting] = slot.Record.Key;
            }

            Assert.That(documentOf.Values, Is.Unique, $"seed {seed}, day {day}: a shared document");
            var again = Plan(day, calendar, memory);
            Assert.That(again.ToRemember, Is.Empty, $"seed {seed}, day {day}: a second plan");
            var documents = Documents(plan);
            Assert.That(documents.Select(item => item.Key), Is.Unique, $"seed {seed}, day {day}");
            Assert.That(documents, Has.Count.EqualTo(plan.Slots.Count), $"seed {seed}, day {day}");
            Assert.That(
                Documents(again).Select(item => (item.Key, item.Name)),
                Is.EqualTo(documents.Select(item => (item.Key, item.Name)))
            );
        }
    }

    private static GroupMeetings Plan(
        int day,
        RandomCalendar calendar,
        Dictionary<string, MeetingRecord> memory
    ) =>
        MeetingPlanner.Plan(
            RandomCalendar.First.AddDays(day),
            14,
            calendar.Occurrences(),
            [.. memory.Values],
            _ => "Habitude",
            _ => false
        );

    private static List<DocumentSpec> Documents(GroupMeetings meetings)
    {
        var group = Some.Group("gt");
        var spec = WorkspaceSpecBuilder.Build(
            Some.Territory(group),
            new Dictionary<string, Blueprint> { ["standard"] = Some.Blueprint() },
            Some.ServiceAccount,
            new Dictionary<string, GroupMeetings> { ["gt"] = meetings },
            (_, series) => series.Id
        );
        return
        [
            .. spec
                .Areas.SelectMany(area => area.Documents)
                .Where(document => document.Kind == DocumentKind.Minutes),
        ];
    }
}
