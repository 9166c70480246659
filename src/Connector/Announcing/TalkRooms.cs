using System.Text.Json;
using Connector.Domain;
using Connector.Domain.Announcing;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;

namespace Connector.Announcing;

/// <summary>
/// The conversations of a territory: made once, known by their token whatever people call them, and never made again when
/// somebody deleted one. Members are put in once and taken out when they leave the group, if it was Connector that put them in:
/// whom people invited stays, and who left by themselves is not fetched back.
/// </summary>
internal sealed class TalkRooms(NextcloudClient client, LedgerStore ledger, Territory territory, string slug)
{
    public static readonly Text Gone = new(
        "La conversation n'est plus là, ou le compte de service n'y est plus. Pour en créer une nouvelle, donnez un autre « id » au canal.",
        "The conversation is gone, or the service account is no longer in it. To make a new one, give the channel another 'id'."
    );

    /// <returns>The token; the reason in its place where there is no conversation.</returns>
    public async Task<(string? Token, Text? Reason)> OpenAsync(Channel channel, CancellationToken ct)
    {
        try
        {
            var known = (await ledger.LoadAsync(slug, ct)).Find(Key(channel));
            if (known is null)
            {
                var capabilities = await client.Server.Capabilities(ct);
                if (!capabilities.HasTalk)
                {
                    return (null, NoTalk);
                }

                known = await Make(channel, ct);
            }

            return known is null ? (null, NotMade) : await Keep(channel, known, ct);
        }
        catch (NextcloudException error)
        {
            return (null, error.Problem.Message);
        }
    }

    private static string Key(Channel channel) => $"talk:{channel.Id}";

    /// <summary>One of our own with that name is taken for it: a lost ledger doubles nothing.</summary>
    private async Task<KnownResource?> Make(Channel channel, CancellationToken ct)
    {
        var name = Name(channel);
        var room =
            (await client.Talk.Rooms(ct)).FirstOrDefault(one => one.IsOwned && one.Name == name)
            ?? await client.Talk.Create(name, ct);
        if (room is null)
        {
            return null;
        }

        var made = new KnownResource
        {
            Key = Key(channel),
            RemoteId = room.Token,
            Path = name,
        };
        await ledger.RememberAsync(slug, [made], [], CancellationToken.None);
        return made;
    }

    private async Task<(string? Token, Text? Reason)> Keep(
        Channel channel,
        KnownResource known,
        CancellationToken ct
    )
    {
        var wanted = Members(channel);
        var ours = Ours(known);
        if (wanted.SetEquals(ours))
        {
            return (known.RemoteId, null);
        }

        if (await client.Talk.Participants(known.RemoteId, ct) is not { } there)
        {
            return (null, Gone);
        }

        foreach (var leaver in ours.Except(wanted, StringComparer.Ordinal).ToList())
        {
            if (there.FirstOrDefault(one => one.UserId == leaver) is { } attendee)
            {
                await client.Talk.Remove(known.RemoteId, attendee.Id, ct);
            }

            ours.Remove(leaver);
        }

        foreach (var newcomer in wanted.Except(ours, StringComparer.Ordinal).ToList())
        {
            // Whom somebody invited before is theirs: not ours to take out one day.
            var isIn = there.Any(one => one.UserId.Equals(newcomer, StringComparison.OrdinalIgnoreCase));
            if (!isIn && await client.Talk.Add(known.RemoteId, newcomer, ct))
            {
                ours.Add(newcomer);
            }
        }

        var kept = known with { ContentHash = JsonSerializer.Serialize(ours.Order(StringComparer.Ordinal)) };
        if (kept.ContentHash != known.ContentHash)
        {
            await ledger.RememberAsync(slug, [kept], [], CancellationToken.None);
        }

        return (known.RemoteId, null);
    }

    private static HashSet<string> Ours(KnownResource known) =>
        known.ContentHash is null
            ? new HashSet<string>(StringComparer.Ordinal)
            : (JsonSerializer.Deserialize<string[]>(known.ContentHash) ?? []).ToHashSet(
                StringComparer.Ordinal
            );

    private HashSet<string> Members(Channel channel) =>
        territory
            .Groups.Where(group => channel.GroupId is null || group.Id == channel.GroupId)
            .SelectMany(group => group.Participations)
            .Select(participation => participation.PersonId)
            .Concat(channel.GroupId is null ? territory.Coordinators : [])
            .ToHashSet(StringComparer.Ordinal);

    private string Name(Channel channel) =>
        channel.Conversation.Length > 0
            ? channel.Conversation
            : territory.Groups.FirstOrDefault(group => group.Id == channel.GroupId)?.Name ?? territory.Name;

    private static readonly Text NoTalk = new(
        "L'application Talk n'est pas installée sur ce Nextcloud.",
        "The app Talk is not installed on this Nextcloud."
    );

    private static readonly Text NotMade = new(
        "Nextcloud n'a pas créé la conversation.",
        "Nextcloud did not make the conversation."
    );
}
