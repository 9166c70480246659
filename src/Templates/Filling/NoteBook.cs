namespace Connector.Templates;

/// <summary>
/// The notes that the text refers to. A note of the template that stands in a loop is referred to once for each turn;
/// each time is a note of its own, with the fields of its turn.
/// </summary>
internal sealed class NoteBook
{
    private readonly Dictionary<string, (string Path, NoteNode Note)> notes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Reference>> referred = new(StringComparer.Ordinal);

    internal sealed record Reference(int Number, IReadOnlyList<TemplateNode> Body, FillScope Scope);

    /// <param name="kind"><c>footnotes</c> or <c>endnotes</c>.</param>
    internal void Know(string kind, string path, IEnumerable<TemplateNode> nodes)
    {
        foreach (var note in nodes.OfType<NoteNode>())
        {
            notes[$"{kind} {note.Original}"] = (path, note);
        }
    }

    /// <summary>The body of a note of the template; empty when there is none.</summary>
    internal IReadOnlyList<TemplateNode> this[string reference] =>
        notes.GetValueOrDefault(reference).Note?.Body ?? [];

    internal int Refer(string reference, FillScope scope)
    {
        if (!notes.TryGetValue(reference, out var known))
        {
            return 0;
        }

        if (!referred.TryGetValue(known.Path, out var list))
        {
            list = referred[known.Path] = [];
        }

        var number = known.Note.First + list.Count;
        list.Add(new Reference(number, known.Note.Body, scope));
        return number;
    }

    /// <summary>The notes of a part, once: asked again there are none.</summary>
    internal IReadOnlyList<Reference> Take(string path) => referred.Remove(path, out var taken) ? taken : [];
}
