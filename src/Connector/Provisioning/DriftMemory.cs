using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Domain.Workspaces;

namespace Connector.Provisioning;

/// <summary>
/// The server as the last run saw it, on record to be compared with what people did to it since. Files outside the
/// territory's areas, and people outside its groups, are nobody's business and are left out.
/// </summary>
internal static class DriftMemory
{
    private const string Key = "seen";

    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new Names() },
    };

    /// <summary>Number of the run that saw it; null when none did.</summary>
    public static long? Run(KnownWorkspace known) =>
        known.Find(Key) is { } row
        && long.TryParse(row.RemoteId, NumberStyles.None, CultureInfo.InvariantCulture, out var run)
            ? run
            : null;

    public static WorkspaceSnapshot? Recall(KnownWorkspace known)
    {
        if (known.Find(Key)?.ContentHash is not { } text)
        {
            return null;
        }

        using var packed = new MemoryStream(Convert.FromBase64String(text));
        using var plain = new BrotliStream(packed, CompressionMode.Decompress);
        return JsonSerializer.Deserialize<WorkspaceSnapshot>(plain, Options);
    }

    public static KnownResource OnRecord(long runId, ProvisionScope scope)
    {
        using var packed = new MemoryStream();
        using (var plain = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(plain, Concerned(scope), Options);
        }

        return new KnownResource
        {
            Key = Key,
            RemoteId = runId.ToString(CultureInfo.InvariantCulture),
            ContentHash = Convert.ToBase64String(packed.ToArray()),
        };
    }

    private static WorkspaceSnapshot Concerned(ProvisionScope scope)
    {
        var snapshot = scope.Snapshot;
        var groups = scope.Spec.Groups.Select(group => group.GroupId).ToHashSet(StringComparer.Ordinal);
        var before = new Lazy<WorkspaceSnapshot?>(() => Recall(scope.Known));
        return snapshot with
        {
            Users = new HashSet<string>(),
            Groups = snapshot
                .Groups.Where(group => groups.Contains(group.Key))
                .ToDictionary(StringComparer.Ordinal),
            Nodes = Inside(scope),
            Calendars = [.. snapshot.Calendars.Select(calendar => WithObjects(calendar, before))],
            Trash = [],
            Given = [],
        };
    }

    private static IReadOnlyList<NodeState> Inside(ProvisionScope scope)
    {
        var ids = scope
            .Spec.Areas.Select(area => scope.Known.Find(area.Key)?.RemoteId)
            .ToHashSet(StringComparer.Ordinal);
        var roots = scope
            .Snapshot.TeamFolders.Where(folder => ids.Contains(Id(folder.Id)))
            .Select(folder => folder.MountPoint.Normalize())
            .Concat(
                scope.Snapshot.Nodes.Where(node => ids.Contains(Id(node.FileId))).Select(node => node.Path)
            )
            .ToHashSet(StringComparer.Ordinal);
        return [.. scope.Snapshot.Nodes.Where(node => Above(node.Path).Any(roots.Contains))];
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            yield return path[..end];
        }
    }

    /// <summary>What was not listed has not moved: it is as the run before saw it.</summary>
    private static CalendarState WithObjects(CalendarState calendar, Lazy<WorkspaceSnapshot?> before) =>
        calendar.Objects is not null
            ? calendar
            : calendar with
            {
                Objects = before
                    .Value?.Calendars.FirstOrDefault(state =>
                        state.Uri == calendar.Uri && state.ChangeTag == calendar.ChangeTag
                    )
                    ?.Objects,
            };

    private static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);

    private sealed class Names : JsonConverter<IReadOnlySet<string>>
    {
        public override IReadOnlySet<string> Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => JsonSerializer.Deserialize<HashSet<string>>(ref reader, options) ?? [];

        public override void Write(
            Utf8JsonWriter writer,
            IReadOnlySet<string> value,
            JsonSerializerOptions options
        ) => JsonSerializer.Serialize<IEnumerable<string>>(writer, value, options);
    }
}
