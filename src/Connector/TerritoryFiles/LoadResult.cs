using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.TerritoryFiles;

/// <summary>A territory file, read. Either the territory is there and whole, or <see cref="Problems"/> says why not.</summary>
internal sealed record LoadResult
{
    /// <summary>Null exactly when there are problems.</summary>
    public Territory? Territory { get; init; }

    /// <summary>By name: <c>standard</c> always, and those of « modèles ». Empty when there are problems.</summary>
    public IReadOnlyDictionary<string, Blueprint> Blueprints { get; init; } =
        new Dictionary<string, Blueprint>();

    /// <summary>Directories beside the territory file, as it names them; null when that could not be read, and where one lives on Nextcloud.</summary>
    public IReadOnlyList<string>? Directories { get; init; }

    /// <summary>The directory on Nextcloud that it was read with; null when it has none there, or nobody looked.</summary>
    public CloudCopy? Cloud { get; init; }

    /// <summary>Everything that has to be mended, of all the files, in the order of the lines.</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>What is worth knowing and stops nothing: an organisation without SIRET in a public data set.</summary>
    public IReadOnlyList<Problem> Warnings { get; init; } = [];
}
