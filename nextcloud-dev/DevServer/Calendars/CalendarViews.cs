using Connector.DevServer.Accounts;
using Connector.DevServer.Dav;

namespace Connector.DevServer.Calendars;

/// <summary>Which calendars an account sees in its home, and under which address.</summary>
internal sealed class CalendarViews(CalendarStore store)
{
    /// <summary>Its own, then those shared with it as <c>{uri}_shared_by_{owner}</c>.</summary>
    public IReadOnlyList<CalendarView> Of(SignIn user) =>
        [
            .. store
                .OfOwner(user.UserId)
                .Select(calendar => new CalendarView(calendar, calendar.Uri, true, false)),
            .. store
                .SharedWith(user.UserId, user.Groups)
                .Select(shared => new CalendarView(
                    shared.Calendar,
                    $"{shared.Calendar.Uri}_shared_by_{shared.Calendar.Owner}",
                    false,
                    !shared.ReadWrite
                )),
        ];

    /// <exception cref="DavException">404.</exception>
    public CalendarView Find(CalendarRequest request) =>
        TryFind(request)
        ?? throw DavException.NotFound($"Node with name '{request.CalendarUri}' could not be found");

    public CalendarView? TryFind(CalendarRequest request) =>
        Of(request.User).FirstOrDefault(view => view.Uri == request.CalendarUri);
}
