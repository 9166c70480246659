namespace Connector.TerritoryFiles;

/// <summary>The made-up « Pays de Valombre »: what <c>connector init</c> writes and <c>connector demo</c> applies.</summary>
internal static class SampleTerritory
{
    private const string Prefix = "Connector.Samples.";

    /// <summary>The territory file first.</summary>
    public static IReadOnlyList<string> FileNames { get; } =
    [
        "territoire.yaml",
        "annuaire.csv",
        "lieux.csv",
        "communes.csv",
        "ifn.csv",
        "contours.geojson",
        "territoire.schema.json",
    ];

    /// <summary>Writes the files into <paramref name="folder"/>, which is made if need be.</summary>
    public static void WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var name in FileNames)
        {
            File.WriteAllText(Path.Combine(folder, name), Content(name));
        }
    }

    /// <summary>The text of one of <see cref="FileNames"/>.</summary>
    public static string Content(string name)
    {
        if (name == "territoire.schema.json")
        {
            return TerritorySchema.Generate();
        }

        using var stream =
            typeof(SampleTerritory).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidOperationException($"the resource {Prefix}{name} is missing from this build");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
