using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Connector.Domain.Workspaces;

/// <summary>How far a closing has come.</summary>
public enum ClosingStage
{
    /// <summary>Documents are being exported; nothing has been changed on the server.</summary>
    Exporting,

    /// <summary>The export, if any, is whole; the server is being changed.</summary>
    Changing,

    Closed,
}

/// <summary>
/// The closing of a working group as the ledger keeps it under <see cref="WorkspaceKeys.Closed"/>: how far it came,
/// and what was there before, so that reopening can bring it back.
/// </summary>
public sealed record ClosedGroup
{
    private const int Version = 1;

    /// <summary>Of a folder that is shared: an older Connector would take its number for a team folder's.</summary>
    private const int SharedVersion = 2;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required string GroupId { get; init; }

    public required ClosingStage Stage { get; init; }

    /// <summary>The day of the closing in the territory's time zone.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Number of the team folder; of the file, where <see cref="IsShared"/>.</summary>
    public required long TeamFolderId { get; init; }

    /// <summary>Whether it is a folder of the account, shared, and no team folder.</summary>
    public bool IsShared { get; init; }

    /// <summary>What calendars are shared with: <c>groups</c>, or <c>circles</c> where teams stand for them.</summary>
    public string Sharers { get; init; } = "groups";

    /// <summary>Path of the folder before.</summary>
    public required string MountBefore { get; init; }

    /// <summary>Where it is put: <c>Archives/2026/Jeunes</c>.</summary>
    public required string MountAfter { get; init; }

    /// <summary>
    /// Permission bits before: of each attached group, the service's own left out; of each share, by its number, where
    /// <see cref="IsShared"/>.
    /// </summary>
    public required IReadOnlyDictionary<string, int> Rights { get; init; }

    /// <summary>Last segment of the calendar's address; null for a group without one.</summary>
    public string? CalendarUri { get; init; }

    /// <summary>Ids of the groups that could write in the calendar before.</summary>
    public IReadOnlyList<string> CalendarWriters { get; init; } = [];

    /// <summary>The exported file, an absolute path on the machine that closed the group; null without export.</summary>
    public string? ZipPath { get; init; }

    /// <summary>ETag of the team folder as it was exported; null when unknown.</summary>
    public string? ExportedETag { get; init; }

    /// <summary>Permission bits of a group while closed: reading, and that only for who could read.</summary>
    public static int ReadOnly(int bits) => bits & AclRule.Bits(AccessLevel.Read);

    public KnownResource ToKnown() =>
        new()
        {
            Key = WorkspaceKeys.Closed(GroupId),
            RemoteId = TeamFolderId.ToString(CultureInfo.InvariantCulture),
            Path = MountAfter,
            ContentHash = JsonSerializer.Serialize(
                new Before(
                    IsShared ? SharedVersion : Version,
                    Stage.ToString(),
                    On,
                    MountBefore,
                    Rights.ToDictionary(),
                    CalendarUri,
                    [.. CalendarWriters],
                    ZipPath,
                    ExportedETag,
                    Sharers
                ),
                Options
            ),
        };

    /// <summary>Null when a newer version wrote it.</summary>
    public static ClosedGroup? Read(KnownResource known)
    {
        if (
            Parse(known.ContentHash) is not { Version: Version or SharedVersion } before
            || !Enum.TryParse<ClosingStage>(before.Stage, out var stage)
            || WorkspaceKeys.ClosedGroupOf(known.Key) is not { } group
            || !long.TryParse(known.RemoteId, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        )
        {
            return null;
        }

        return new ClosedGroup
        {
            GroupId = group,
            Stage = stage,
            On = before.On,
            TeamFolderId = id,
            MountBefore = before.Mount,
            MountAfter = known.Path ?? "",
            Rights = before.Rights ?? [],
            CalendarUri = before.Calendar,
            CalendarWriters = before.CalendarWriters ?? [],
            ZipPath = before.Zip,
            ExportedETag = before.Exported,
            IsShared = before.Version == SharedVersion,
            Sharers = before.Sharers ?? "groups",
        };
    }

    private static Before? Parse(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize<Before>(json, Options);
        }
        catch (JsonException)
        {
            // Not of this version's making: as good as a newer one's.
            return null;
        }
    }

    /// <summary>The text in the ledger. Fields are added at the end; the number rises when one changes its meaning.</summary>
    private sealed record Before(
        int Version,
        string Stage,
        DateOnly On,
        string Mount,
        Dictionary<string, int>? Rights,
        string? Calendar,
        List<string>? CalendarWriters,
        string? Zip,
        string? Exported,
        string? Sharers = null
    );
}
