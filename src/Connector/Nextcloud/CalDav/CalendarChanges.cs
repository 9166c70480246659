namespace Connector.Nextcloud.CalDav;

/// <summary>What a server says changed in a calendar since a token.</summary>
/// <param name="Changed">New or changed objects, with their texts where the server gave them along.</param>
/// <param name="Missing">
/// Names that it calls gone. One that was deleted and put back since the token is among them and yet there (seen on
/// Nextcloud 27): each is to be asked for again before anything is concluded.
/// </param>
/// <param name="Token">Where the next question begins.</param>
internal sealed record CalendarChanges(
    IReadOnlyList<CalendarObject> Changed,
    IReadOnlyList<string> Missing,
    string Token
);
