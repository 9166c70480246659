using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

internal sealed partial class ModelExecutor
{
    private bool HasCalendar(string uri) => server.Calendars.Any(calendar => calendar.Uri == uri);

    private List<KnownResource> Create(PlanStep step, CreateCalendar action)
    {
        Refuse(
            server.Calendars.Any(calendar => calendar.Uri == action.Calendar.Uri),
            $"second calendar {action.Calendar.Uri}"
        );
        server.Calendars.Add(
            new ModelCalendar { Uri = action.Calendar.Uri, Name = action.Calendar.DisplayName }
        );
        return Made(step, action.Calendar.Uri);
    }

    private List<KnownResource> Share(PlanStep step, ShareCalendar action)
    {
        var calendar = Calendar(action.CalendarUri);
        Refuse(calendar.Persons.Contains(action.GroupId), $"share of {calendar.Uri} with {action.GroupId}");
        calendar.Shares[action.GroupId] = action.ReadWrite;
        return Made(step, action.GroupId);
    }

    private List<KnownResource> Publish(PlanStep step, PublishCalendar action)
    {
        var calendar = Calendar(action.CalendarUri);
        Refuse(calendar.Persons.Contains("public"), $"publication of {calendar.Uri}");
        calendar.IsPublic = true;
        return Made(step, calendar.Uri + "?export");
    }

    private List<KnownResource> Put(PlanStep step, PutEvent action)
    {
        var calendar = Calendar(action.CalendarUri);
        var name = action.Event.ObjectName;
        var there = calendar.Objects.GetValueOrDefault(name);
        if (there == action.IfMatch)
        {
            Refuse(calendar.Persons.Contains(name), $"event {name}");
            calendar.Objects[name] = $"\"{action.Event.ContentHash}\"";
            calendar.Tag++;
        }

        return
        [
            Resource(step.Key, name) with
            {
                ETag = calendar.Objects[name],
                ContentHash = there == action.IfMatch ? action.Event.ContentHash : null,
            },
        ];
    }

    /// <summary>A copy of what the group's calendar has now; nobody but Connector has any business in there.</summary>
    private List<KnownResource> Copy(PlanStep step, CopyEvent action)
    {
        var calendar = Calendar(action.CalendarUri);
        var name = action.Copy.ObjectName;
        var group = server.Calendars.Find(item => item.Uri == action.Copy.SourceUri);
        if (group?.Objects.GetValueOrDefault(action.Copy.SourceName) is not { } source)
        {
            return [];
        }

        var isOurs = calendar.Objects.GetValueOrDefault(name) == action.IfMatch;
        if (isOurs)
        {
            calendar.Objects[name] = $"\"{CopyOf(source)}\"";
            calendar.Tag++;
        }

        isOurs |= calendar.Objects[name].Trim('"') == CopyOf(source);

        return
        [
            Resource(step.Key, name) with
            {
                ETag = calendar.Objects[name],
                ContentHash = isOurs ? CopyOf(source) : null,
            },
        ];
    }

    /// <summary>The hash of a copy of an object with this ETag.</summary>
    public static string CopyOf(string? etag) => $"copy of {etag?.Trim('"')}";

    private ModelCalendar Calendar(string uri) => server.Calendars.Single(calendar => calendar.Uri == uri);
}
