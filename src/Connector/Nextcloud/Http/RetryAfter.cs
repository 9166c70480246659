namespace Connector.Nextcloud.Http;

/// <summary>Reads <c>Retry-After</c> (RFC 9110, 10.2.3): seconds or a date.</summary>
internal static class RetryAfter
{
    /// <summary>
    /// The wait asked for, never negative; null without the header. A date is measured against the answer's own
    /// <c>Date</c> when it has one, so that a server whose clock is an hour off does not make us wait for an hour.
    /// </summary>
    public static TimeSpan? Of(HttpResponseMessage answer, DateTimeOffset now)
    {
        if (answer.Headers.RetryAfter is not { } header)
            return null;
        var wait = header.Delta ?? header.Date - (answer.Headers.Date ?? now);
        return wait is { } w && w > TimeSpan.Zero ? w : TimeSpan.Zero;
    }
}
