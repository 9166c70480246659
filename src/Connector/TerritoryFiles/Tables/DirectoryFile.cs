using Connector.Domain;
using Connector.TerritoryFiles.Records;

namespace Connector.TerritoryFiles.Tables;

/// <summary>« annuaire »: organisations and people from a table beside the territory file.</summary>
internal static class DirectoryFile
{
    /// <summary>Rows among which the headers are looked for.</summary>
    public const int DeepestHeader = 20;

    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Adds what the file holds to the two lists; problems name sheet, line and column.</summary>
    public static void Read(
        string territoryPath,
        Located<string> name,
        ProblemList problems,
        List<OrganisationDraft> organisations,
        List<PersonDraft> people,
        List<VisitDraft> visits
    )
    {
        if (LocalFile.Beside(territoryPath, name, problems) is not { } path)
        {
            return;
        }

        var inside = new ProblemList(path);
        if (LocalFile.Read(path, inside, MaxBytes) is { } bytes)
        {
            Read(path, bytes, inside, organisations, people, visits);
        }

        problems.Include(inside);
    }

    /// <summary>As above, for a file whose bytes are at hand.</summary>
    /// <param name="path">As shown in messages.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="problems">Of this file alone.</param>
    /// <param name="organisations">Grows.</param>
    /// <param name="people">Grows.</param>
    /// <param name="visits">Grows.</param>
    public static void Read(
        string path,
        byte[] bytes,
        ProblemList problems,
        List<OrganisationDraft> organisations,
        List<PersonDraft> people,
        List<VisitDraft> visits
    )
    {
        foreach (var table in Tables(path, bytes, problems))
        {
            Read(table, problems, organisations, people, visits);
        }
    }

    private static IReadOnlyList<Table> Tables(string path, byte[] bytes, ProblemList problems)
    {
        var isOldWorkbook = bytes is [0xD0, 0xCF, 0x11, 0xE0, ..];
        if (
            bytes is [(byte)'P', (byte)'K', ..]
            || isOldWorkbook
            || path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
        )
        {
            return WorkbookTables.Read(path, bytes, problems);
        }

        return CsvTable.Read(path, bytes, problems) is { } table ? [table] : [];
    }

    private static void Read(
        Table table,
        ProblemList problems,
        List<OrganisationDraft> organisations,
        List<PersonDraft> people,
        List<VisitDraft> visits
    )
    {
        if (VisitTable.Fits(table))
        {
            visits.AddRange(VisitTable.Read(table, problems));
        }
        else if (VisitTable.IsNamed(table))
        {
            VisitTable.TellUnread(table, problems);
        }
        else if (ParticipationTable.Fits(table))
        {
            ParticipationTable.Read(table, problems, people);
        }
        else if (PeopleTable.Fits(table))
        {
            people.AddRange(PeopleTable.Read(table, problems));
        }
        else if (OrganisationTable.Fits(table))
        {
            organisations.AddRange(OrganisationTable.Read(table, problems));
        }
        else
        {
            problems.Incomplete = true;
            problems.Add("unknown-table", table.Top, NotATable, Headers);
        }
    }

    /// <summary>Whether the headers are those of organisations, people, participations or visits.</summary>
    public static bool Knows(Table table) =>
        VisitTable.Fits(table)
        || ParticipationTable.Fits(table)
        || PeopleTable.Fits(table)
        || OrganisationTable.Fits(table);

    /// <summary>
    /// Takes the first rows for what they are: titles and dates that people write above a table, then the headers. Where no
    /// row has known headers, the first row is taken for them.
    /// </summary>
    public static Table UnderHeader(Table bare, Func<Table, bool>? knows = null)
    {
        var candidates = bare
            .Rows.Take(DeepestHeader)
            .Select(row => bare with { HeaderLine = row.Line, Headers = row.Cells, Rows = [] })
            .ToList();
        var header = Math.Max(candidates.FindIndex(candidate => (knows ?? Knows)(candidate)), 0);
        return candidates.Count == 0
            ? bare
            : candidates[header] with
            {
                Rows = [.. bare.Rows.Skip(header + 1)],
            };
    }

    private static readonly Text NotATable = new(
        "Ces titres de colonnes ne sont ni ceux de structures ni ceux de personnes.",
        "These headers are neither those of organisations nor those of people."
    );

    private static readonly Text Headers = new(
        "Structures : id, nom, pivot, commune, code_postal, adresse, typologie… Personnes : identifiant, prénom, nom, courriel, organisation, groupes, rôle.",
        "Organisations: id, nom, pivot, commune, code_postal, adresse, typologie… People: identifiant, prénom, nom, courriel, organisation, groupes, rôle."
    );
}
