using System.Globalization;
using System.Text.RegularExpressions;
using Connector.CalendarSync;
using Connector.Domain.Meetings;
using Connector.Domain.Workspaces;
using Connector.Provisioning;
using Connector.Templates;

namespace Connector.DocumentFlow;

/// <summary>
/// All minutes that Connector made, of past meetings and of the next: by their numbers, wherever people moved them.
/// </summary>
internal sealed partial class MinutesArchive
{
    private readonly KnownWorkspace _known;
    private readonly ComposedTerritory _context;
    private readonly ILookup<string, NodeState> _nodes;

    public MinutesArchive(KnownWorkspace known, WorkspaceSnapshot snapshot, ComposedTerritory context)
    {
        (_known, _context) = (known, context);
        _nodes = snapshot.Nodes.ToLookup(node => $"{node.FileId}", StringComparer.Ordinal);
        Files = [.. context.Spec.Areas.SelectMany(Of).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    public IReadOnlyList<MinutesFile> Files { get; }

    /// <summary>What was put into the minutes, as far as it is known today; the keys are those of the document.</summary>
    public MinutesContent Content(MinutesFile file) =>
        MinutesComposer.Compose(
            _context,
            file.Area,
            DocumentOf(file) with
            {
                Key = file.Key,
                Meeting = MeetingOf(file),
            }
        );

    /// <summary>What the blueprint says today of such minutes.</summary>
    public static DocumentSpec DocumentOf(MinutesFile file) => Form(file.Area)!;

    /// <summary>What minutes of the group are filled from today.</summary>
    public static DocumentTemplate TemplateOf(MinutesFile file) => DocumentTemplates.Of(DocumentOf(file));

    /// <summary>
    /// The meeting that the document was made for, as the ledger remembers it; for one of before it did, what the calendar
    /// has on the day in its name, and that day alone where it has nothing.
    /// </summary>
    private MeetingOccurrence MeetingOf(MinutesFile file)
    {
        var born = MeetingMemory
            .Recall(_known, file.Group.Id)
            .Where(record => file.Key.Contains($"{record.Born.Date:yyyy-MM-dd}", StringComparison.Ordinal))
            .OrderByDescending(record => file.Key.Contains(record.Born.Title, StringComparison.Ordinal))
            .FirstOrDefault();
        if (born is not null)
        {
            return born.Last;
        }

        var day = DayOf(file) ?? _context.Today;
        return _context.Calendars.Between(file.Group.Id, day, day.AddDays(1)) is [var only, ..]
            ? only
            : new MeetingOccurrence
            {
                GroupId = file.Group.Id,
                Uid = file.Key,
                OriginalStart = day.ToDateTime(TimeOnly.MinValue),
                Start = day.ToDateTime(TimeOnly.MinValue),
                End = day.ToDateTime(TimeOnly.MinValue),
                Title = file.Group.Name,
            };
    }

    private static DateOnly? DayOf(MinutesFile file) =>
        DateOnly.TryParseExact(
            DayInName.Matches(file.Key).LastOrDefault()?.Value,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}", RegexOptions.CultureInvariant)]
    private static partial Regex DayInName { get; }

    private static DocumentSpec? Form(AreaSpec area) =>
        area.MeetingForms.FirstOrDefault(document => document.Kind == DocumentKind.Minutes);

    private IEnumerable<MinutesFile> Of(AreaSpec area)
    {
        if (_context.Group(area) is not { } group || Form(area) is null)
        {
            return [];
        }

        return _known
            .Resources.Values.Where(known => IsMinutes(area, known.Key))
            .Select(known => (known.Key, Node: _nodes[known.RemoteId].FirstOrDefault()))
            .Where(pair => pair.Node is { IsFolder: false })
            .Select(pair => new MinutesFile(pair.Key, pair.Node!.Path, group, area));
    }

    /// <summary>
    /// A .docx of the area whose name, or that of a folder above it, is given anew for each meeting, and that is not named
    /// as another document of the blueprint: agendas stand in the same folders.
    /// </summary>
    private static bool IsMinutes(AreaSpec area, string key) =>
        key.StartsWith($"{area.Key}/", StringComparison.Ordinal)
        && key.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)
        && area.IsPassing(key)
        && area.NamedLike(key) is null or { Kind: DocumentKind.Minutes };
}
