namespace Connector.Domain.Workspaces.Extraction;

/// <summary>What of a live area its blueprint does not say; paths, gathered on the way.</summary>
internal sealed class ExtractionNotes
{
    public SortedSet<string> SingleDays { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Unsaid { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Respelled { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Deep { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Differing { get; } = new(StringComparer.Ordinal);

    /// <summary>How many files are content.</summary>
    public int Files { get; set; }

    /// <summary>One sentence for each kind of thing that is not said.</summary>
    public IEnumerable<Text> Told(int depth)
    {
        var said = new (IReadOnlyCollection<string> Paths, string French, string English)[]
        {
            (SingleDays, "Dossiers d'un seul jour, laissés de côté", "Folders of a single day, left out"),
            (
                Deep,
                $"Dossiers à plus de {depth} niveaux, laissés de côté (--depth)",
                $"Folders more than {depth} levels down, left out (--depth)"
            ),
            (Unsaid, "Ce qui ne peut pas s'écrire dans un modèle", "What cannot be written in a blueprint"),
            (
                Respelled,
                "Noms que tous les systèmes n'acceptent pas, écrits autrement",
                "Names that not every system accepts, spelled otherwise"
            ),
            (
                Differing,
                "Droits différents d'une date à l'autre, ceux de la dernière sont gardés",
                "Rights that differ from one date to another, those of the last are kept"
            ),
        };
        var lines = said.Where(line => line.Paths.Count > 0)
            .Select(line => new Text(
                $"{line.French} : {LiveRights.Listed(line.Paths)}",
                $"{line.English}: {LiveRights.Listed(line.Paths)}"
            ));
        foreach (var note in lines)
        {
            yield return note;
        }

        if (Files > 0)
        {
            yield return new Text(
                $"{Files} fichier(s) : du contenu, qui n'entre pas dans un modèle",
                $"{Files} file(s): content, which is no part of a blueprint"
            );
        }
    }
}
