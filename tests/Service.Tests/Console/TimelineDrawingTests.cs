using System.Globalization;
using Connector.Domain.Documents;
using Connector.Web.Console.Readings;

namespace Connector.Tests.Console;

public sealed class TimelineDrawingTests
{
    private static readonly DateOnly Today = new(2026, 12, 1);

    [Test]
    public void A_bar_goes_from_its_start_to_its_end_and_tells_the_late_from_the_done()
    {
        var drawing = Of([
            Stream("bus", new(2026, 10, 1), new(2026, 11, 30), "En cours"),
            Stream("lieu", new(2026, 10, 1), new(2026, 11, 30), "Terminé"),
            Stream("carte", new(2026, 12, 1), new(2027, 3, 31), ""),
        ])!;
        Assert.That(drawing.Bars.Select(bar => bar.Style), Is.EqualTo(new[] { "late", "doneBar", "bar" }));
        Assert.That(Right(drawing.Bars[0]), Is.LessThan(Number(drawing.Today!)));
        Assert.That(Right(drawing.Bars[2]), Is.LessThanOrEqualTo(TimelineDrawing.Width));
    }

    [Test]
    public void A_date_that_is_a_slip_leaves_a_chart_that_can_be_read()
    {
        var drawing = Of([Stream("bus", new(2026, 10, 1), new(2199, 1, 1), "")])!;
        Assert.That(drawing.Months, Has.Count.InRange(6, 14));
        Assert.That(Right(drawing.Bars[0]), Is.LessThanOrEqualTo(TimelineDrawing.Width));
    }

    [Test]
    public void An_end_before_its_start_is_drawn_all_the_same()
    {
        var drawing = Of([Stream("bus", new(2027, 3, 1), new(2026, 12, 15), "")])!;
        Assert.That(Number(drawing.Bars[0].Width), Is.Positive);
    }

    [Test]
    public void A_milestone_stands_on_the_row_of_its_workstream_or_below_all()
    {
        var drawing = TimelineDrawing.Of(
            [Stream("Bus numérique", new(2026, 10, 1), null, ""), Stream("Lieu", null, null, "")],
            [
                new(null, new DateOnly(2027, 1, 5), "équipé", "bus numerique"),
                new(null, new DateOnly(2027, 1, 5), "bilan", ""),
                new(null, null, "un jour", "Lieu"),
            ],
            Today
        )!;
        Assert.That(
            drawing.Milestones.Select(mark => mark.Y),
            Is.EqualTo(new[] { TimelineDrawing.Y(0) + 10, TimelineDrawing.Y(2) + 10 })
        );
    }

    [Test]
    public void Without_any_date_there_is_no_chart() =>
        Assert.That(Of([Stream("bus", null, null, "")]), Is.Null);

    private static TimelineDrawing? Of(IReadOnlyList<WrittenWorkstream> streams) =>
        TimelineDrawing.Of(streams, [], Today);

    private static WrittenWorkstream Stream(string title, DateOnly? start, DateOnly? end, string status) =>
        new(null, title, "", start, end, status);

    private static double Number(string written) => double.Parse(written, CultureInfo.InvariantCulture);

    private static double Right(TimelineBar bar) => Number(bar.X) + Number(bar.Width);
}
