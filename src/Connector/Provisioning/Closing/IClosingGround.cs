using Connector.Domain;
using Connector.Domain.Workspaces;

namespace Connector.Provisioning.Closing;

/// <summary>
/// How a group's folder is found, made read-only and moved: a team folder, or a folder of the account that it shares.
/// Every act reads back and is harmless to repeat.
/// </summary>
internal interface IClosingGround
{
    /// <param name="id">As the ledger keeps it: of the team folder, or of the file.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>Null when it is gone.</returns>
    Task<ClosingFolder?> FindAsync(string id, CancellationToken ct);

    /// <summary>What a person gave in there that closing would have to destroy; null when there is nothing.</summary>
    Task<Problem?> StandsInTheWayAsync(ClosingFolder folder, CancellationToken ct);

    /// <summary>Where among the archives a folder of this name goes.</summary>
    Task<string> PlaceForAsync(string name, int year, KnownWorkspace known, CancellationToken ct);

    /// <summary>Makes the folders that it is put into.</summary>
    /// <returns>What the server did not do; null when all is there.</returns>
    Task<Text?> PrepareAsync(
        string territory,
        string place,
        IEnumerable<string> readers,
        CancellationToken ct
    );

    /// <inheritdoc cref="PrepareAsync"/>
    Task<Text?> MoveAsync(ClosingFolder folder, string place, CancellationToken ct);

    /// <param name="folder">As found.</param>
    /// <param name="rights">Permission bits by the keys of <see cref="ClosingFolder.Rights"/>.</param>
    /// <param name="ct">Stops.</param>
    /// <inheritdoc cref="PrepareAsync"/>
    Task<Text?> SetRightsAsync(
        ClosingFolder folder,
        IReadOnlyDictionary<string, int> rights,
        CancellationToken ct
    );

    /// <summary>Whether something else has a name.</summary>
    Task<bool> IsTakenAsync(string path, CancellationToken ct);
}
