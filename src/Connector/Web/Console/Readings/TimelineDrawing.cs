using System.Globalization;
using Connector.Domain;
using Connector.Domain.Documents;

namespace Connector.Web.Console.Readings;

/// <summary>A bar of the timeline, in the units of the drawing.</summary>
internal sealed record TimelineBar(WrittenWorkstream Workstream, string X, string Width, int Y, string Style);

/// <summary>A point in time with what stands at it.</summary>
internal sealed record TimelineMark(string X, int Y, string Words);

/// <summary>Workstreams and milestones as a Gantt chart: where everything is drawn. Pure.</summary>
internal sealed class TimelineDrawing
{
    public const int Width = 900;
    private const int Left = 260;
    private const int Right = 20;
    private const int Top = 40;
    private const int Row = 30;

    private readonly DateOnly _from;
    private readonly int _days;

    private TimelineDrawing(DateOnly from, DateOnly to, int rows)
    {
        (_from, _days) = (from, to.DayNumber - from.DayNumber);
        Height = Top + (Row * rows) + 10;
    }

    public int Height { get; }

    public IReadOnlyList<TimelineBar> Bars { get; private init; } = [];

    public IReadOnlyList<TimelineMark> Months { get; private init; } = [];

    /// <summary>On the row of their workstream; on the last one where they have none.</summary>
    public IReadOnlyList<TimelineMark> Milestones { get; private init; } = [];

    /// <summary>Null where today is beyond the chart.</summary>
    public string? Today { get; private init; }

    /// <returns>Null where nothing has a date.</returns>
    public static TimelineDrawing? Of(
        IReadOnlyList<WrittenWorkstream> workstreams,
        IReadOnlyList<WrittenMilestone> milestones,
        DateOnly today
    )
    {
        var days = workstreams
            .SelectMany(item => new[] { item.Start, item.End })
            .Concat(milestones.Select(item => item.Date))
            .OfType<DateOnly>()
            .Where(day => day.Year is > 1990 and < 2200)
            .ToList();
        if (days.Count == 0)
        {
            return null;
        }

        var from = First(days.Append(today).Min());
        // A date that is far off is a slip of somebody's: the chart stays one that can be read.
        var to = First(days.Append(today).Max()).AddMonths(1);
        to = to > from.AddYears(10) ? from.AddYears(10) : to;
        var rows = workstreams.Count + (milestones.Any(one => RowOf(one, workstreams) < 0) ? 1 : 0);
        var drawing = new TimelineDrawing(from, to, rows);
        return new TimelineDrawing(from, to, rows)
        {
            Bars =
            [
                .. workstreams.Select((item, row) => drawing.Bar(item, row, to, today)).OfType<TimelineBar>(),
            ],
            Months = drawing.Ticks(to),
            Milestones =
            [
                .. milestones
                    .Where(one => one.Date >= from && one.Date <= to)
                    .Select(one => new TimelineMark(
                        drawing.X(one.Date!.Value),
                        Y(RowOf(one, workstreams) is >= 0 and var row ? row : rows - 1) + 10,
                        one.Title
                    )),
            ],
            Today = today >= from && today <= to ? drawing.X(today) : null,
        };
    }

    public static int Y(int row) => Top + (Row * row);

    private TimelineBar? Bar(WrittenWorkstream item, int row, DateOnly to, DateOnly today)
    {
        if (item.Start is null && item.End is null)
        {
            return null;
        }

        var from = Within(item.Start ?? (item.End < today ? item.End.Value.AddMonths(-1) : today), to);
        var until = Within(item.End ?? to, to);
        if (until < from)
        {
            (from, until) = (until, from);
        }

        var style =
            RoadmapAlerts.IsOver(item) ? "doneBar"
            : item.End < today ? "late"
            : "bar";
        var width = Math.Max(Place(until) - Place(from), 4);
        return new TimelineBar(item, Written(Place(from)), Written(width), Y(row), style);
    }

    private DateOnly Within(DateOnly day, DateOnly to) =>
        day < _from ? _from
        : day > to ? to
        : day;

    /// <summary>A month each, at most twelve or so.</summary>
    private List<TimelineMark> Ticks(DateOnly to)
    {
        var months = ((to.Year - _from.Year) * 12) + to.Month - _from.Month;
        var step = Math.Max(1, (months + 11) / 12);
        return
        [
            .. Enumerable
                .Range(0, (months + step - 1) / step)
                .Select(count => _from.AddMonths(count * step))
                .Select(month => new TimelineMark(
                    X(month),
                    Top - 14,
                    month.ToString("MM/yy", CultureInfo.InvariantCulture)
                )),
        ];
    }

    private double Place(DateOnly day) =>
        Left + ((Width - Left - Right) * (double)(day.DayNumber - _from.DayNumber) / _days);

    private string X(DateOnly day) => Written(Place(day));

    private static string Written(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    private static int RowOf(WrittenMilestone milestone, IReadOnlyList<WrittenWorkstream> workstreams)
    {
        for (var row = 0; row < workstreams.Count; row++)
        {
            if (Folded.Key(workstreams[row].Title) == Folded.Key(milestone.Workstream))
            {
                return row;
            }
        }

        return -1;
    }
}
