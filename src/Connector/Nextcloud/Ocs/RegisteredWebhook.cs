namespace Connector.Nextcloud.Ocs;

/// <summary>A notice that the server sends to another program.</summary>
/// <param name="Event">Class of what happened, such as <c>OCP\Calendar\Events\CalendarObjectUpdatedEvent</c>.</param>
/// <param name="Uri">Where it is sent.</param>
internal sealed record RegisteredWebhook(string Event, string Uri);
