namespace Connector.Testing;

/// <summary>Files in <c>docs</c> that the program makes; run with UPDATE_EXPECTED=1 to write them anew.</summary>
internal static class PublishedFile
{
    public static void Matches(string name, string expected, string command)
    {
        var path = Path.Combine(Repository.Root, "docs", name);
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") is { Length: > 0 })
        {
            File.WriteAllText(path, expected);
        }

        Assert.That(File.ReadAllText(path), Is.EqualTo(expected), $"run: {command} > docs/{name}");
    }
}
