namespace Connector.Nextcloud;

/// <summary>Kinds of surprise; each has its own rule of waiting or reporting.</summary>
internal enum NextcloudFault
{
    /// <summary>No connection, or it broke.</summary>
    Unreachable,

    /// <summary>The TLS certificate is not trusted.</summary>
    CertificateRefused,

    /// <summary>No answer in the time allowed.</summary>
    TimedOut,

    /// <summary>401: the secret was revoked or is wrong. Never repeated: the server would slow the address down.</summary>
    SignInRefused,

    /// <summary>503 with <c>X-Nextcloud-Maintenance-Mode</c>: the run is postponed, nothing has failed.</summary>
    Maintenance,

    /// <summary>502, 503 or 504 that lasted.</summary>
    ServerBusy,

    /// <summary>429 that lasted, or that asks to wait for longer than allowed.</summary>
    Throttled,

    /// <summary>403 "Password confirmation is required", and no real password is configured.</summary>
    PasswordConfirmationRequired,

    /// <summary>The server sends elsewhere: the configured address is not its own.</summary>
    Redirected,

    /// <summary>XML or JSON that cannot be read, or that is not an answer to the question.</summary>
    MalformedAnswer,

    /// <summary>An answer above the size that this client agrees to hold.</summary>
    AnswerTooLarge,

    /// <summary>The server lacks the app or function asked for.</summary>
    NotInstalled,

    /// <summary>The account has not the right.</summary>
    RightMissing,

    /// <summary>A status that the verb does not foresee, such as 500.</summary>
    UnexpectedAnswer,
}
