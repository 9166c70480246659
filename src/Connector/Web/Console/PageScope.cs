using System.Globalization;
using Connector.Domain;
using Connector.Reports;
using Connector.Service;
using Connector.Templates;
using Connector.Web.Console.Readings;
using Connector.Web.Sessions;

namespace Connector.Web.Console;

/// <summary>What the components of one page share: who asks, about which territory, in which language.</summary>
internal sealed class PageScope
{
    public HttpContext Http { get; set; } = null!;

    public Language Language { get; set; }

    /// <summary>All territories of who asks.</summary>
    public IReadOnlyList<TerritoryAccess> Territories { get; set; } = [];

    /// <summary>The one that the page is about; null for the pages before that.</summary>
    public TerritoryAccess? Access { get; set; }

    public ServiceTerritory? Owner { get; set; }

    public ReadingResult Read { get; set; } = new(null, []);

    /// <summary>What was done last, told once.</summary>
    public FlashNote? Flash { get; set; }

    /// <summary>A form that is shown again; null on every other page.</summary>
    public FormTrouble? Trouble { get; set; }

    /// <summary>What a deed about somebody's rights found or did, shown as the answer to it.</summary>
    public PersonReport? Person { get; set; }

    /// <summary>What an adoption found or linked, shown as the answer to it.</summary>
    public AdoptReport? Adoption { get; set; }

    /// <summary>What closing or reopening a group would change, shown as the answer to it.</summary>
    public ClosingReport? Closing { get; set; }

    /// <summary>A token that was just made, shown this once.</summary>
    public string? Secret { get; set; }

    public CultureInfo Culture => Cultures[Language];

    public NetworkReading Reading => Read.Reading!;

    /// <summary>A part of the address, as it was written into the link.</summary>
    public string Route(string name) => Uri.UnescapeDataString((string?)Http.Request.RouteValues[name] ?? "");

    public string Say(string french, string english) =>
        Typeset(Language == Language.English ? english : french);

    /// <summary>A sentence that was made in the page's language.</summary>
    public string Typeset(string sentence) =>
        Language == Language.English ? sentence : FrenchTypography.Apply(sentence);

    /// <summary>Names and paths, the same in both languages, stay as they are.</summary>
    public string Say(Text text) =>
        text.French == text.English ? text.French : Say(text.French, text.English);

    /// <summary>What stands between a name and what is said of it.</summary>
    public string Colon => Language == Language.English ? ": " : "\u00a0: ";

    /// <summary>Address of a page of this territory.</summary>
    /// <param name="path">Begins with a slash, or is empty for the territory's first page.</param>
    public string At(string path) => $"/t/{Access!.Id}{path}";

    /// <summary>« jeudi 3 décembre 2026 »</summary>
    public string Day(DateOnly day) =>
        Language == Language.English
            ? day.ToString("dddd d MMMM yyyy", Culture)
            : FrenchDates.Write(day, "dddd d MMMM yyyy");

    /// <summary>« 03/12/2026 »</summary>
    public string Short(DateOnly day) => day.ToString("d", Culture);

    /// <summary>« 14 h 30 »; « 14 h » at the full hour.</summary>
    public string Hour(DateTime at) =>
        Language == Language.English ? at.ToString("HH:mm", Culture)
        : at.Minute == 0 ? $"{at.Hour}\u00a0h"
        : $"{at.Hour}\u00a0h\u00a0{at.Minute:00}";

    /// <summary>A moment in the zone of the territory, or of this machine before there is one.</summary>
    public DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).DateTime;

    public string Moment(DateTimeOffset at)
    {
        var local = Local(at);
        return $"{Short(DateOnly.FromDateTime(local))} {Say("à", "at")} {Hour(local)}";
    }

    private TimeZoneInfo Zone =>
        Read.Reading is { } reading
            ? TimeZoneInfo.FindSystemTimeZoneById(reading.Territory.TimeZone)
            : TimeZoneInfo.Local;

    private static readonly Dictionary<Language, CultureInfo> Cultures = new()
    {
        [Language.French] = CultureInfo.GetCultureInfo("fr-FR"),
        [Language.English] = CultureInfo.GetCultureInfo("en-GB"),
    };
}
