using Connector.Domain.ContentLines;

namespace Connector.CalendarSync;

/// <summary>A component right inside of a VCALENDAR.</summary>
/// <param name="Name">In capitals.</param>
/// <param name="Text">As it stands in the file, from BEGIN to END.</param>
/// <param name="IsWhole">Whether its END is there.</param>
internal sealed record IcsBlock(string Name, string Text, bool IsWhole);

/// <summary>
/// The components of an iCalendar file that anybody may have made: several calendars one behind the other, cut off in the
/// middle, an END too many. One that is broken spoils no other.
/// </summary>
internal static class IcsBlocks
{
    public static IReadOnlyList<IcsBlock> Read(string text)
    {
        var blocks = new List<IcsBlock>();
        (string Name, int Start)? open = null;
        var depth = 0;
        foreach (var line in ContentLine.Read(text).Where(line => line.Name is "BEGIN" or "END"))
        {
            var name = line.Value.Trim().ToUpperInvariant();
            var isNew = line.Name == "BEGIN" && name is "VEVENT" or "VCALENDAR" or "VTIMEZONE";
            if (open is { } broken && (isNew || (line.Name == "END" && name == "VCALENDAR")))
            {
                blocks.Add(new IcsBlock(broken.Name, text[broken.Start..line.Start], false));
                open = null;
            }

            if (line.Name == "BEGIN" && open is not null)
            {
                depth++;
            }
            else if (line.Name == "BEGIN" && name != "VCALENDAR")
            {
                (open, depth) = ((name, line.Start), 0);
            }
            else if (line.Name == "END" && open is { } whole && depth-- == 0)
            {
                blocks.Add(new IcsBlock(whole.Name, text[whole.Start..line.End], whole.Name == name));
                open = null;
            }
        }

        if (open is { } last)
        {
            blocks.Add(new IcsBlock(last.Name, text[last.Start..], false));
        }

        return blocks;
    }
}
