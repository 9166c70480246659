namespace Connector.Templates;

/// <summary>
/// A template that comes with Connector: an ordinary .docx with visible tags. A coordinator may save a copy and
/// change it in any word processor.
/// </summary>
public sealed class BuiltInTemplate
{
    private readonly Lazy<DocumentTemplate> compiled;

    internal BuiltInTemplate(string name, string fileName, TemplateKind kind, string language)
    {
        (Name, FileName, Kind, Language) = (name, fileName, kind, language);
        compiled = new Lazy<DocumentTemplate>(() => DocumentTemplate.Load(Docx));
    }

    /// <summary>As asked for on the command line and in a blueprint: <c>feuille-de-route</c>, <c>roadmap</c> …</summary>
    public string Name { get; }

    /// <summary>« Feuille de route.docx »</summary>
    public string FileName { get; }

    public TemplateKind Kind { get; }

    /// <summary>Culture name of its words: <c>fr-FR</c> or <c>en-GB</c>.</summary>
    public string Language { get; }

    /// <summary>Ready to be filled.</summary>
    public DocumentTemplate Template => compiled.Value;

    /// <summary>The file itself, to hand out for editing.</summary>
    public ReadOnlyMemory<byte> Docx => Read(FileName);

    public override string ToString() => Name;

    /// <summary>A file of the assembly.</summary>
    internal static byte[] Read(string fileName)
    {
        using var resource =
            typeof(BuiltInTemplate).Assembly.GetManifestResourceStream(fileName)
            ?? throw new InvalidOperationException($"the file {fileName} is missing from the assembly");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
