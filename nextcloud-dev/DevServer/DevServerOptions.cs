namespace Connector.DevServer;

/// <summary>How to start a <see cref="DevServerHost"/>.</summary>
public sealed record DevServerOptions
{
    /// <summary>Where files and metadata live; made when missing. What is there already is kept.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>TCP port on loopback; 0 (default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The first account, member of the group <c>admin</c>. Default <c>admin</c>.</summary>
    public string AdminUser { get; init; } = "admin";

    /// <summary>Its password. Given again on a directory that exists, it replaces the old one.</summary>
    public required string AdminPassword { get; init; }

    /// <summary>Shown as the product name of the instance.</summary>
    public string InstanceName { get; init; } = "Nextcloud";

    /// <summary>Names refused beyond those that 27 refuses. Default none, as on 27.</summary>
    public ForbiddenNames Forbidden { get; init; } = new();

    /// <summary>Whether the app Teams (circles) is on. Default yes, as on 27.</summary>
    public bool Teams { get; init; } = true;

    /// <summary>Whether the app Activity is on. Default yes, as on 27.</summary>
    public bool Activity { get; init; } = true;

    /// <summary>Whether the app Talk (spreed) is on. Default no: it comes from the app store.</summary>
    public bool Talk { get; init; }

    /// <summary>Whether the app Notifications is on. Default no.</summary>
    public bool Notifications { get; init; }

    /// <summary>
    /// <c>activity_use_cached_mountpoints</c> of <c>config.php</c>: whether what somebody does in a team folder is told to
    /// the others in it. Default no, as on 27.
    /// </summary>
    public bool ActivityInTeamFolders { get; init; }

    /// <summary>
    /// Turns a .docx into a media type, as Nextcloud Office does on 31 and later. Default null: this server, like 27,
    /// converts nothing.
    /// </summary>
    public Func<byte[], string, byte[]>? Convert { get; init; }

    /// <summary>
    /// Accounts that OAuth2 lets in without asking where the client names one (<c>login_hint</c>): the people of a demo. Default
    /// none, as on 27.
    /// </summary>
    public IReadOnlyCollection<string> Guests { get; init; } = [];

    /// <summary>Source of every date the server writes.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Without the password.</summary>
    public override string ToString() => $"{AdminUser} in {DataDirectory}";
}
