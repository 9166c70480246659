using Connector.Domain;
using Connector.Domain.Announcing;
using Connector.Domain.Territories;

namespace Connector.Announcing;

/// <summary>One channel, open for one run.</summary>
internal interface IChannelSender : IAsyncDisposable
{
    /// <summary>Sends one message. What fails is told as a value; only the cancellation is thrown.</summary>
    Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken ct);
}

/// <summary>A message on its way.</summary>
internal sealed record OutgoingMessage
{
    public required Message Message { get; init; }

    /// <summary>The same for the same news to the same receiver, whoever sends them again.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Null for a channel that many read.</summary>
    public Person? To { get; init; }

    /// <summary>Whether an earlier attempt may have got through.</summary>
    public bool IsRepeated { get; init; }

    public required Language Language { get; init; }
}

/// <summary>How an attempt went.</summary>
internal enum SendResult
{
    Sent,

    /// <summary>To be tried again.</summary>
    Later,

    /// <summary>Never to be tried again: the receiver will not take it.</summary>
    Refused,
}

/// <param name="Result">How it went.</param>
/// <param name="Reason">Why not, without address or secret; null when it was sent.</param>
internal sealed record SendOutcome(SendResult Result, Text? Reason = null)
{
    public static readonly SendOutcome Sent = new(SendResult.Sent);

    /// <summary>How long the receiver asked to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The next message would fare no better: the channel is left alone for this run.</summary>
    public bool StopsChannel { get; init; }

    /// <summary>The receiver cannot be reached, or is set up wrongly: everything waits.</summary>
    public static SendOutcome Down(Text reason, TimeSpan? retryAfter = null) =>
        new(SendResult.Later, reason) { RetryAfter = retryAfter, StopsChannel = true };

    public static SendOutcome Refused(Text reason) => new(SendResult.Refused, reason);
}
