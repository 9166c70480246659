using Connector.Domain.Meetings;
using NodaTime;

namespace Connector.CalendarSync;

/// <summary>
/// What one UID of a calendar object says: a single event, or a series with its exceptions and overrides. Matched here and
/// not by Ical.Net, where an override in UTC or by day does not find its occurrence, and one that is moved onto a
/// sibling's slot makes that vanish.
/// </summary>
internal sealed class SeriesReading
{
    private readonly CalendarEventText? _master;
    private readonly DateTimeZone _territory;
    private readonly Dictionary<LocalDateTime, CalendarEventText> _overrides = [];
    private readonly List<(LocalDateTime From, CalendarEventText Item)> _ranges = [];
    private readonly HashSet<LocalDateTime> _exceptions = [];

    public SeriesReading(IEnumerable<CalendarEventText> components, DateTimeZone territory)
    {
        var all = components.ToList();
        _territory = territory;
        _master = all.Find(item => item.Override is null);
        foreach (var item in all.Where(item => item.Override is not null))
        {
            var clocks = _master ?? item;
            if (SeriesDates.OnClocksOf(item.Override!, clocks) is not { } original)
            {
                continue;
            }

            if (item.IsOfAllAfter && _master is not null)
            {
                _ranges.Add((original, item));
            }
            else
            {
                _overrides[original] = item;
            }
        }

        _ranges.Sort((one, other) => one.From.CompareTo(other.From));
        _exceptions.UnionWith(
            _master?.Exceptions.SelectMany(line => SeriesDates.Values(line, _master)) ?? []
        );
    }

    private CalendarEventText Clocks => _master ?? _overrides.Values.First();

    /// <summary>Meetings that start, or were to start, between two moments of the territory, the end not included.</summary>
    public IEnumerable<MeetingOccurrence> Between(DateTime from, DateTime to, MeetingOccurrence frame)
    {
        if ((_master ?? _overrides.Values.FirstOrDefault()) is not { IsAllDay: false })
        {
            return [];
        }

        var margin = Duration.FromDays(1) + Farthest();
        var first = LocalDateTime.FromDateTime(from).Minus(Period.FromTicks(margin.BclCompatibleTicks));
        var last = LocalDateTime.FromDateTime(to).Plus(Period.FromTicks(margin.BclCompatibleTicks));
        var originals = _master is null ? [] : SeriesDates.Between(_master, first, last);
        return originals
            .Union(_overrides.Keys)
            .Order()
            .Select(original => Occurrence(original, frame))
            .OfType<MeetingOccurrence>()
            .Where(item => Within(item.Start) || (item.IsCancelled && Within(item.OriginalStart)));

        bool Within(DateTime moment) => moment >= from && moment < to;
    }

    private MeetingOccurrence? Occurrence(LocalDateTime original, MeetingOccurrence frame)
    {
        var item = _overrides.GetValueOrDefault(original);
        var range = _ranges.FindLast(range => range.From <= original);
        var said = item ?? range.Item ?? _master!;
        if (said.IsAllDay)
        {
            return null;
        }

        var start =
            item is not null ? item.Start.In(item.Zone, _territory)
            : range.Item is { } shifted ? Shifted(original, range.From, shifted)
            : original.In(Clocks.Zone, _territory);
        var planned = original.In(Clocks.Zone, _territory);
        var isCancelled =
            said.IsCancelled
            || _master?.IsCancelled == true
            || (item is null && _exceptions.Contains(original));
        return frame with
        {
            OriginalStart = planned.ToDateTimeUnspecified(),
            Start = start.ToDateTimeUnspecified(),
            End = start.Plus(Period.FromTicks(said.Length.BclCompatibleTicks)).ToDateTimeUnspecified(),
            Title = said.Title ?? _master?.Title ?? frame.Title,
            Place = said.Place ?? _master?.Place ?? "",
            Description = said.Description ?? (item is null ? _master?.Description : null) ?? "",
            State =
                isCancelled ? MeetingState.Cancelled
                : start != planned ? MeetingState.Moved
                : MeetingState.Planned,
            IsRecurring = _master is not { Recurs: false } || item is not null,
            OverrideId = item?.Override!.Value,
        };
    }

    /// <summary>All later occurrences keep the distance that the first one was moved by.</summary>
    private LocalDateTime Shifted(LocalDateTime original, LocalDateTime from, CalendarEventText item)
    {
        var by = Period.Between(from, item.Start.In(item.Zone, Clocks.Zone), PeriodUnits.Ticks);
        return original.Plus(by).In(Clocks.Zone, _territory);
    }

    private Duration Farthest() =>
        _ranges
            .Select(range =>
                Period
                    .Between(range.From, range.Item.Start.In(range.Item.Zone, Clocks.Zone), PeriodUnits.Ticks)
                    .ToDuration()
            )
            .Select(by => by < Duration.Zero ? -by : by)
            .DefaultIfEmpty(Duration.Zero)
            .Max();
}
