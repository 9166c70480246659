namespace Connector.Nextcloud.Login;

/// <summary>A sign-in that waits for a person's consent in a browser. Valid for 20 minutes.</summary>
internal sealed record LoginAttempt
{
    public required Uri Server { get; init; }

    /// <summary>What the person opens, on the configured server's origin.</summary>
    public required Uri LoginUrl { get; init; }

    /// <summary>The same as the server wrote it: differs when the server does not know its own address.</summary>
    public required Uri ReportedLoginUrl { get; init; }

    internal required Uri PollUrl { get; init; }

    internal required string Token { get; init; }

    public bool ServerKnowsItsAddress => ServerAddress.Agrees(Server, ReportedLoginUrl);

    /// <summary>Without the token, which is worth an app password.</summary>
    public override string ToString() => $"LoginAttempt on {Server}";
}
