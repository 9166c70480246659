using System.Globalization;
using System.Text.Json;
using Connector.Domain;

namespace Connector.Nextcloud.Ocs;

/// <summary>What somebody did to files.</summary>
internal enum ActivityKind
{
    Created,

    /// <summary>Wrote in it.</summary>
    Changed,

    /// <summary>The server calls both <c>file_changed</c>; only these tell of an old file and a new one.</summary>
    RenamedOrMoved,
    Deleted,
    Restored,
}

/// <summary>One entry of the app Activity.</summary>
/// <param name="Id">Grows with time.</param>
/// <param name="Kind">What was done.</param>
/// <param name="UserId">Who did it.</param>
/// <param name="At">To the second; of several that the server shows as one, the latest.</param>
/// <param name="FileIds">To which files and folders.</param>
internal sealed record FileActivity(
    long Id,
    ActivityKind Kind,
    string UserId,
    DateTimeOffset At,
    IReadOnlyList<long> FileIds
);

/// <summary>
/// The app Activity (<c>lib/Controller/APIv2Controller.php</c>), read only. Measured on 27 with Activity 2.19: somebody
/// else's deeds in a team folder are told only where <c>config.php</c> has <c>activity_use_cached_mountpoints</c>; in
/// shared folders always. Only the kinds that are about files are read.
/// </summary>
internal sealed class ActivityClient(OcsTransport ocs)
{
    private const int PageSize = 200;

    /// <summary>So many pages are read at most: 5,000 entries, the newest.</summary>
    private const int MostPages = 25;

    private static readonly Text Reading = new("lire les activités", "read the activities");

    /// <summary>What others did to files since then, newest first; null when the server has no such app.</summary>
    public async Task<IReadOnlyList<FileActivity>?> OfOthersSince(DateTimeOffset since, CancellationToken ct)
    {
        var all = new List<FileActivity>();
        var last = 0L;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await ocs.Read(ocs.Api.ActivityOfOthers(last, PageSize, ct), ct);
            if (answer.IsMissing)
            {
                return null;
            }

            // 304: nothing more. 204: the account has switched its own stream off.
            if (answer.Code is 304 or 204)
            {
                break;
            }

            if (!answer.IsDone)
            {
                throw ocs.Refused(answer, "activity", Reading);
            }

            var entries = ((JsonElement?)answer.Data).Members().Select(entry => entry.Value).ToList();
            all.AddRange(entries.Select(Read).OfType<FileActivity>().Where(entry => entry.At >= since));
            var oldest = entries.Select(entry => entry.Number("activity_id") ?? 0).DefaultIfEmpty().Min();
            if (oldest == 0 || entries.Exists(entry => At(entry) < since))
            {
                break;
            }

            last = oldest;
        }

        return all;
    }

    private static FileActivity? Read(JsonElement entry)
    {
        var kind = entry.Text("type") switch
        {
            "file_created" => ActivityKind.Created,
            "file_deleted" => ActivityKind.Deleted,
            "file_restored" => ActivityKind.Restored,
            "file_changed" => HasOldFile(entry) ? ActivityKind.RenamedOrMoved : ActivityKind.Changed,
            _ => (ActivityKind?)null,
        };
        return kind is null || entry.Text("user") is not { Length: > 0 } user || At(entry) is not { } at
            ? null
            : new FileActivity(entry.Number("activity_id") ?? 0, kind.Value, user, at, Ids(entry));
    }

    private static bool HasOldFile(JsonElement entry) =>
        entry
            .Member("subject_rich")
            .Members()
            .Any(part =>
                part.Value.ValueKind == JsonValueKind.Object && part.Value.Member("oldfile") is not null
            );

    /// <summary>Several deeds are shown as one entry with several objects.</summary>
    private static IReadOnlyList<long> Ids(JsonElement entry) =>
        [
            .. entry
                .Member("objects")
                .Members()
                .Select(pair => pair.Key)
                .Append(entry.Text("object_id") ?? "")
                .Select(text =>
                    long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0
                )
                .Where(id => id > 0)
                .Distinct(),
        ];

    private static DateTimeOffset? At(JsonElement entry) =>
        DateTimeOffset.TryParse(
            entry.Text("datetime"),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? at
            : null;
}
