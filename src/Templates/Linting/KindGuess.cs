namespace Connector.Templates;

/// <summary>The kind of document that a template was written for, by the fields that it uses.</summary>
internal static class KindGuess
{
    /// <summary>The kind that knows most of its fields, the fullest first among equals; null when it has none.</summary>
    internal static TemplateKind? Of(IReadOnlyList<LintedPart> parts)
    {
        var tags = parts
            .SelectMany(part => part.Paragraphs)
            .SelectMany(paragraph => TagGrammar.Find(new ParagraphText(paragraph).Text, []))
            .Select(found => found.Tag)
            .ToList();
        return tags.Count == 0
            ? null
            : TemplateKinds.All.MinBy(kind =>
            {
                var known = new KnownNames(kind.Fields);
                return tags.Count(tag => !known.Holds(tag));
            });
    }
}
