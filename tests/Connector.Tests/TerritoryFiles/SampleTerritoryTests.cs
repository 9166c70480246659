using Connector.CalendarSync;
using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.TerritoryFiles;

namespace Connector.Tests.TerritoryFiles;

internal sealed class SampleTerritoryTests
{
    private readonly LoadResult _loaded = Load();

    private Territory Territory => _loaded.Territory!;

    [Test]
    public void It_loads_without_a_word_of_complaint()
    {
        var said = _loaded.Problems.Concat(_loaded.Warnings).Select(Told);
        Assert.That(said, Is.Empty);
    }

    [Test]
    public void It_is_as_rich_as_a_real_one()
    {
        var series = Territory.Groups.SelectMany(group => group.Meetings).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(Territory.Groups.Count(group => group.Kind == GroupKind.Committee), Is.EqualTo(3));
            Assert.That(Territory.Groups.Count(group => group.Kind == GroupKind.WorkingGroup), Is.EqualTo(5));
            Assert.That(Territory.Organisations, Has.Count.EqualTo(40));
            Assert.That(Territory.People, Has.Count.EqualTo(60));
            Assert.That(series, Has.Count.EqualTo(8));
            Assert.That(series.Select(meeting => meeting.Kind), Does.Contain(MeetingKind.Convivial));
            Assert.That(Territory.Roadmap.Objectives, Has.Count.EqualTo(5));
            Assert.That(Territory.Roadmap.Workstreams, Has.Count.EqualTo(8));
            Assert.That(Territory.Roadmap.Milestones, Has.Count.EqualTo(6));
            Assert.That(Territory.Roadmap.Commitments, Has.Count.EqualTo(12));
        });
    }

    [Test]
    public void Every_group_has_a_lead_and_several_members()
    {
        foreach (var group in Territory.Groups)
        {
            Assert.That(group.Participations[0].Role, Is.EqualTo(GroupRole.Lead), group.Id);
            Assert.That(group.Participations, Has.Count.GreaterThan(3), group.Id);
            Assert.That(group.Participations.Select(place => place.PersonId), Is.Unique, group.Id);
        }
    }

    [Test]
    public void Every_series_has_a_first_meeting_on_a_day_of_its_rule()
    {
        foreach (var series in Territory.Groups.SelectMany(group => group.Meetings))
        {
            var first = Occurrences.First(series, Territory.TimeZone);
            Assert.That(first, Is.Not.Null, series.Id);
            Assert.That(
                Occurrences.Next(series, Territory.TimeZone, series.From, 1),
                Is.EqualTo(new[] { first!.Value }),
                series.Id
            );
        }
    }

    [Test]
    public void Somebody_written_at_the_group_and_in_the_directory_keeps_the_highest_role()
    {
        var youth = Territory.Groups.Single(group => group.Id == "gt-jeunes");
        Assert.That(
            youth.Participations.Where(place => place.PersonId == "noemie.celik").Select(place => place.Role),
            Is.EqualTo(new[] { GroupRole.Lead })
        );
    }

    internal static string Told(Problem problem) =>
        $"{problem.Place?.Line}:{problem.Place?.Column} {problem.Code} {problem.Message.French} → {problem.Remedy.French}";

    private static LoadResult Load()
    {
        using var folder = new TemporaryFolder();
        SampleTerritory.WriteTo(folder.Path);
        return TerritoryFile.Load(folder.At("territoire.yaml"));
    }
}
