using Connector.Domain;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.TerritoryFiles;

namespace Connector.Directories;

/// <summary>
/// Where the records of a territory are written, opened for writing: the directory on its server, those beside its file, the file
/// itself.
/// </summary>
/// <param name="client">The territory's server.</param>
/// <param name="reading">The directory there, as it was read; null for a territory that keeps none on its server.</param>
/// <param name="loaded">The territory.</param>
/// <param name="file">Its file.</param>
internal sealed class OwnDirectories(
    NextcloudClient client,
    DirectoryReading? reading,
    LoadResult loaded,
    string file
)
{
    private readonly IOwnDirectory? _cloud = CloudDirectoryFile.Of(client, reading);

    /// <summary>The territory's own: the one on its server, else the one beside its file.</summary>
    /// <param name="problems">Where it is reported that there is none.</param>
    /// <param name="into">Which of several beside the file, by its name.</param>
    public IOwnDirectory? Own(ProblemList problems, string? into = null) =>
        _cloud
        ?? (
            OwnDirectoryPlace.Local(file, loaded, problems, into) is { } path
                ? LocalDirectory.Open(path, problems)
                : null
        );

    /// <summary>The one that a record is written in; null where it is in none, or cannot be opened.</summary>
    public IOwnDirectory? Of(RecordKind kind, string id, ProblemList problems) =>
        RecordShelf.Find(file, loaded, kind, id) switch
        {
            { Source: RecordSource.Nextcloud } => _cloud,
            { Source: RecordSource.Directory } there => LocalDirectory.Open(there.File, problems),
            { Source: RecordSource.TerritoryFile } => TerritoryAsDirectory.Open(file, problems),
            _ => null,
        };

    /// <summary>The one that a new record goes into: the first directory with a list of its kind, else the territory file.</summary>
    public IOwnDirectory? For(RecordKind kind, ProblemList problems)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        return new[] { _cloud }
                .Concat(
                    (loaded.Directories ?? []).Select(name =>
                        LocalDirectory.Open(Path.Combine(folder, name), problems)
                    )
                )
                .OfType<IOwnDirectory>()
                .FirstOrDefault(one => new RecordBook(one.ShownAs, one.Bytes).Takes(kind))
            ?? TerritoryAsDirectory.Open(file, problems);
    }
}
