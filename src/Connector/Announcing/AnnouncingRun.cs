using Connector.Domain;
using Connector.Domain.Announcing;
using Connector.Domain.Territories;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Reports;

namespace Connector.Announcing;

/// <summary>
/// Tells a network what there is to tell, each thing once. Looks, notes what is new with its ways, and sends what is due;
/// whatever fails is tried again by a later run.
/// </summary>
internal sealed class AnnouncingRun(
    NextcloudClient client,
    LedgerStore ledger,
    ChannelGround ground,
    TimeProvider time
)
{
    /// <summary>Messages of one run: a mail server's patience has an end, and the next run goes on.</summary>
    private const int Most = 500;

    /// <param name="territory">The territory, whole.</param>
    /// <param name="now">Sends also what waits for the hour of the digest, or for another attempt: somebody asked for it.</param>
    /// <param name="ct">Stops between two messages.</param>
    public async Task<AnnounceReport> SendAsync(Territory territory, bool now, CancellationToken ct)
    {
        var report = new AnnounceReport { Territory = territory.Name };
        if (territory.Announcing.IsSilent)
        {
            return report with { Said = AnnounceReport.Silent };
        }

        var desk = new AnnouncingDesk(client, ledger, time, territory);
        if (await desk.LookAsync(ct) is not { } look)
        {
            return report with { Said = AnnounceReport.NoWorkspace };
        }

        var isFirst = await desk.NoteAsync(look, ct);
        if (isFirst)
        {
            return report with { Said = AnnounceReport.First };
        }

        var due = await desk.DueAsync(look, now, ct);
        report = report with { Waiting = due.Later, Held = due.IsHeld };
        var opener = new ChannelOpener(client, ledger, territory, ground, time);
        foreach (var channel in due.Parcels.GroupBy(parcel => parcel.Channel))
        {
            report = await Send(report, desk, look, channel.Key, [.. channel.Take(Most)], opener, ct);
        }

        return report.Ended();
    }

    private static async Task<AnnounceReport> Send(
        AnnounceReport report,
        AnnouncingDesk desk,
        AnnouncingLook look,
        Channel channel,
        IReadOnlyList<Parcel> parcels,
        ChannelOpener opener,
        CancellationToken ct
    )
    {
        var (sender, reason) = await opener.OpenAsync(channel, ct);
        if (sender is null)
        {
            await desk.PostponeAsync([.. parcels.SelectMany(parcel => parcel.Deliveries)], reason!.Value, ct);
            return report.With(channel, parcels.Count, reason.Value);
        }

        await using (sender)
        {
            for (var i = 0; i < parcels.Count; i++)
            {
                ct.ThrowIfCancellationRequested();
                var outcome = await Send(desk, look, parcels[i], sender, ct);
                report = report.With(channel, parcels[i], outcome);
                if (outcome.StopsChannel)
                {
                    var rest = parcels.Skip(i + 1).SelectMany(parcel => parcel.Deliveries).ToList();
                    await desk.DeferAsync(rest, outcome, ct);
                    return report.With(channel, parcels.Count - i - 1, outcome.Reason!.Value);
                }
            }
        }

        return report;
    }

    private static async Task<SendOutcome> Send(
        AnnouncingDesk desk,
        AnnouncingLook look,
        Parcel parcel,
        IChannelSender sender,
        CancellationToken ct
    )
    {
        var isRepeated = await desk.BeginAsync(parcel, ct);
        var outcome = await sender.SendAsync(
            new OutgoingMessage
            {
                Message = parcel.Message(look.Facts.Territory.Name, look.Facts.Language),
                Fingerprint = parcel.Fingerprint,
                To = look.Facts.Person(parcel.PersonId),
                IsRepeated = isRepeated,
                Language = look.Facts.Language,
            },
            ct
        );
        // How it went is written down even when somebody stops the run now: it has been sent.
        await desk.EndAsync(parcel, outcome, CancellationToken.None);
        return outcome;
    }
}
