using System.Globalization;
using Connector.CalendarSync;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;

namespace Connector.Provisioning;

/// <summary>Sends each action of a plan to the part that knows how to carry it out.</summary>
internal sealed class StepActions
{
    private readonly NextcloudClient _client;
    private readonly ProvisionScope _scope;
    private readonly Dictionary<string, KnownResource> _linked;
    private readonly PeopleSteps _people;
    private readonly TeamSteps? _teams;
    private readonly ShareSteps _shares;
    private readonly TeamFolderSteps _teamFolders;
    private readonly FileSteps _files;
    private readonly MergeSteps _merges;
    private readonly CalendarSteps _calendars;
    private IReadOnlyDictionary<string, Uri>? _addresses;

    public StepActions(NextcloudClient client, LedgerStore ledger, ProvisionScope scope, WorkspacePlan plan)
    {
        _client = client;
        _scope = scope;
        var recipients = new Recipients(scope.Spec.Strategy, scope.Snapshot.Groups);
        _people = new PeopleSteps(client);
        _teams = scope.Spec.Strategy == Strategy.Teams ? new TeamSteps(client, recipients) : null;
        _shares = new ShareSteps(client, recipients);
        _teamFolders = new TeamFolderSteps(client, scope.Known);
        _files = new FileSteps(client);
        _merges = new MergeSteps(client, ledger);
        _calendars = new CalendarSteps(client, recipients, EventText, MeetingCalendar.TimeZone(scope.Source));
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
            PutEvent action => _calendars.Put(step, action, ct),
            ShareFolder or ChangeShare => _shares.Share(step, ct),
            PutDocument action => Put(step, action, ct),
            MergeDocument action => _merges.Merge(action, Compose(step), ct),
            _ => throw new InvalidOperationException($"no way to carry out {step.Action?.GetType().Name}"),
        };

    /// <summary>The steps of a stage in the order in which they have to be done, those together that can be.</summary>
    public IEnumerable<StagePart> Parts(PlanStage stage, IReadOnlyList<PlanStep> steps, WorkspacePlan plan)
    {
        return stage switch
        {
            PlanStage.TeamFolders => TeamFolders(),
            PlanStage.Opening => Opening(),
            PlanStage.Folders => Folders(),
            PlanStage.Calendars => Calendars(),
            PlanStage.Documents => OfNewAreas(steps, new BulkSteps(_client, Compose).Put),
            _ => [new StagePart(steps)],
        };

        StagePart[] TeamFolders()
        {
            var byAction = steps.ToLookup(step => step.Action?.GetType());
            return
            [
                new StagePart([.. byAction[typeof(CreateTeamFolder)]], _teamFolders.CreateAll),
                new StagePart([.. byAction[typeof(ConfigureTeamFolder)]], _teamFolders.ConfigureAll),
                new StagePart([.. byAction[typeof(SetQuota)]], _teamFolders.ConfigureAll),
            ];
        }

        StagePart[] Opening()
        {
            var isShare = steps.ToLookup(step => step.Action is ShareFolder or ChangeShare);
            return
            [
                new StagePart([.. isShare[false]], _teamFolders.ConfigureAll),
                new StagePart([.. isShare[true]], _shares.ShareAll),
            ];
        }

        IEnumerable<StagePart> Folders()
        {
            var isRight = steps.ToLookup(step => step.Action is SetAcl);
            return OfNewAreas([.. isRight[false]], new TreeSteps(_client).Create)
                .Append(new StagePart([.. isRight[true]], new RightsSteps(_client).Set));
        }

        StagePart[] Calendars()
        {
            var isEvent = steps.ToLookup(step => step.Action is PutEvent);
            return
            [
                new StagePart([.. isEvent[false]], _calendars.Prepare),
                new StagePart([.. isEvent[true]]),
            ];
        }

        StagePart[] OfNewAreas(IReadOnlyList<PlanStep> all, Together together)
        {
            var isNew = all.ToLookup(step =>
                step.Action is not RestoreNode
                && plan.NewAreas.Contains(step.AreaKey!)
                && !_teamFolders.IsOthers(step.AreaKey!)
                && !_files.IsOthers(step.AreaKey!)
            );
            return [new StagePart([.. isNew[true]], together), new StagePart([.. isNew[false]])];
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

    /// <summary>What somebody wrote while the document was being replaced gets the new data like all that people wrote.</summary>
    private async Task<StepOutcome> Put(PlanStep step, PutDocument action, CancellationToken ct)
    {
        var made = Compose(step);
        var outcome = await _files.Put(step, action, made, ct);
        return
            outcome.Made is [{ ContentHash: null } theirs]
            && _scope.Known.Find(step.Key) is { BaseHash: { } hash } known
            && known.RemoteId == theirs.RemoteId
            ? await _merges.Merge(
                new MergeDocument(
                    action.Document,
                    theirs.Path!,
                    long.Parse(theirs.RemoteId, CultureInfo.InvariantCulture),
                    hash
                ),
                made,
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

    private string EventText(EventSpec item)
    {
        var group = _scope.Source.Groups.Single(group =>
            WorkspaceKeys.Event(group.Id, item.Series.Id) == item.Key
        );
        return MeetingCalendar.Write(_scope.Source, group, item.Series);
    }
}
