using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Connector.DevServer.LoginFlow;

/// <summary>One client waiting for a person to let it in (Login Flow v2). The tokens are 128 letters and digits.</summary>
internal sealed class WaitingClient(string name, DateTimeOffset until)
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>As it names itself in <c>User-Agent</c>.</summary>
    public string Name { get; } = name;

    public DateTimeOffset Until { get; } = until;

    /// <summary>Of the address to open in a browser.</summary>
    public string LoginToken { get; } = RandomNumberGenerator.GetString(Letters, 128);

    /// <summary>Known to the client alone.</summary>
    public string PollToken { get; } = RandomNumberGenerator.GetString(Letters, 128);

    public (string LoginName, string AppPassword)? Granted { get; set; }
}

/// <summary>Clients that wait, for twenty minutes at most; what was granted is told once.</summary>
internal sealed class LoginFlows(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(20);
    private readonly ConcurrentDictionary<string, WaitingClient> _byPollToken = new(StringComparer.Ordinal);

    public WaitingClient Begin(string clientName)
    {
        foreach (var old in _byPollToken.Values.Where(c => c.Until < time.GetUtcNow()))
            _byPollToken.TryRemove(old.PollToken, out _);
        var client = new WaitingClient(clientName, time.GetUtcNow() + Lifetime);
        _byPollToken[client.PollToken] = client;
        return client;
    }

    public WaitingClient? Find(string? loginToken) =>
        _byPollToken.Values.FirstOrDefault(c =>
            c.LoginToken == loginToken && IsAlive(c) && c.Granted is null
        );

    /// <summary>Null until granted, and after it was told.</summary>
    public (string LoginName, string AppPassword)? Poll(string pollToken)
    {
        if (
            !_byPollToken.TryGetValue(pollToken, out var client)
            || !IsAlive(client)
            || client.Granted is null
        )
            return null;
        return _byPollToken.TryRemove(pollToken, out _) ? client.Granted : null;
    }

    private bool IsAlive(WaitingClient client) => client.Until >= time.GetUtcNow();
}
