using System.Globalization;
using System.Text.Json;
using Connector.Domain;
using Connector.Nextcloud.Ocs;

namespace Connector.Nextcloud.Talk;

/// <summary>A conversation that the account is in; <see cref="IsOwned"/>: which it made.</summary>
internal sealed record Conversation(string Token, string Name, bool IsOwned);

/// <summary>An account in a conversation; <see cref="Id"/> is the attendee's own.</summary>
internal sealed record Attendee(long Id, string UserId);

/// <summary>What became of a message.</summary>
internal enum TalkResult
{
    Said,

    /// <summary>The conversation is gone, or the account is no longer in it.</summary>
    Gone,

    /// <summary>It is only read, or its lobby is closed.</summary>
    Closed,

    TooLong,

    Refused,
}

/// <summary>Conversations of the app Talk, as the service account takes part in them.</summary>
internal sealed class TalkClient(OcsTransport ocs)
{
    private const string App = "spreed";
    private const string GroupConversation = "2";
    private const int Owner = 1;
    private const int MessagesRead = 100;

    private static readonly Text Talking = new("tenir des conversations", "keep conversations");

    /// <summary>All conversations that the account is in.</summary>
    public async Task<IReadOnlyList<Conversation>> Rooms(CancellationToken ct) =>
        [
            .. ((JsonElement?)await ocs.Data(ocs.Talk.Rooms(ct), App, Talking, ct))
                .Members()
                .Select(room => Read(room.Value))
                .OfType<Conversation>(),
        ];

    /// <summary>
    /// Makes a conversation. A fault on the way is settled by reading: the server would make a second one of that name.
    /// </summary>
    /// <returns>Null when the server made none.</returns>
    public async Task<Conversation?> Create(string name, CancellationToken ct)
    {
        try
        {
            var form = new Dictionary<string, string>
            {
                ["roomType"] = GroupConversation,
                ["roomName"] = name,
            };
            var answer = await ocs.Read(ocs.Talk.Create(form, ct), ct);
            if (answer.IsDone)
            {
                return Read(answer.Data);
            }

            if (!answer.IsBroken)
            {
                throw ocs.Refused(answer, App, Talking);
            }
        }
        catch (NextcloudException e) when (e.MayHaveActed && e.Fault != NextcloudFault.RightMissing)
        {
            // What follows tells whether it got through.
        }

        return (await Rooms(ct)).FirstOrDefault(room => room.IsOwned && room.Name == name);
    }

    /// <summary>The accounts in a conversation; null when it is gone.</summary>
    public async Task<IReadOnlyList<Attendee>?> Participants(string token, CancellationToken ct)
    {
        var answer = await ocs.Read(ocs.Talk.Participants(token, ct), ct);
        if (answer.IsMissing)
        {
            return null;
        }

        return answer.IsDone
            ?
            [
                .. ((JsonElement?)answer.Data)
                    .Members()
                    .Where(one => one.Value.Text("actorType") == "users")
                    .Select(one => new Attendee(
                        one.Value.Number("attendeeId") ?? 0,
                        one.Value.Text("actorId") ?? ""
                    )),
            ]
            : throw ocs.Refused(answer, App, Talking);
    }

    /// <summary>Puts an account into a conversation; false when there is no such account.</summary>
    public async Task<bool> Add(string token, string userId, CancellationToken ct)
    {
        var form = new Dictionary<string, string> { ["newParticipant"] = userId, ["source"] = "users" };
        var answer = await ocs.Read(ocs.Talk.Add(token, form, ct), ct);
        return answer.IsDone || (answer.IsMissing ? false : throw ocs.Refused(answer, App, Talking));
    }

    /// <summary>Takes somebody out of a conversation. Done also when they were not in it.</summary>
    public async Task Remove(string token, long attendeeId, CancellationToken ct)
    {
        var answer = await ocs.Read(ocs.Talk.Remove(token, attendeeId, ct), ct);
        if (!answer.IsDone && !answer.IsMissing && !answer.IsForbidden)
        {
            throw ocs.Refused(answer, App, Talking);
        }
    }

    /// <param name="token">Of the conversation.</param>
    /// <param name="words">Markdown.</param>
    /// <param name="reference">64 hexadecimal digits under which <see cref="Has"/> finds it again.</param>
    /// <param name="ct">Stops.</param>
    public async Task<TalkResult> Say(string token, string words, string reference, CancellationToken ct)
    {
        try
        {
            var form = new Dictionary<string, string> { ["message"] = words, ["referenceId"] = reference };
            var answer = await ocs.Read(ocs.Talk.Say(token, form, ct), ct);
            return answer switch
            {
                { IsDone: true } => TalkResult.Said,
                { IsMissing: true } => TalkResult.Gone,
                { IsForbidden: true } or { Code: 412 } => TalkResult.Closed,
                { Code: 413 } => TalkResult.TooLong,
                { Code: 400 } => TalkResult.Refused,
                _ => throw ocs.Refused(answer, App, Talking),
            };
        }
        catch (NextcloudException e) when (e.MayHaveActed)
        {
            if (await Has(token, reference, ct))
            {
                return TalkResult.Said;
            }

            throw;
        }
    }

    /// <summary>Whether one of the latest messages is the one of that reference.</summary>
    public async Task<bool> Has(string token, string reference, CancellationToken ct)
    {
        var answer = await ocs.Read(ocs.Talk.Messages(token, MessagesRead, ct), ct);
        return answer.IsDone
            && ((JsonElement?)answer.Data).Members().Any(one => one.Value.Text("referenceId") == reference);
    }

    /// <summary>Sample: <c>{"token":"k3tfhd2s","type":2,"name":"Réseau","participantType":1,…}</c></summary>
    private static Conversation? Read(JsonElement room) =>
        room.Text("token") is { } token
            ? new Conversation(
                token,
                room.Text("name") ?? "",
                room.Number("participantType") is Owner
                    && room.Number("type")?.ToString(CultureInfo.InvariantCulture) == GroupConversation
            )
            : null;
}
