using Connector.Domain;
using Connector.Domain.Announcing;
using Connector.Domain.Territories;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Reports;

namespace Connector.Announcing;

/// <summary>Looking before sending: what would leave, to oneself first, and a single channel with a word of greeting.</summary>
internal sealed class AnnouncingTrial(
    NextcloudClient client,
    LedgerStore ledger,
    ChannelGround ground,
    TimeProvider time
)
{
    /// <summary>Sends all that is to be told to one person, as each channel would get it, and notes nothing.</summary>
    public async Task<AnnounceReport> ToMeAsync(Territory territory, string who, CancellationToken ct)
    {
        var report = new AnnounceReport { Territory = territory.Name };
        if (territory.Announcing.IsSilent)
        {
            return report with { Said = AnnounceReport.Silent };
        }

        if (Find(territory, who) is not { } me)
        {
            return report.Stopped(UnknownPerson(who));
        }

        var board = await AnnouncementBoard.ReadAsync(client, ledger, time, territory, ct);
        if (OwnChannel(territory, me) is not { } channel)
        {
            return report.Stopped(NoWay(me));
        }

        var desk = new AnnouncingDesk(client, ledger, time, territory);
        var look = await desk.LookAsync(ct);
        var deliveries = look is null || !board.HasBegun ? [] : await All(desk, look, ct);
        // What many would get is one message here.
        var parcels = Parcel.Of(deliveries).DistinctBy(parcel => parcel.Contents).ToList();
        return await SendAll(report, territory, me, channel, parcels, ct);
    }

    /// <summary>Sends a greeting through one channel.</summary>
    /// <param name="territory">The territory.</param>
    /// <param name="id">Of the channel.</param>
    /// <param name="who">To whom, for mail and notifications; null for the first coordinator.</param>
    /// <param name="ct">Stops.</param>
    public async Task<AnnounceReport> TestAsync(
        Territory territory,
        string id,
        string? who,
        CancellationToken ct
    )
    {
        var report = new AnnounceReport { Territory = territory.Name };
        if (territory.Announcing.Find(id) is not { } channel)
        {
            return report.Stopped(UnknownChannel(id, territory.Announcing));
        }

        var me = channel.IsShared ? null : Find(territory, who ?? territory.Coordinators[0]);
        if (!channel.IsShared && me is null)
        {
            return report.Stopped(UnknownPerson(who ?? territory.Coordinators[0]));
        }

        var message = new Message(
            Greeting.In(territory.Language),
            [
                new AnnouncementText(
                    Greeting.In(territory.Language),
                    [
                        TextLine.Say(
                            new Text(
                                $"Le réseau {territory.Name} peut annoncer ici ses rencontres et ses comptes rendus.",
                                $"The network {territory.Name} can announce its meetings and minutes here."
                            ).In(territory.Language)
                        ),
                    ]
                ),
            ]
        );
        return (await Send(report, territory, channel, me, [message], ct)) is var sent && sent.Messages == 1
            ? sent with
            {
                Said = Arrived(channel),
            }
            : sent.Ended();
    }

    private static async Task<IReadOnlyList<Delivery>> All(
        AnnouncingDesk desk,
        AnnouncingLook look,
        CancellationToken ct
    )
    {
        var waiting = (await desk.WaitingAsync(look, ct)).Select(pair => pair.Delivery).OfType<Delivery>();
        var fresh = await desk.NewAsync(look, ct);
        return
        [
            .. waiting,
            .. fresh.SelectMany(one => Routing.Of(one, look.Facts.Territory, look.Facts.Rules)),
        ];
    }

    private async Task<AnnounceReport> SendAll(
        AnnounceReport report,
        Territory territory,
        Person me,
        Channel channel,
        List<Parcel> parcels,
        CancellationToken ct
    )
    {
        var messages = parcels
            .Select(parcel => parcel.Message(territory.Name, territory.Language))
            .Select(message => message with { Subject = $"[Essai] {message.Subject}" })
            .ToList();
        var sent = await Send(report, territory, channel, me, messages, ct);
        return sent.Ended() with { Said = ToMe(sent.Messages, me) };
    }

    private async Task<AnnounceReport> Send(
        AnnounceReport report,
        Territory territory,
        Channel channel,
        Person? me,
        IReadOnlyList<Message> messages,
        CancellationToken ct
    )
    {
        if (messages.Count == 0)
        {
            return report;
        }

        var opener = new ChannelOpener(client, ledger, territory, ground, time);
        var (sender, reason) = await opener.OpenAsync(channel, ct);
        if (sender is null)
        {
            return report.WithFailure(channel.Id, reason!.Value);
        }

        await using (sender)
        {
            foreach (var message in messages)
            {
                var outcome = await sender.SendAsync(
                    new OutgoingMessage
                    {
                        Message = message,
                        // A trial is a new message each time.
                        Fingerprint = Delivery.Fingerprint([message.Subject, time.GetUtcNow().ToString("O")]),
                        To = me,
                        Language = territory.Language,
                    },
                    ct
                );
                report =
                    outcome.Result == SendResult.Sent
                        ? report.WithSent(channel.Id)
                        : report.WithFailure(channel.Id, outcome.Reason!.Value);
            }
        }

        return report;
    }

    private static Person? Find(Territory territory, string who) =>
        territory.People.FirstOrDefault(person => person.Id == who)
        ?? territory.People.FirstOrDefault(person =>
            person.Email is { Length: > 0 } email && email.Equals(who, StringComparison.OrdinalIgnoreCase)
        );

    private static Channel? OwnChannel(Territory territory, Person me) =>
        territory
            .Announcing.Channels.Where(channel => !channel.IsShared)
            .OrderBy(channel => channel.Kind)
            .FirstOrDefault(channel => channel.Kind != ChannelKind.Email || me.Email is { Length: > 0 });

    private static Problem UnknownPerson(string who) =>
        new()
        {
            Code = "unknown-person",
            Message = new Text(
                $"« {who} » n'est pas une personne de ce territoire.",
                $"'{who}' is not a person of this territory."
            ),
            Remedy = new Text(
                "Écrivez son identifiant ou son adresse, comme dans l'annuaire.",
                "Write their identifier or address as in the directory."
            ),
        };

    private static Problem NoWay(Person me) =>
        new()
        {
            Code = "no-own-channel",
            Message = new Text(
                $"Aucun canal ne mène à {me.Name} seul.",
                $"No channel leads to {me.Name} alone."
            ),
            Remedy = new Text(
                "Réglez un canal « courriel » ou « notifications ».",
                "Set up a channel 'courriel' or 'notifications'."
            ),
        };

    private static Problem UnknownChannel(string id, AnnouncingRules rules)
    {
        var known = string.Join(", ", rules.Channels.Select(channel => channel.Id));
        return new Problem
        {
            Code = "unknown-channel",
            Message = new Text($"« {id} » n'est pas un canal.", $"'{id}' is not a channel."),
            Remedy =
                known.Length == 0
                    ? AnnounceReport.Silent
                    : new Text($"Écrivez l'un de : {known}.", $"Write one of: {known}."),
        };
    }

    private static Text Arrived(Channel channel) =>
        new(
            $"« {channel.Id} » fonctionne : un message d'essai y est.",
            $"'{channel.Id}' works: a trial message is there."
        );

    private static Text ToMe(int count, Person me) =>
        count switch
        {
            0 => new Text(
                "Il n'y a rien à annoncer pour l'instant.",
                "There is nothing to announce at the moment."
            ),
            1 => new Text($"1 message envoyé à {me.Name} seul.", $"1 message sent to {me.Name} alone."),
            _ => new Text(
                $"{count} messages envoyés à {me.Name} seul.",
                $"{count} messages sent to {me.Name} alone."
            ),
        };

    private static readonly Text Greeting = new(
        "Connector est relié à ce canal",
        "Connector is linked to this channel"
    );
}
