using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Tables;

namespace Connector.TerritoryFiles;

/// <summary>The directory that lives on Nextcloud, as somebody read it there.</summary>
/// <param name="ShownAs">Its path there, for messages.</param>
/// <param name="Bytes">Null where there is none yet.</param>
internal sealed record CloudCopy(string ShownAs, byte[]? Bytes);

/// <summary>
/// « annuaire: nextcloud » or « annuaire: nextcloud:Acteurs.csv »: the directory lives in the coordinators' folder on Nextcloud.
/// </summary>
internal static class CloudDirectory
{
    public const string Mark = "nextcloud";

    private const string DefaultName = "Annuaire.xlsx";

    private static readonly string[] Extensions = [".xlsx", ".csv"];

    public static bool IsMarked(string name) =>
        Folded.Key(name.Split(':', 2)[0]).Equals(Mark, StringComparison.Ordinal);

    /// <summary>The name of the file in the coordinators' folder; null when all directories are local, or after a report.</summary>
    public static Located<string>? Find(IReadOnlyList<Located<string>> directories, ProblemList problems)
    {
        var marked = directories.Where(name => IsMarked(name.Value)).ToList();
        foreach (var other in marked.Skip(1))
        {
            problems.Add("two-directories", other.Place, OnlyOne, KeepOne);
        }

        return marked.Count == 0 ? null : Name(marked[0], problems);
    }

    private static Located<string>? Name(Located<string> marked, ProblemList problems)
    {
        var name = marked.Value.Split(':', 2) is [_, var given] ? given.Trim() : DefaultName;
        if (
            Extensions.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            && name.Length > ".xlsx".Length
            && FileName.Safe(name) == name
        )
        {
            return marked with { Value = name };
        }

        // What it would hold cannot be known.
        problems.NamesAreMissing = true;
        problems.Add("bad-directory-name", marked.Place, BadName(name), NameOnly);
        return null;
    }

    /// <summary>Adds what the copy holds to the lists.</summary>
    public static void Read(
        CloudCopy? copy,
        ProblemList problems,
        List<OrganisationDraft> organisations,
        List<PersonDraft> people,
        List<VisitDraft> visits
    )
    {
        if (copy is null)
        {
            problems.NamesAreMissing = true;
        }
        else if (copy.Bytes is { } bytes)
        {
            var inside = new ProblemList(copy.ShownAs);
            DirectoryFile.Read(copy.ShownAs, bytes, inside, organisations, people, visits);
            problems.Include(inside);
        }
    }

    /// <summary>Names that a directory does not know yet because it is yet to be made.</summary>
    public static void ExplainEmptiness(Located<string> name, ProblemList problems)
    {
        if (problems.Errors.Any(problem => problem.Code == "unknown-reference"))
        {
            problems.Add("no-directory-yet", name.Place, NotThere(name.Value), StartHere);
        }
    }

    private static Text BadName(string name) =>
        new(
            $"« {name} » n'est pas un nom d'annuaire dans le dossier de pilotage.",
            $"'{name}' is no name of a directory in the coordinators' folder."
        );

    private static readonly Text NameOnly = new(
        "Écrivez « annuaire: nextcloud », ou « annuaire: nextcloud:Acteurs.xlsx » : un nom seul, en .xlsx ou .csv.",
        "Write 'annuaire: nextcloud', or 'annuaire: nextcloud:Acteurs.xlsx': a name alone, .xlsx or .csv."
    );

    private static readonly Text OnlyOne = new(
        "Un seul annuaire peut se tenir dans Nextcloud.",
        "Only one directory can live on Nextcloud."
    );

    private static readonly Text KeepOne = new("N'en gardez qu'un.", "Keep one of them.");

    private static Text NotThere(string name) =>
        new(
            $"« {name} » n'est pas encore dans le dossier de pilotage sur Nextcloud.",
            $"'{name}' is not yet in the coordinators' folder on Nextcloud."
        );

    private static readonly Text StartHere = new(
        "Pour commencer, écrivez dans ce fichier la structure qui coordonne et les coordinateurs ; « connector apply » crée l'annuaire, où vous les déplacerez.",
        "To begin, write the coordinating organisation and the coordinators in this file; 'connector apply' makes the directory, to which you move them."
    );
}
