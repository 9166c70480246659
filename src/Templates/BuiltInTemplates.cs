namespace Connector.Templates;

/// <summary>
/// The French templates that come with Connector. They are ordinary .docx files with visible tags: a coordinator
/// may save a copy, change it in any word processor, and have that one filled instead.
/// </summary>
public static class BuiltInTemplates
{
    private static readonly Lazy<DocumentTemplate> LoadedRoadmap = new(() =>
        DocumentTemplate.Load(RoadmapDocx)
    );
    private static readonly Lazy<DocumentTemplate> LoadedMinutes = new(() =>
        DocumentTemplate.Load(MinutesDocx)
    );
    private static readonly Lazy<DocumentTemplate> LoadedPoster = new(() =>
        DocumentTemplate.Load(SubscriptionPosterDocx)
    );

    /// <summary>« Feuille de route », filled from <see cref="RoadmapContent"/>.</summary>
    public static DocumentTemplate Roadmap => LoadedRoadmap.Value;

    /// <summary>« Compte-rendu », filled from <see cref="MinutesContent"/>.</summary>
    public static DocumentTemplate Minutes => LoadedMinutes.Value;

    /// <summary>« S'abonner à l'agenda », filled from <see cref="SubscriptionContent"/>.</summary>
    public static DocumentTemplate SubscriptionPoster => LoadedPoster.Value;

    /// <summary>The file behind <see cref="Roadmap"/>, to hand out for editing.</summary>
    public static ReadOnlyMemory<byte> RoadmapDocx => Read("Feuille de route.docx");

    /// <summary>The file behind <see cref="Minutes"/>, to hand out for editing.</summary>
    public static ReadOnlyMemory<byte> MinutesDocx => Read("Compte-rendu.docx");

    /// <summary>The file behind <see cref="SubscriptionPoster"/>, to hand out for editing.</summary>
    public static ReadOnlyMemory<byte> SubscriptionPosterDocx => Read("Agenda.docx");

    private static byte[] Read(string name)
    {
        using var resource =
            typeof(BuiltInTemplates).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException(
                $"the built-in template {name} is missing from the assembly"
            );
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
