namespace Connector.Nextcloud.Dav;

/// <summary>What became of a request that changes something; each is an outcome that a caller can foresee.</summary>
internal enum DavResult
{
    /// <summary>201: it is new.</summary>
    Created,

    /// <summary>200, 204 or 207: what existed was changed.</summary>
    Updated,

    /// <summary>It is there already: MKCOL 405, COPY and MOVE 412. Read back and adopt.</summary>
    AlreadyExists,

    /// <summary>409 (or PUT 404): the folder above is missing.</summary>
    ParentMissing,

    /// <summary>412: it changed since it was read, or exists although it should not.</summary>
    PreconditionFailed,

    /// <summary>423: somebody has it open, or a parallel request holds it. Wait for the next run.</summary>
    Locked,

    /// <summary>403: no right, or the calendar limit.</summary>
    Forbidden,

    /// <summary>404: what the request is about does not exist.</summary>
    NotFound,

    /// <summary>507: the quota is exhausted.</summary>
    QuotaExceeded,

    /// <summary>400: a name or a body that the server refuses.</summary>
    NameRefused,

    /// <summary>413: too large for this server.</summary>
    TooLarge,

    /// <summary>415: the server cannot read the body, such as invalid iCalendar.</summary>
    UnsupportedContent,

    /// <summary>The calendar has an object with this UID under another name.</summary>
    UidConflict,

    /// <summary>429 on creating calendars: no more than 10 an hour.</summary>
    RateLimited,

    /// <summary>Answered as done, but not there when read back.</summary>
    NotApplied,
}
