using System.Text.Json;
using Connector.Domain.Documents;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Provisioning;

/// <summary>
/// The hashes of all documents as last composed, under a fingerprint of everything they are composed from: the same
/// input gives the same bytes, so a run over an unchanged territory need not compose anything to know that.
/// </summary>
internal sealed class HashMemory
{
    private const string Key = "composed";

    private readonly string _fingerprint;
    private readonly Dictionary<string, string>? _hashes;

    /// <param name="territory">What documents tell of.</param>
    /// <param name="spec">Which documents there are.</param>
    /// <param name="addresses">Public addresses that some of them print.</param>
    /// <param name="signed">The last line of each register of signatures, which roadmaps show.</param>
    /// <param name="calendars">What groups' calendars say (<see cref="Connector.CalendarSync.GroupCalendars.Fingerprint"/>).</param>
    /// <param name="actions">Which minutes and sheets show.</param>
    /// <param name="today">Which some of them print too.</param>
    /// <param name="known">The ledger's memory.</param>
    public HashMemory(
        Territory territory,
        WorkspaceSpec spec,
        IReadOnlyDictionary<string, Uri> addresses,
        IReadOnlyDictionary<string, string> signed,
        string calendars,
        IReadOnlyList<TrackedAction> actions,
        DateOnly today,
        KnownWorkspace known
    )
    {
        var documents = spec.Areas.Select(area => new
        {
            area.Key,
            area.MountPoint,
            area.Documents,
        });
        var program = typeof(HashMemory).Assembly.ManifestModule.ModuleVersionId;
        _fingerprint = ContentHash.Sha1(
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    territory,
                    documents,
                    addresses,
                    signed,
                    calendars,
                    actions,
                    today,
                    program,
                }
            )
        );
        _hashes =
            known.Find(Key) is { ContentHash: { } text } kept && kept.ETag == _fingerprint
                ? JsonSerializer.Deserialize<Dictionary<string, string>>(text)
                : null;
    }

    /// <summary>Whether a run remembered hashes, be they current or not.</summary>
    public static bool IsKept(KnownWorkspace known) => known.Find(Key) is not null;

    /// <summary>Whether nothing moved since the hashes were remembered.</summary>
    public bool IsCurrent => _hashes is not null;

    public string? Of(DocumentSpec document) => _hashes?.GetValueOrDefault(document.Key);

    public KnownResource OnRecord(WorkspaceSpec hashed) =>
        new()
        {
            Key = Key,
            RemoteId = Key,
            ETag = _fingerprint,
            ContentHash = JsonSerializer.Serialize(
                hashed
                    .Areas.SelectMany(area => area.Documents)
                    .Where(document => document.ContentHash is not null)
                    .ToDictionary(document => document.Key, document => document.ContentHash)
            ),
        };
}
