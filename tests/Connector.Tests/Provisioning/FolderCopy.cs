namespace Connector.Tests.Provisioning;

/// <summary>Backups of a folder, and their return.</summary>
internal static class FolderCopy
{
    public static void Make(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    public static void Replace(string folder, string copy)
    {
        Directory.Delete(folder, recursive: true);
        Make(copy, folder);
    }
}
