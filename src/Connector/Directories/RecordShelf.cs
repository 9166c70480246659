using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Tables;

namespace Connector.Directories;

/// <summary>Finds where a record of a territory's directory is written: on Nextcloud, beside the territory file, or in it.</summary>
internal static class RecordShelf
{
    /// <param name="territoryPath">The territory file.</param>
    /// <param name="loaded">The territory, with the copy of the directory that it was read with.</param>
    /// <param name="kind">Of which kind.</param>
    /// <param name="id">Its identifier.</param>
    public static WrittenRecord? Find(string territoryPath, LoadResult loaded, RecordKind kind, string id)
    {
        if (loaded.Cloud is { Bytes: { } copy } cloud && Read(cloud.ShownAs, copy, kind, id) is { } words)
        {
            return new WrittenRecord(cloud.ShownAs, RecordSource.Nextcloud, words);
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(territoryPath))!;
        var local = (loaded.Directories ?? [])
            .Select(name => (Path.Combine(folder, name), RecordSource.Directory))
            .Append((territoryPath, RecordSource.TerritoryFile));
        foreach (var (path, source) in local.Where(one => File.Exists(one.Item1)))
        {
            var bytes = LocalFile.Read(path, new ProblemList(path), DirectoryFile.MaxBytes);
            if (bytes is not null && Read(path, bytes, kind, id) is { } found)
            {
                return new WrittenRecord(path, source, found);
            }
        }

        return null;
    }

    private static IReadOnlyDictionary<string, string>? Read(
        string path,
        byte[] bytes,
        RecordKind kind,
        string id
    ) => new RecordBook(path, bytes).Find(kind, id);
}
