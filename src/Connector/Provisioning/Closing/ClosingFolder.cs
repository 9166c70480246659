namespace Connector.Provisioning.Closing;

/// <summary>The folder of a group as it is, whatever kind of folder it is.</summary>
/// <param name="Id">Of the team folder; of the file, for a folder of the account.</param>
/// <param name="Path">In the account's files.</param>
/// <param name="Rights">
/// Permission bits of each group of a team folder, by its id; of each share of a folder of the account, by its number.
/// </param>
/// <param name="Names">What people call those: the group's id; to whom the share is.</param>
internal sealed record ClosingFolder(
    long Id,
    string Path,
    IReadOnlyDictionary<string, int> Rights,
    IReadOnlyDictionary<string, string> Names
)
{
    /// <summary>Each once: somebody may be given several folders.</summary>
    public string NamesOf(IEnumerable<string> keys) =>
        string.Join(
            ", ",
            keys.Select(key => Names.GetValueOrDefault(key, key)).Distinct(StringComparer.Ordinal)
        );
}
