using Connector.Domain;

namespace Connector.Nextcloud;

/// <summary>
/// A surprise on the way to a server or back. Carries a <see cref="Domain.Problem"/> that says which server, what
/// happened and what to do; never the body of an answer, never a secret. Expected outcomes (exists already, parent
/// missing, locked …) are values instead, see <see cref="Dav.DavOutcome"/>.
/// </summary>
internal sealed class NextcloudException(
    NextcloudFault fault,
    Problem problem,
    bool mayHaveActed = false,
    Exception? inner = null
) : Exception(problem.Message.English, inner)
{
    public NextcloudFault Fault { get; } = fault;

    public Problem Problem { get; } = problem;

    /// <summary>
    /// True when the server may have carried the request out before the fault: read back before trying again.
    /// Always false for a request that only reads.
    /// </summary>
    public bool MayHaveActed { get; } = mayHaveActed;

    /// <summary>
    /// Whether the next request would fare no better. What only reads was asked again and again before it gave up: a
    /// gateway with nothing behind it would answer all that is left in the same way.
    /// </summary>
    public bool EndsTheRun =>
        Fault switch
        {
            NextcloudFault.ServerBusy => !MayHaveActed,
            NextcloudFault.Unreachable
            or NextcloudFault.CertificateRefused
            or NextcloudFault.TimedOut
            or NextcloudFault.SignInRefused
            or NextcloudFault.Maintenance
            or NextcloudFault.PasswordConfirmationRequired
            or NextcloudFault.RightMissing
            or NextcloudFault.Throttled => true,
            _ => false,
        };

    /// <summary>How long the server asked to wait, when it did.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>HTTP status of the answer; null when there was none.</summary>
    public int? Status { get; init; }
}
