using Connector.CalendarSync;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;

namespace Connector.Provisioning;

/// <summary>Sends each action of a plan to the part that knows how to carry it out.</summary>
internal sealed class StepActions
{
    private readonly ProvisionScope _scope;
    private readonly Dictionary<string, KnownResource> _linked;
    private readonly PeopleSteps _people;
    private readonly TeamFolderSteps _teamFolders;
    private readonly FileSteps _files;
    private readonly CalendarSteps _calendars;

    public StepActions(NextcloudClient client, ProvisionScope scope, WorkspacePlan plan)
    {
        _scope = scope;
        _people = new PeopleSteps(client);
        _teamFolders = new TeamFolderSteps(client, scope.Known);
        _files = new FileSteps(client);
        _calendars = new CalendarSteps(client, EventText, MeetingCalendar.TimeZone(scope.Source));
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
            CreateGroup action => _people.Create(step, action, ct),
            CreateAccount action => _people.Create(step, action, ct),
            AddMember action => _people.Add(action, ct),
            CreateTeamFolder action => _teamFolders.Create(step, action, ct),
            ConfigureTeamFolder action => _teamFolders.Configure(action, ct),
            CreateFolder action => _files.Create(step, action, ct),
            SetAcl action => _files.Set(step, action, ct),
            CreateCalendar action => _calendars.Create(step, action, ct),
            ShareCalendar action => _calendars.Share(step, action, ct),
            PublishCalendar action => _calendars.Publish(step, action, ct),
            PutEvent action => _calendars.Put(step, action, ct),
            PutDocument action => Put(step, action, ct),
            _ => throw new InvalidOperationException($"no way to carry out {step.Action?.GetType().Name}"),
        };

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

    private Task<StepOutcome> Put(PlanStep step, PutDocument action, CancellationToken ct)
    {
        var area = _scope.AreaOf(step.AreaKey!);
        return _files.Put(step, action, _scope.Documents.Compose(area, action.Document, Addresses()), ct);
    }

    private string EventText(EventSpec item)
    {
        var group = _scope.Source.Groups.Single(group =>
            WorkspaceKeys.Event(group.Id, item.Series.Id) == item.Key
        );
        return MeetingCalendar.Write(_scope.Source, group, item.Series);
    }
}
