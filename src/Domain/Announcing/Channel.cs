namespace Connector.Domain.Announcing;

/// <summary>The ways in which a network speaks.</summary>
public enum ChannelKind
{
    /// <summary>A conversation of Nextcloud Talk.</summary>
    Talk,

    /// <summary>An incoming webhook of Mattermost.</summary>
    Mattermost,

    /// <summary>An incoming webhook of Slack.</summary>
    Slack,

    /// <summary>« courriel »: to each person by SMTP.</summary>
    Email,

    /// <summary>« notifications »: of Nextcloud, to each account.</summary>
    Notifications,
}

/// <summary>One way that is set up: « canaux ». Never the secret itself, only where it is kept.</summary>
public sealed record Channel
{
    /// <summary>Unique in the territory, and never changed: what was sent is known by it.</summary>
    public required string Id { get; init; }

    public required ChannelKind Kind { get; init; }

    /// <summary>The group whose channel it is; null for the network's.</summary>
    public string? GroupId { get; init; }

    /// <summary>Name of the conversation of <see cref="ChannelKind.Talk"/>.</summary>
    public string Conversation { get; init; } = "";

    /// <summary>Address of a webhook, or password of an account; null where neither is needed.</summary>
    public SecretSource? Secret { get; init; }

    /// <summary>Of <see cref="ChannelKind.Email"/> alone.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>Whether one message is read by many; else each person gets their own.</summary>
    public bool IsShared => Kind is ChannelKind.Talk or ChannelKind.Mattermost or ChannelKind.Slack;
}

/// <summary>Where a secret is: a file beside the territory's, or a variable of the environment. One of them.</summary>
public sealed record SecretSource(string? File, string? Variable);

/// <summary>How mail leaves.</summary>
public sealed record MailSettings
{
    public required string Server { get; init; }

    /// <summary>1 to 65535. Default 587; 465 with <see cref="MailSecurity.Tls"/>.</summary>
    public required int Port { get; init; }

    public required MailSecurity Security { get; init; }

    /// <summary>Null: the server asks for no sign-in.</summary>
    public string? Account { get; init; }

    /// <summary>Address of the sender, where people also write to in order to be left in peace.</summary>
    public required string From { get; init; }

    /// <summary>Name of the sender; the territory's by default.</summary>
    public string? Name { get; init; }
}

/// <summary>How the way to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>« starttls », the default: nothing is said before the connection is encrypted.</summary>
    StartTls,

    /// <summary>« tls »: encrypted from the first byte.</summary>
    Tls,

    /// <summary>« aucune »: only to a server on this machine.</summary>
    None,
}
