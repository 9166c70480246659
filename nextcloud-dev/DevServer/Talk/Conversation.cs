namespace Connector.DevServer.Talk;

/// <summary>A conversation. Types: 1 one to one, 2 group, 3 public (<c>docs/constants.md</c> of the app).</summary>
internal sealed record Conversation(string Token, int Type, string Name, bool ReadOnly);

/// <summary>Somebody in a conversation. Types: 1 owner, 2 moderator, 3 user.</summary>
internal sealed record Attendee(long Id, string Token, string UserId, int Type);

internal sealed record ChatMessage(
    long Id,
    string Token,
    string UserId,
    long At,
    string Words,
    string ReferenceId
);
