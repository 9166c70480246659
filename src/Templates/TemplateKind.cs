namespace Connector.Templates;

/// <summary>A kind of document: what it is called and which fields its templates may hold.</summary>
public sealed record TemplateKind
{
    /// <summary>As written in a blueprint (« genre ») and on the command line: <c>compte-rendu</c>.</summary>
    public required string Name { get; init; }

    /// <summary>« Compte-rendu »</summary>
    public required string French { get; init; }

    /// <summary>“Minutes”</summary>
    public required string English { get; init; }

    /// <summary>Every field that a template of this kind can use: the catalogue that filling checks against.</summary>
    public required IReadOnlyList<TemplateField> Fields { get; init; }
}
