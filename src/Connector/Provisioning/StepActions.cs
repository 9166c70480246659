using System.Collections.Concurrent;
using System.Globalization;
using Connector.CalendarSync;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;

namespace Connector.Provisioning;

/// <summary>Sends each action of a plan to the part that knows how to carry it out.</summary>
internal sealed partial class StepActions
{
    private readonly NextcloudClient _client;
    private readonly ProvisionScope _scope;
    private readonly Dictionary<string, KnownResource> _linked;
    private readonly PeopleSteps _people;
    private readonly TeamSteps? _teams;
    private readonly ShareSteps _shares;
    private readonly LinkSteps _links;
    private readonly TeamFolderSteps _teamFolders;
    private readonly FileSteps _files;
    private readonly VersionLabels _labels;
    private readonly MergeSteps _merges;
    private readonly CalendarSteps _calendars;
    private readonly EventLinkSteps _eventLinks;
    private readonly EventSteps _events;
    private readonly AddressBookSteps _addressBook;
    private readonly ConcurrentDictionary<string, KnownResource> _made = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, Uri>? _addresses;

    public StepActions(
        NextcloudClient client,
        LedgerStore ledger,
        ProvisionScope scope,
        WorkspacePlan plan,
        TimeProvider time
    )
    {
        _client = client;
        _scope = scope;
        var recipients = new Recipients(scope.Spec.Strategy, scope.Snapshot.Groups);
        _people = new PeopleSteps(client);
        _teams = scope.Spec.Strategy == Strategy.Teams ? new TeamSteps(client, recipients) : null;
        _shares = new ShareSteps(client, recipients);
        _links = new LinkSteps(client, scope.Source, time);
        _teamFolders = new TeamFolderSteps(client, scope.Known);
        _files = new FileSteps(client);
        _labels = new VersionLabels(client);
        _merges = new MergeSteps(client, ledger, _labels);
        _calendars = new CalendarSteps(client.Calendars, recipients, MeetingCalendar.TimeZone(scope.Source));
        _addressBook = new AddressBookSteps(client.AddressBooks, recipients, scope.Known);
        _events = new EventSteps(client, scope, _calendars, NumberOf);
        _eventLinks = new EventLinkSteps(client.Calendars, _events.LineOf, scope.Known);
        _linked = plan
            .Pending.Select(step => step.Action)
            .OfType<Link>()
            .ToDictionary(link => link.Resource.Key, link => link.Resource, StringComparer.Ordinal);
        foreach (var area in scope.Spec.Areas.Select(area => _linked.GetValueOrDefault(area.Key)))
        {
            if (area is not null)
            {
                _teamFolders.Remember(area);
            }
        }
    }

    /// <summary>The calendar objects as this run left them, by calendar URI and name.</summary>
    public IReadOnlyDictionary<(string Uri, string Name), CalendarText> WrittenObjects => _calendars.Written;

    public Task<StepOutcome> Act(PlanStep step, CancellationToken ct) =>
        step.Action switch
        {
            CreateGroup action when _teams is not null => _teams.Create(step, action, ct),
            AddMember action when _teams is not null => _teams.Add(step, action, ct),
            RemoveMember action when _teams is not null => _teams.Remove(step, action, ct),
            CreateGroup action => _people.Create(step, action, ct),
            CreateAccount action => _people.Create(step, action, ct),
            AddMember action => _people.Add(step, action, ct),
            RemoveMember action => _people.Remove(step, action, ct),
            CreateTeamFolder action => _teamFolders.Create(step, action, ct),
            ConfigureTeamFolder or SetQuota => _teamFolders.Configure(step, ct),
            RenameTeamFolder action => _teamFolders.Rename(step, action, ct),
            CreateFolder action => _files.Create(step, action, ct),
            RestoreNode action => new TrashSteps(_client).Restore(action, ct),
            RenameNode action => _files.Rename(step, action, ct),
            SetAcl action => _files.Set(step, action, ct),
            CreateCalendar action => _calendars.Create(step, action, ct),
            ShareCalendar action => _calendars.Share(step, action, ct),
            PublishCalendar action => _calendars.Publish(step, action, ct),
            PutEvent action => _events.Put(step, action, ct),
            MergeEvent action => _events.Merge(step, action, ct),
            CallOffEvent action => _events.CallOff(step, action, ct),
            PutMilestone action => _events.Put(step, action, ct),
            CopyEvent action => _calendars.Copy(
                step,
                action,
                _scope.Copies.TextOf(action.Copy, _calendars.Written),
                _scope.Known.Find(step.Key),
                ct
            ),
            CreateAddressBook or ShareAddressBook or PutCard or RemoveCard => _addressBook.Act(step, ct),
            LinkEvent action => _eventLinks.Link(action, _calendars.Note, ct),
            ShareFolder or ChangeShare => _shares.Share(step, ct),
            EndShare action => _links.End(action, ct),
            PutDocument when LacksAddress(step) => Task.FromResult(StepOutcome.Skipped(NoAddress)),
            PutDocument action => Put(step, action, ct),
            MergeDocument { Document.Kind: DocumentKind.ActionRegister } action => new SheetSteps(
                _client,
                _scope
            ).Change(action, Compose(step), ct),
            MergeDocument action => _merges.Merge(action, Compose(step), ct),
            _ => throw new InvalidOperationException($"no way to carry out {step.Action?.GetType().Name}"),
        };

    /// <summary>What this run made: links lead to it by its number.</summary>
    public void Remember(IEnumerable<KnownResource> made)
    {
        foreach (var resource in made)
        {
            _made[resource.Key] = resource;
        }
    }

    /// <summary>Addresses known before this run and made by it, by the calendar's key.</summary>
    public IReadOnlyDictionary<string, Uri> Addresses()
    {
        var addresses = new Dictionary<string, Uri>(_scope.Addresses, StringComparer.Ordinal);
        foreach (var calendar in _scope.Spec.Areas.Select(area => area.Calendar).OfType<CalendarSpec>())
        {
            var link = _linked.GetValueOrDefault(calendar.Key) ?? _scope.Known.Find(calendar.Key);
            if (_calendars.Published.TryGetValue(link?.RemoteId ?? calendar.Uri, out var address))
            {
                addresses[calendar.Key] = address;
            }
            else if (_linked.TryGetValue(WorkspaceKeys.Public(calendar.Key), out var published))
            {
                addresses[calendar.Key] = new Uri(published.RemoteId);
            }
        }

        return addresses;
    }

    /// <summary>What a run found to be ours: the bytes themselves, where data will be merged into it one day.</summary>
    public KeptBase? BaseOf(PlanStep link)
    {
        var known = ((Link)link.Action!).Resource;
        return known.BaseHash is { } hash
            ? new KeptBase(hash, Compose(link.AreaKey!, _scope.DocumentOf(link.AreaKey!, link.Key)).Bytes)
            : null;
    }

    /// <summary>Whether a document shows a calendar that could not be published.</summary>
    private bool LacksAddress(PlanStep step) =>
        step.Action is PutDocument { Document.CalendarKey: { } calendar }
        && !(_addresses ??= Addresses()).ContainsKey(calendar);

    /// <summary>What somebody wrote while the document was being replaced gets the new data like all that people wrote.</summary>
    private async Task<StepOutcome> Put(PlanStep step, PutDocument action, CancellationToken ct)
    {
        var made = Compose(step);
        var outcome = await _files.Put(step, action, made, ct);
        var known = _scope.Known.Find(step.Key);
        if (
            action.Document.Kind != DocumentKind.ActionRegister
            && outcome.Made is [{ ContentHash: null } theirs]
            && known is { BaseHash: { } hash }
            && known.RemoteId == theirs.RemoteId
        )
        {
            var number = long.Parse(theirs.RemoteId, CultureInfo.InvariantCulture);
            return await _merges.Merge(
                new MergeDocument(action.Document, theirs.Path!, number, hash),
                made,
                ct
            );
        }

        return
            action is { IfMatch: not null, Document.IsMerged: true }
            && outcome.Made is [{ ContentHash: not null }]
            ? await _labels.Put(
                outcome,
                action.Document.Kind == DocumentKind.ActionRegister
                    ? []
                    : await _merges.Moved(known?.BaseHash, made, ct),
                ct
            )
            : outcome;
    }

    private MadeDocument Compose(PlanStep step) =>
        Compose(
            step.AreaKey!,
            step.Action is MergeDocument merge ? merge.Document : ((PutDocument)step.Action!).Document
        );

    private MadeDocument Compose(string areaKey, DocumentSpec document) =>
        _scope.Documents.Compose(_scope.AreaOf(areaKey), document, _addresses ??= Addresses());

    private long? NumberOf(string? key) =>
        key is null
            ? null
            : (
                _made.GetValueOrDefault(key) ?? _linked.GetValueOrDefault(key) ?? _scope.Known.Find(key)
            )?.Number;

    private static readonly Text NoAddress = new(
        "pas essayé : l'agenda n'a pas d'adresse publique",
        "not tried: the calendar has no public address"
    );
}
