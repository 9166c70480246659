namespace Connector.Templates;

/// <summary>The lists of a document that is inserted; each insertion counts from the start.</summary>
internal sealed class ForeignLists(PackageParts package, FillSession session)
{
    private readonly DocumentLists source = new(package);
    private readonly Dictionary<string, string?> imported = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> now = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> restarted = new(StringComparer.Ordinal);
    private bool isAgain;

    /// <summary>Called before each insertion.</summary>
    internal void Begin()
    {
        isAgain = imported.Count > 0;
        now.Clear();
        restarted.Clear();
    }

    /// <summary>A list of the document being filled, from its start for this insertion.</summary>
    internal string Restarted(string list)
    {
        if (!restarted.TryGetValue(list, out var anew))
        {
            anew = restarted[list] = session.Lists.Restart(list);
        }

        return anew;
    }

    /// <summary>The number of a list here; null when the document does not define it.</summary>
    internal string? Map(string list)
    {
        if (now.TryGetValue(list, out var known))
        {
            return known;
        }

        if (!imported.TryGetValue(list, out var first))
        {
            return now[list] = imported[list] = session.Lists.Import(source, list);
        }

        return now[list] = first is null || !isAgain ? first : session.Lists.Restart(first);
    }
}
