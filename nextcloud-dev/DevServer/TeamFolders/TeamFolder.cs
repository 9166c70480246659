namespace Connector.DevServer.TeamFolders;

/// <summary>Who may set advanced rights, or whom a rule concerns. <see cref="Type"/>: <c>user</c> or <c>group</c>.</summary>
internal readonly record struct Mapping(string Type, string Id);

/// <summary>A team folder. Two can have the same name.</summary>
internal sealed record TeamFolder
{
    public const long Unlimited = -3;

    public required long Id { get; init; }

    public required string MountPoint { get; init; }

    /// <summary>Bytes, or <see cref="Unlimited"/>.</summary>
    public required long Quota { get; init; }

    public required bool Acl { get; init; }

    public required long RootId { get; init; }

    /// <summary>Group id and what its members may do; a group need not exist.</summary>
    public required IReadOnlyList<(string GroupId, int Permissions)> Groups { get; init; }

    public required IReadOnlyList<Mapping> Managers { get; init; }
}
