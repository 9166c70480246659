using Connector.Domain;
using Connector.Domain.Announcing;
using Connector.Reports;

namespace Connector.Announcing;

/// <summary>How sending shows in the report.</summary>
internal static class ReportLines
{
    public static AnnounceReport With(
        this AnnounceReport report,
        Channel channel,
        Parcel parcel,
        SendOutcome outcome
    ) =>
        outcome.Result == SendResult.Sent
            ? report.WithSent(channel.Id)
            : report.WithFailure(
                parcel.PersonId is { } person && outcome.Result == SendResult.Refused
                    ? $"{channel.Id} – {person}"
                    : channel.Id,
                outcome.Reason ?? Text.Same("?")
            );

    /// <summary>Messages that were not even tried.</summary>
    public static AnnounceReport With(this AnnounceReport report, Channel channel, int left, Text reason) =>
        left == 0 ? report : report.WithFailure(channel.Id, reason) with { Waiting = report.Waiting + left };
}
