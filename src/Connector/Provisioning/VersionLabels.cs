using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Templates;

namespace Connector.Provisioning;

/// <summary>
/// Says beside the version of a document that Connector changed what it changed, for those who look at « Versions » in
/// Nextcloud. Two requests for a document that was changed, none for others; a server without labels is asked once.
/// </summary>
internal sealed class VersionLabels(NextcloudClient client)
{
    private const int MostHeadings = 3;

    private volatile bool _isRefused;

    /// <summary>A label is a courtesy: whatever stands in its way, what was done is done.</summary>
    /// <returns>The outcome as it was given.</returns>
    public async Task<StepOutcome> Put(
        StepOutcome outcome,
        IReadOnlyList<MergeEntry> changes,
        CancellationToken ct
    )
    {
        if (!_isRefused && outcome is { State: StepState.Done, Made: [{ Path: { } path, ETag: { } etag }] })
        {
            try
            {
                var result = await client.Versions.Label(path, etag, Of(changes), ct);
                _isRefused = result == LabelResult.NotSupported;
            }
            catch (NextcloudException)
            {
                // The next step asks the server too, and tells what is the matter with it.
                _isRefused = true;
            }
        }

        return outcome;
    }

    /// <summary>« Connector : mise à jour (Prochaines réunions, Jalons) »</summary>
    public static string Of(IReadOnlyList<MergeEntry> changes)
    {
        var headings = changes
            .Where(entry =>
                entry.Outcome is MergeOutcome.Updated or MergeOutcome.Added or MergeOutcome.Removed
            )
            .Select(entry => entry.Where.Split(", ")[0])
            .Where(heading => heading.Length > 0)
            .Distinct()
            .ToList();
        var shown = string.Join(", ", headings.Take(MostHeadings));
        return headings.Count == 0
            ? "Connector\u00a0: mise à jour"
            : $"Connector\u00a0: mise à jour ({shown}{(headings.Count > MostHeadings ? "…" : "")})";
    }
}
