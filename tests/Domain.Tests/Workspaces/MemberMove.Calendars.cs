using System.Text;
using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

internal sealed partial record MemberMove
{
    private void OnCalendar(ModelServer server)
    {
        if (Pick(server.Calendars, Which) is not { } calendar)
        {
            return;
        }

        var key = server.KeyOf(calendar.Uri, "calendar:");

        switch (Kind)
        {
            case MoveKind.RemoveShare when Pick(calendar.Shares.Keys, How) is { } share:
                calendar.Shares.Remove(share);
                Decide(calendar, share, server.Knows($"{key}/share:{share}"));
                break;
            case MoveKind.Unpublish when calendar.IsPublic:
                calendar.IsPublic = false;
                Decide(calendar, "public", server.Knows($"{key}/public"));
                break;
            case MoveKind.EditEvent when Pick(calendar.Objects.Keys, How) is { } name:
                calendar.Objects[name] = $"\"{server.NextTag()}\"";
                calendar.Persons.Add(name);
                calendar.Tag++;
                break;
            case MoveKind.DeleteEvent when Pick(calendar.Objects.Keys, How) is { } name:
                calendar.Objects.Remove(name);
                Decide(calendar, name, server.KeyOf(name, "event:") is not null);
                calendar.Tag++;
                break;
            case MoveKind.DeleteCalendar:
                server.Calendars.Remove(calendar);
                break;
        }
    }

    /// <summary>What is gone can be known for a decision only where the ledger knew of the thing.</summary>
    private static void Decide(ModelCalendar calendar, string what, bool isKnown)
    {
        if (isKnown)
        {
            calendar.Persons.Add(what);
        }
        else
        {
            calendar.Persons.Remove(what);
        }
    }

    private CalendarSpec? Calendar(WorkspaceSpec spec) =>
        Pick(spec.Areas.Select(area => area.Calendar).OfType<CalendarSpec>(), Which);

    private static void CreateCalendar(ModelServer server, string uri, string name)
    {
        if (!server.Calendars.Any(calendar => calendar.Uri == uri))
        {
            server.Calendars.Add(new ModelCalendar { Uri = uri, Name = name });
        }
    }
}
