using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Connector.DevServer.Accounts;

/// <summary>
/// One browser's or client's session. <see cref="AppPassword"/> is the hash it was opened with, null for the real
/// password. <see cref="DavUser"/> is set once a DAV request has signed in with Basic.
/// </summary>
internal sealed class SignInSession(string key)
{
    public string Key { get; } = key;

    public string? UserId { get; set; }

    public string? AppPassword { get; set; }

    public string? DavUser { get; set; }

    /// <summary>The login flow that this browser is in the middle of, and its form's secret.</summary>
    public string? FlowToken { get; set; }

    /// <summary>What an OAuth2 client wants to hear again.</summary>
    public string? OAuthState { get; set; }

    public string FormToken { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);
}

/// <summary>Sessions live in memory: a restart signs everyone out.</summary>
internal sealed class SignInSessions
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<string, SignInSession> _sessions = new(StringComparer.Ordinal);

    public SignInSession? Find(string? key) =>
        key is not null && _sessions.TryGetValue(key, out var s) ? s : null;

    public SignInSession Open()
    {
        if (_sessions.Count >= Most)
            _sessions.Clear();
        var session = new SignInSession(RandomNumberGenerator.GetHexString(32, lowercase: true));
        _sessions[session.Key] = session;
        return session;
    }

    public void Close(SignInSession session) => _sessions.TryRemove(session.Key, out _);
}
