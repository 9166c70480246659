namespace Connector.Testing;

/// <summary>Where this test runs from: the repository, found upwards from the built test.</summary>
internal static class Repository
{
    public static string Root { get; } =
        Above("Connector.sln") ?? throw new DirectoryNotFoundException("Connector.sln");

    /// <summary>A file of the public data sets beside the repository; null where they are not.</summary>
    public static string? SharedData(string name) =>
        Above(Path.Combine("shared", "data", name)) is { } folder
            ? Path.Combine(folder, "shared", "data", name)
            : null;

    private static string? Above(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, name)))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}
