using Connector.Service;

namespace Connector.Jobs;

/// <summary>
/// A territory that the console's assistant made: nothing is done in its Nextcloud by schedule before somebody, who has seen the
/// plan, asked for a first set-up. A file beside the territory's says so, until then.
/// </summary>
internal static class FirstConsent
{
    private const string FileName = "attend-la-premiere-mise-en-place";

    /// <param name="territoryFile">The territory's file.</param>
    public static string Mark(string territoryFile) =>
        Path.Combine(Path.GetDirectoryName(territoryFile)!, FileName);

    /// <summary>Whether schedules of the territory have to wait; they do not any more once somebody asked.</summary>
    public static async Task<bool> IsAwaitedAsync(
        ServiceTerritory territory,
        JobStore jobs,
        CancellationToken ct
    )
    {
        var mark = Mark(territory.File);
        if (!File.Exists(mark))
        {
            return false;
        }

        var asked = await jobs.ListAsync(territory.Id, onlyOpen: false, most: 50, ct);
        if (asked.TrueForAll(job => job.Kind != JobKind.Provision))
        {
            return true;
        }

        try
        {
            File.Delete(mark);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Tried again at the next turn: that somebody asked stands in the history.
        }

        return false;
    }
}
