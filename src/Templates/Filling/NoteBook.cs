namespace Connector.Templates;

/// <summary>
/// The notes that the text refers to. A note of the template that stands in a loop is referred to once for each turn;
/// each time is a note of its own, with the fields of its turn.
/// </summary>
internal sealed class NoteBook
{
    private readonly Dictionary<string, (string Path, IReadOnlyList<TemplateNode> Body)> notes = new(
        StringComparer.Ordinal
    );
    private readonly List<(
        string Path,
        int Number,
        IReadOnlyList<TemplateNode> Body,
        FillScope Scope
    )> referred = [];

    /// <param name="kind"><c>footnotes</c> or <c>endnotes</c>.</param>
    internal void Know(string kind, string path, IEnumerable<TemplateNode> nodes)
    {
        foreach (var note in nodes.OfType<NoteNode>())
        {
            notes[$"{kind} {note.Original}"] = (path, note.Body);
        }
    }

    /// <summary>The body of a note of the template; empty when there is none.</summary>
    internal IReadOnlyList<TemplateNode> this[string reference] =>
        notes.GetValueOrDefault(reference).Body ?? [];

    internal int Refer(string reference, FillScope scope)
    {
        if (!notes.TryGetValue(reference, out var note))
        {
            return 0;
        }

        var number = referred.Count(other => other.Path == note.Path) + 1;
        referred.Add((note.Path, number, note.Body, scope));
        return number;
    }

    /// <summary>The notes of a part, once: asked again there are none.</summary>
    internal IReadOnlyList<(int Number, IReadOnlyList<TemplateNode> Body, FillScope Scope)> Take(string path)
    {
        var taken = referred.Where(note => note.Path == path).ToList();
        referred.RemoveAll(note => note.Path == path);
        return [.. taken.Select(note => (note.Number, note.Body, note.Scope))];
    }
}
