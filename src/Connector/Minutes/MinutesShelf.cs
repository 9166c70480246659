using System.Globalization;
using System.Text.RegularExpressions;
using Connector.CalendarSync;
using Connector.DocumentFlow;
using Connector.Domain;
using Connector.Domain.Documents;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Templates;

namespace Connector.Minutes;

/// <summary>
/// All minutes that Connector made, of past meetings and of the next, as one look at the server finds them: by their numbers,
/// wherever people moved them.
/// </summary>
internal sealed partial class MinutesShelf
{
    private readonly ProvisionScope _scope;
    private readonly ComposedTerritory _context;

    private MinutesShelf(ProvisionScope scope, ComposedTerritory context, DateOnly today)
    {
        (_scope, _context, Today) = (scope, context, today);
        Files = [.. scope.Spec.Areas.SelectMany(Of).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    public DateOnly Today { get; }

    public IReadOnlyList<MinutesFile> Files { get; }

    public IReadOnlyList<WorkingGroup> Groups => _context.Territory.Groups;

    public static async Task<MinutesShelf> LookAsync(
        NextcloudClient client,
        LedgerStore ledger,
        TimeProvider time,
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        CancellationToken ct
    )
    {
        var scope = await new ScopeBuilder(client, ledger, time).BuildAsync(territory, blueprints, ct);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(territory.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);
        return new MinutesShelf(scope, new ComposedTerritory(scope.Spec, territory, today), today);
    }

    /// <summary>By identifier or name; null when no group is called so.</summary>
    public WorkingGroup? Find(string who) =>
        Groups.FirstOrDefault(group => group.Id == who)
        ?? Groups.FirstOrDefault(group => Folded.Key(group.Name) == Folded.Key(who));

    /// <summary>What was put into the minutes, as far as it is known today; the keys are those of the document.</summary>
    public MinutesContent Content(MinutesFile file)
    {
        var next = Next(file.Area)!;
        return MinutesComposer.Compose(
            _context,
            file.Area,
            next with
            {
                Key = file.Key,
                Meeting = MeetingOf(file) ?? next.Meeting,
            }
        );
    }

    /// <summary>What minutes of the group are filled from today.</summary>
    public static DocumentTemplate TemplateOf(MinutesFile file) => DocumentTemplates.Of(Next(file.Area)!);

    /// <summary>The group's next meeting after a day, in words; null when none is planned.</summary>
    public MinutesNextMeeting? After(MinutesFile file, DateOnly day)
    {
        var next = Occurrences.NextOf(file.Group, _context.Territory.TimeZone, day.AddDays(1));
        return next is null
            ? null
            : new MinutesNextMeeting(next.Start, next.End, next.Series.Title, next.Series.Place);
    }

    /// <summary>
    /// The meeting of the day that the document was named after; null when the group's series have none on that day any
    /// more.
    /// </summary>
    private Meeting? MeetingOf(MinutesFile file)
    {
        var named = DayInName.Matches(file.Key).LastOrDefault()?.Value;
        return DateOnly.TryParseExact(
            named,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? Occurrences
                .Between(file.Group, _context.Territory.TimeZone, day, day.AddDays(1))
                .FirstOrDefault(meeting => meeting.Date == day)
            : null;
    }

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}", RegexOptions.CultureInvariant)]
    private static partial Regex DayInName { get; }

    private static DocumentSpec? Next(AreaSpec area) =>
        area.Documents.FirstOrDefault(document => document.Kind == DocumentKind.Minutes);

    private IEnumerable<MinutesFile> Of(AreaSpec area)
    {
        if (_context.Group(area) is not { } group || Next(area) is not { } next)
        {
            return [];
        }

        var nodes = _scope.Snapshot.Nodes.ToLookup(node => $"{node.FileId}", StringComparer.Ordinal);
        return _scope
            .Known.Resources.Values.Where(known => known.Key == next.Key || IsPast(area, known.Key))
            .Select(known => (known.Key, Node: nodes[known.RemoteId].FirstOrDefault()))
            .Where(pair => pair.Node is { IsFolder: false })
            .Select(pair => new MinutesFile(pair.Key, pair.Node!.Path, group, area));
    }

    /// <summary>
    /// A .docx of the area whose name, or that of a folder above it, is given anew for each meeting, and that is not named
    /// as another document of the blueprint: agendas stand in the same folders.
    /// </summary>
    private static bool IsPast(AreaSpec area, string key) =>
        key.StartsWith($"{area.Key}/", StringComparison.Ordinal)
        && key.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)
        && area.IsPassing(key)
        && area.NamedLike(key) is null or { Kind: DocumentKind.Minutes };
}
