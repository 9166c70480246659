using System.Globalization;

namespace Connector.Domain.Workspaces;

/// <summary>
/// How far a server had come in giving out numbers, as far as the ledger knows of them: the highest of a file or folder,
/// and of a team folder. Servers count upwards and never give a number twice, unless they are put back to an older copy.
/// </summary>
public sealed record IssuedNumbers(long File, long TeamFolder)
{
    public static IssuedNumbers None { get; } = new(0, 0);

    /// <summary>As written on the server and in the ledger: two numbers; null for anything else.</summary>
    public static IssuedNumbers? Parse(string? text) =>
        text?.Split(' ') is [var file, var teamFolder]
        && long.TryParse(file, NumberStyles.None, CultureInfo.InvariantCulture, out var one)
        && long.TryParse(teamFolder, NumberStyles.None, CultureInfo.InvariantCulture, out var other)
            ? new IssuedNumbers(one, other)
            : null;

    /// <summary>The highest numbers that the ledger knows.</summary>
    public static IssuedNumbers Of(KnownWorkspace known, Strategy strategy)
    {
        var (file, teamFolder) = (0L, 0L);
        foreach (var resource in known.Resources.Values)
        {
            if (resource.Number is not { } number)
            {
                continue;
            }

            if (IsTeamFolder(resource.Key, strategy))
            {
                teamFolder = Math.Max(teamFolder, number);
            }
            else if (IsFile(resource.Key, strategy))
            {
                file = Math.Max(file, number);
            }
        }

        return new IssuedNumbers(file, teamFolder);
    }

    /// <summary>The higher of each.</summary>
    public IssuedNumbers Or(IssuedNumbers? other) =>
        other is null
            ? this
            : new IssuedNumbers(Math.Max(File, other.File), Math.Max(TeamFolder, other.TeamFolder));

    /// <summary>Whether a server that says this is behind one that said <paramref name="other"/>.</summary>
    public bool IsBehind(IssuedNumbers other) => File < other.File || TeamFolder < other.TeamFolder;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File} {TeamFolder}");

    internal static bool IsTeamFolder(string key, Strategy strategy) =>
        strategy == Strategy.TeamFolders && (WorkspaceKeys.IsArea(key) || key == WorkspaceKeys.Archives);

    internal static bool IsFile(string key, Strategy strategy) =>
        WorkspaceKeys.IsNode(key) || (strategy != Strategy.TeamFolders && WorkspaceKeys.IsArea(key));
}
