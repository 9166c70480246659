using System.Text.Json.Nodes;
using Connector.DevServer.Accounts;
using Connector.DevServer.Ocs;

namespace Connector.DevServer.Talk;

/// <summary>
/// The app Talk (spreed 17), held to its documentation (<c>docs/conversation.md</c>, <c>participant.md</c>, <c>chat.md</c>):
/// who is not in a conversation is told that there is none.
/// </summary>
internal sealed class TalkEndpoints(TalkStore talk, AccountStore accounts)
{
    public const int LongestMessage = 32_000;
    private const string Rooms = "/apps/spreed/api/v4/room";
    private const string One = Rooms + "/{token}";
    private const string Chat = "/apps/spreed/api/v1/chat/{token}";
    private const int LongestName = 255;
    private static readonly OcsResult NotFound = OcsResult.Fail(404);

    public void Map(WebApplication app)
    {
        OcsDoor.Map(app, "GET", Rooms, OcsAccess.SignedIn, List);
        OcsDoor.Map(app, "POST", Rooms, OcsAccess.SignedIn, Create);
        OcsDoor.Map(
            app,
            "GET",
            One,
            OcsAccess.SignedIn,
            call => Inside(call, (room, me) => OcsResult.Ok(Write(room, me)))
        );
        OcsDoor.Map(app, "DELETE", One, OcsAccess.SignedIn, call => Led(call, room => Drop(room)));
        OcsDoor.Map(app, "GET", One + "/participants", OcsAccess.SignedIn, Participants);
        OcsDoor.Map(
            app,
            "POST",
            One + "/participants",
            OcsAccess.SignedIn,
            call => Led(call, room => Add(call, room))
        );
        OcsDoor.Map(
            app,
            "DELETE",
            One + "/attendees",
            OcsAccess.SignedIn,
            call => Led(call, room => Remove(call, room))
        );
        OcsDoor.Map(app, "GET", Chat, OcsAccess.SignedIn, Messages);
        OcsDoor.Map(app, "POST", Chat, OcsAccess.SignedIn, Say);
    }

    private OcsResult List(OcsCall call) =>
        OcsResult.Ok(
            new JsonArray([
                .. talk.Of(call.User.UserId).Select(room => Write(room, Attendee(room, call.User.UserId)!)),
            ])
        );

    private OcsResult Create(OcsCall call)
    {
        var (type, name) = (call.Number("roomType") ?? 0, call.TextOrEmpty("roomName").Trim());
        if (type is not (2 or 3) || name.Length is 0 or > LongestName)
            return OcsResult.Fail(400);
        var room = talk.Create((int)type, name, call.User.UserId);
        return new OcsResult(201, "OK", Write(room, Attendee(room, call.User.UserId)!));
    }

    private OcsResult Drop(Conversation room)
    {
        talk.Delete(room.Token);
        return OcsResult.Ok();
    }

    private OcsResult Participants(OcsCall call) =>
        Inside(call, (room, _) => OcsResult.Ok(new JsonArray([.. talk.Attendees(room.Token).Select(Write)])));

    private OcsResult Add(OcsCall call, Conversation room)
    {
        if ((call.Text("source") ?? "users") != "users")
            return OcsResult.Fail(400);
        if (accounts.Find(call.TextOrEmpty("newParticipant")) is not { } account)
            return NotFound;
        talk.Add(room.Token, account.Id);
        return OcsResult.Ok(new JsonArray());
    }

    private OcsResult Remove(OcsCall call, Conversation room)
    {
        var attendee = talk.Attendees(room.Token).Find(one => one.Id == call.Number("attendeeId"));
        if (attendee is null)
            return NotFound;
        if (attendee.Type == TalkStore.Owner)
            return OcsResult.Fail(403);
        talk.Remove(attendee.Id);
        return OcsResult.Ok(new JsonArray());
    }

    private OcsResult Messages(OcsCall call) =>
        Inside(
            call,
            (room, _) =>
            {
                var messages = talk.Messages(room.Token, Math.Clamp(call.Number("limit") ?? 100, 1, 200));
                return messages.Count == 0
                    ? OcsResult.Fail(304)
                    : OcsResult.Ok(new JsonArray([.. messages.Select(Write)]));
            }
        );

    private OcsResult Say(OcsCall call) =>
        Inside(
            call,
            (room, _) =>
            {
                var words = call.TextOrEmpty("message");
                if (room.ReadOnly)
                    return OcsResult.Fail(403);
                if (words.Trim().Length == 0)
                    return OcsResult.Fail(400);
                if (words.Length > LongestMessage)
                    return OcsResult.Fail(413);
                var reference = call.TextOrEmpty("referenceId");
                return new OcsResult(
                    201,
                    "OK",
                    Write(talk.Say(room.Token, call.User.UserId, words, reference))
                );
            }
        );

    private OcsResult Inside(OcsCall call, Func<Conversation, Attendee, OcsResult> work) =>
        talk.Find(call.Route("token")) is { } room && Attendee(room, call.User.UserId) is { } me
            ? work(room, me)
            : NotFound;

    private OcsResult Led(OcsCall call, Func<Conversation, OcsResult> work) =>
        Inside(call, (room, me) => me.Type < TalkStore.User ? work(room) : OcsResult.Fail(403));

    private Attendee? Attendee(Conversation room, string userId) =>
        talk.Attendees(room.Token).Find(one => one.UserId.Equals(userId, StringComparison.OrdinalIgnoreCase));

    private static JsonObject Write(Conversation room, Attendee me) =>
        new()
        {
            ["token"] = room.Token,
            ["type"] = room.Type,
            ["name"] = room.Name,
            ["displayName"] = room.Name,
            ["participantType"] = me.Type,
            ["attendeeId"] = me.Id,
            ["actorType"] = "users",
            ["actorId"] = me.UserId,
            ["readOnly"] = room.ReadOnly ? 1 : 0,
        };

    private JsonObject Write(Attendee attendee) =>
        new()
        {
            ["attendeeId"] = attendee.Id,
            ["actorType"] = "users",
            ["actorId"] = attendee.UserId,
            ["displayName"] = accounts.Find(attendee.UserId)?.DisplayName ?? attendee.UserId,
            ["participantType"] = attendee.Type,
            ["lastPing"] = 0,
            ["inCall"] = 0,
            ["sessionIds"] = new JsonArray(),
        };

    private JsonObject Write(ChatMessage message) =>
        new()
        {
            ["id"] = message.Id,
            ["token"] = message.Token,
            ["actorType"] = "users",
            ["actorId"] = message.UserId,
            ["actorDisplayName"] = accounts.Find(message.UserId)?.DisplayName ?? message.UserId,
            ["timestamp"] = message.At,
            ["systemMessage"] = "",
            ["messageType"] = "comment",
            ["isReplyable"] = true,
            ["referenceId"] = message.ReferenceId,
            ["message"] = message.Words,
            ["messageParameters"] = new JsonArray(),
            ["markdown"] = true,
        };
}
