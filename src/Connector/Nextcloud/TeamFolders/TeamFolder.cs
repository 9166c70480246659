using System.Text.Json;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.Ocs;

namespace Connector.Nextcloud.TeamFolders;

/// <summary>Who may set advanced rights in a team folder. <see cref="Type"/> is <c>group</c> or <c>user</c>.</summary>
internal readonly record struct TeamFolderManager(string Type, string Id);

/// <summary>A team folder as the app lists it. Two can have the same name: the number tells them apart.</summary>
internal sealed record TeamFolder
{
    /// <summary>No limit, as <see cref="Quota"/>.</summary>
    public const long Unlimited = -3;

    public required long Id { get; init; }

    /// <summary>The name that its members see in their files.</summary>
    public required string MountPoint { get; init; }

    /// <summary>Groups (and teams) that see it, each with its rights.</summary>
    public required IReadOnlyDictionary<string, Rights> Groups { get; init; }

    /// <summary>Bytes; <see cref="Unlimited"/> for none.</summary>
    public required long Quota { get; init; }

    /// <summary>Bytes in use.</summary>
    public long Size { get; init; }

    /// <summary>Whether advanced rights (ACL) are on.</summary>
    public required bool AclEnabled { get; init; }

    public required IReadOnlyList<TeamFolderManager> Managers { get; init; }

    /// <summary>Null when the JSON is not a folder. Older versions give <c>"groups":{"g":31}</c>, newer ones
    /// <c>"groups":{"g":{"permissions":31,…}}</c>; no group at all is <c>[]</c>.</summary>
    internal static TeamFolder? Read(JsonElement json)
    {
        if (json.Number("id") is not { } id || json.Text("mount_point") is not { } name)
            return null;
        return new TeamFolder
        {
            Id = id,
            MountPoint = name,
            Groups = ReadGroups(json),
            Quota = json.Number("quota") ?? Unlimited,
            Size = json.Number("size") ?? 0,
            AclEnabled = json.Flag("acl"),
            Managers =
            [
                .. json.Member("manage")
                    .Members()
                    .Select(m => new TeamFolderManager(m.Value.Text("type") ?? "", m.Value.Text("id") ?? "")),
            ],
        };
    }

    private static Dictionary<string, Rights> ReadGroups(JsonElement json) =>
        json.Member("groups") is { ValueKind: JsonValueKind.Object } groups
            ? groups
                .EnumerateObject()
                .ToDictionary(
                    g => g.Name,
                    g => (Rights)(g.Value.AsNumber() ?? g.Value.Number("permissions") ?? 0),
                    StringComparer.Ordinal
                )
            : new Dictionary<string, Rights>(StringComparer.Ordinal);
}

/// <summary>
/// What a team folder should be. Groups, managers and settings beyond it stay as they are: people may have added
/// them.
/// </summary>
internal sealed record TeamFolderSettings
{
    public required IReadOnlyDictionary<string, Rights> Groups { get; init; }

    /// <summary>Bytes; null leaves the quota as it is.</summary>
    public long? Quota { get; init; }

    /// <summary>Switches advanced rights on. False leaves them as they are: switching off drops all managers.</summary>
    public bool Acl { get; init; }

    public IReadOnlyList<TeamFolderManager> Managers { get; init; } = [];
}

/// <summary>A folder after a call, with what became of it.</summary>
internal sealed record TeamFolderOutcome(OcsOutcome Outcome, TeamFolder? Folder)
{
    /// <summary>Which settings had to be written: <c>group elus</c>, <c>quota</c>, <c>acl</c> …</summary>
    public IReadOnlyList<string> Written { get; init; } = [];
}
