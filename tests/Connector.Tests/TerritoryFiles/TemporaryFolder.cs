namespace Connector.Tests.TerritoryFiles;

/// <summary>A folder of one test's own, deleted with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("connector-").FullName;

    public string Write(string name, string content)
    {
        var path = At(name);
        File.WriteAllText(path, content);
        return path;
    }

    public string Write(string name, byte[] content)
    {
        var path = At(name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
