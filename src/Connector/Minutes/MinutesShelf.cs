using Connector.CalendarSync;
using Connector.DocumentFlow;
using Connector.Domain;
using Connector.Domain.Documents;
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
internal sealed class MinutesShelf
{
    private readonly ComposedTerritory _context;
    private readonly TemplateMemory _templates;
    private readonly MinutesArchive _archive;

    private MinutesShelf(ProvisionScope scope, TemplateMemory templates, ComposedTerritory context)
    {
        (_templates, _context) = (templates, context);
        _archive = new MinutesArchive(scope.Known, scope.Snapshot, context);
    }

    public DateOnly Today => _context.Today;

    /// <summary>All actions as they hold, with what was written since the last run.</summary>
    public ActionBoard Board => _context.Board;

    public IReadOnlyList<MinutesFile> Files => _archive.Files;

    /// <summary>Its name.</summary>
    public string Territory => _context.Territory.Name;

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
        var builder = new ScopeBuilder(client, ledger, time) { Actions = true };
        return Of(await builder.BuildAsync(territory, blueprints, ct), ledger, territory);
    }

    /// <summary>The same from a look that was taken already, and that listened to actions.</summary>
    public static MinutesShelf Of(ProvisionScope scope, LedgerStore ledger, Territory territory)
    {
        var context = new ComposedTerritory(scope.Spec, territory, scope.Today)
        {
            Calendars = scope.Calendars,
            Board = scope.Board,
        };
        return new MinutesShelf(scope, new TemplateMemory(scope.Known, ledger), context);
    }

    /// <summary>By identifier or name; null when no group is called so.</summary>
    public WorkingGroup? Find(string who) =>
        Groups.FirstOrDefault(group => group.Id == who)
        ?? Groups.FirstOrDefault(group => Folded.Key(group.Name) == Folded.Key(who));

    /// <inheritdoc cref="MinutesArchive.Content"/>
    public MinutesContent Content(MinutesFile file) => _archive.Content(file);

    /// <summary>What these minutes were last filled from.</summary>
    public Task<DocumentTemplate> TemplateOf(MinutesFile file, CancellationToken ct) =>
        _templates.OfAsync(file.Key, MinutesArchive.DocumentOf(file), ct);

    /// <summary>The group's next meeting after a day, in words; null when none is planned.</summary>
    public MinutesNextMeeting? After(MinutesFile file, DateOnly day)
    {
        var next = _context.Calendars.Of(file.Group.Id).Next(day.AddDays(1));
        return next is null ? null : new MinutesNextMeeting(next.Start, next.End, next.Title, next.Place);
    }
}
