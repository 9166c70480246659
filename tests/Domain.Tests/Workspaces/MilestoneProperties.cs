using Connector.Domain.Documents;
using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

/// <summary>Whatever people do to a roadmap and to a calendar, in whatever order, between runs.</summary>
public class MilestoneProperties
{
    [Test]
    public void A_second_run_does_nothing_and_what_people_touched_is_left([Range(1, 400)] int seed)
    {
        var random = new Random(seed);
        var model = new MilestoneModel(random);
        for (var phase = 0; phase < 6; phase++)
        {
            for (var move = random.Next(6); move > 0; move--)
            {
                model.Move();
            }

            var before = model.Objects.Keys.ToList();
            var dies = random.Next(6) == 0;
            model.Run(recorded: !dies);
            if (dies)
            {
                model.Run();
            }

            Assert.That(model.Objects.Keys, Is.SupersetOf(before), "nothing is deleted");
            Assert.That(model.Run(), Is.Empty, "second run");
            SaysWhatTheRoadmapSays(model);
        }
    }

    /// <summary>Each dated row has its event on its day, under its words, unless somebody changed or deleted that.</summary>
    private static void SaysWhatTheRoadmapSays(MilestoneModel model)
    {
        var booked = model.Book.Milestones.Where(item => item.State == MilestoneState.Dated).ToList();
        Assert.That(
            booked.Select(item => (item.Title, item.Date)),
            Is.EquivalentTo(
                model.Rows.Where(row => row.Date is not null).Select(row => (row.Title, row.Date))
            )
        );
        foreach (var item in model.Events().Where(item => !model.Touched.Contains(item.ObjectName)))
        {
            if (item.Milestone.State == MilestoneState.Dated || item.IsCancelled)
            {
                var isThere = model.Objects.TryGetValue(item.ObjectName, out var there);
                Assert.That(isThere || item.IsCancelled, item.ObjectName);
                Assert.That(
                    !isThere || there == ($"\"{item.ContentHash}\"", item.Date, item.IsCancelled),
                    item.ObjectName
                );
            }
        }
    }
}
