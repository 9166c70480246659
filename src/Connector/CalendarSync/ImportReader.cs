using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Connector.Domain;
using NodaTime;

namespace Connector.CalendarSync;

/// <summary>One event or series of a file, as it would be put into a calendar.</summary>
internal sealed record ImportedEvent
{
    public required string Uid { get; init; }

    public required string Title { get; init; }

    /// <summary>First start on the territory's clocks; null when it cannot be read.</summary>
    public DateTime? Start { get; init; }

    public bool Recurs { get; init; }

    /// <summary>The object to write; empty when <see cref="Refusal"/> says why it is none.</summary>
    public string Text { get; init; } = "";

    public Text? Refusal { get; init; }

    /// <summary>What was changed in it, each a clause.</summary>
    public IReadOnlyList<Text> Notes { get; init; } = [];
}

/// <summary>Takes a file of any calendar program apart into objects that a shared calendar can hold.</summary>
/// <param name="territory">The zone of floating times.</param>
internal sealed class ImportReader(DateTimeZone territory)
{
    private const string Head =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Connector//Import//FR\r\nCALSCALE:GREGORIAN\r\n";

    private int _stripped;

    /// <summary>How many lines about persons were left out of all events.</summary>
    public int Stripped => _stripped;

    public IReadOnlyList<ImportedEvent> Read(string text)
    {
        var blocks = IcsBlocks.Read(text);
        var zones = blocks
            .Where(block => block is { Name: "VTIMEZONE", IsWhole: true })
            .Select(block => block.Text)
            .ToList();
        var found = new List<ImportedEvent>();
        var byUid = new Dictionary<string, List<CalendarComponent>>(StringComparer.Ordinal);
        var texts = new Dictionary<CalendarComponent, string>();
        foreach (var block in blocks.Where(block => block.Name != "VTIMEZONE"))
        {
            var (component, whole) = Component(block);
            if (component is null)
            {
                found.Add(Refused(block));
                continue;
            }

            texts[component] = whole;
            var uid = component.Find("UID")!.Value.Trim();
            byUid.TryAdd(uid, []);
            byUid[uid].Add(component);
        }

        foreach (var (uid, components) in byUid)
        {
            found.AddRange(new ImportObject(uid, components, texts, zones, territory).Events(Head));
        }

        return found;
    }

    /// <summary>A VEVENT without the lines about persons, with an identifier; null for anything else.</summary>
    private (CalendarComponent? Component, string Text) Component(IcsBlock block)
    {
        if (block is not { Name: "VEVENT", IsWhole: true })
        {
            return (null, "");
        }

        var text = ImportStrip.Of(block.Text.ReplaceLineEndings("\r\n"), out var stripped);
        _stripped += stripped;
        if (Wrapped(text) is { } calendar && calendar.Of("VEVENT").First().Find("UID") is null)
        {
            text = text.Replace(
                "BEGIN:VEVENT\r\n",
                $"BEGIN:VEVENT\r\nUID:{Hash(text)}@connector-import\r\n",
                StringComparison.OrdinalIgnoreCase
            );
        }

        return
            Wrapped(text)?.Of("VEVENT").FirstOrDefault() is { } component
            && component.Find("DTSTART") is not null
            ? (component, text)
            : (null, "");
    }

    private static CalendarComponent? Wrapped(string text) =>
        CalendarComponent.Read($"{Head}{text}END:VCALENDAR\r\n");

    private static ImportedEvent Refused(IcsBlock block)
    {
        var calendar = Wrapped(
            block.IsWhole ? block.Text : $"{block.Text.TrimEnd()}\r\nEND:{block.Name}\r\n"
        );
        var first = calendar?.Components is [var component, ..] ? component : null;
        var why =
            !block.IsWhole ? new Text("il est coupé", "it is cut off")
            : block.Name != "VEVENT"
                ? new Text($"ce n'est pas un événement ({block.Name})", $"it is no event ({block.Name})")
            : new Text("il n'a pas de date de début", "it has no start");
        return new ImportedEvent
        {
            Uid = first?.Find("UID")?.Value.Trim() ?? "",
            Title = first?.Find("SUMMARY")?.Text.Trim() ?? block.Name,
            Refusal = why,
        };
    }

    public static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24];

    public static string Moment(LocalDateTime moment) =>
        moment.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
