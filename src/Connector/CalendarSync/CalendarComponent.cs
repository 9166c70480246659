using Connector.Domain.ContentLines;

namespace Connector.CalendarSync;

/// <summary>
/// A component of an iCalendar text (RFC 5545, 3.6): its own lines, and the components in it. <see cref="Begin"/> and
/// <see cref="End"/> are its BEGIN and END lines.
/// </summary>
internal sealed class CalendarComponent(ContentLine begin)
{
    private readonly List<ContentLine> _lines = [];
    private readonly List<CalendarComponent> _components = [];

    public string Name => begin.Value.Trim().ToUpperInvariant();

    public ContentLine Begin => begin;

    public ContentLine? End { get; private set; }

    public IReadOnlyList<ContentLine> Lines => _lines;

    public IReadOnlyList<CalendarComponent> Components => _components;

    public ContentLine? Find(string name) => _lines.Find(line => line.Name == name);

    public IEnumerable<ContentLine> All(string name) => _lines.Where(line => line.Name == name);

    public IEnumerable<CalendarComponent> Of(string name) => _components.Where(item => item.Name == name);

    private bool IsCalled(string name) =>
        string.Equals(Name, name.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>The VCALENDAR of a text; null when the text is none, is cut off or its components do not nest.</summary>
    public static CalendarComponent? Read(string text)
    {
        var open = new Stack<CalendarComponent>();
        CalendarComponent? root = null;
        foreach (var line in ContentLine.Read(text))
        {
            switch (line.Name)
            {
                case "BEGIN":
                    var component = new CalendarComponent(line);
                    if (open.TryPeek(out var outer))
                    {
                        outer._components.Add(component);
                    }

                    root ??= component;
                    open.Push(component);
                    break;
                case "END" when open.TryPop(out var ended) && ended.IsCalled(line.Value):
                    ended.End = line;
                    break;
                case "END":
                    return null;
                default:
                    if (open.TryPeek(out var holder))
                    {
                        holder._lines.Add(line);
                    }

                    break;
            }
        }

        return open.Count == 0 && root?.Name == "VCALENDAR" ? root : null;
    }
}
