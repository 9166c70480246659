using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Tables;

namespace Connector.Invitations;

/// <summary>What was written into the directory, or would be.</summary>
internal sealed record NotedReport
{
    /// <summary>Organisations that became « invité », or would.</summary>
    public int States { get; init; }

    /// <summary>Reminders in « Rencontres », written or to write.</summary>
    public int Reminders { get; init; }

    public bool IsWritten { get; init; }

    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public bool IsPending => !IsWritten && States + Reminders > 0;
}

/// <summary>Writes invitations down in the workbook in which their organisations stand, wherever that is kept.</summary>
/// <param name="territory">Whose organisations.</param>
/// <param name="book">The workbook; null for a directory that has none.</param>
internal sealed class InvitationNotes(Territory territory, IDirectoryBook? book)
{
    public async Task<NotedReport> WriteAsync(
        IReadOnlyList<InvitationRow> rows,
        bool yes,
        CancellationToken ct
    )
    {
        var inBook = rows.Where(row => IsIn(row.Organisation)).ToList();
        var elsewhere = rows.Except(inBook)
            .Where(row => Contact(row.Organisation) is not (ContactState.Invited or ContactState.Member))
            .Select(row => ByHand(row.Organisation))
            .ToList();
        if (inBook.Count == 0)
        {
            return new NotedReport { Warnings = elsewhere };
        }

        var (before, unread) = await book!.ReadAsync(ct);
        if (before is null)
        {
            return new NotedReport { Warnings = elsewhere, Problems = [unread!] };
        }

        try
        {
            return await Write(before, inBook, yes, elsewhere, ct);
        }
        catch (SpreadsheetException refused)
        {
            var (code, message, remedy) = TableProblems.Of(refused.Fault);
            var problem = new Problem
            {
                Code = code,
                Message = message,
                Remedy = remedy,
                Place = new SourcePlace(book.Name, 0, 0),
            };
            return new NotedReport { Warnings = elsewhere, Problems = [problem] };
        }
    }

    private async Task<NotedReport> Write(
        byte[] before,
        IReadOnlyList<InvitationRow> rows,
        bool yes,
        IReadOnlyList<Problem> elsewhere,
        CancellationToken ct
    )
    {
        var names = territory.Organisations.ToDictionary(
            one => one.Id,
            one => one.Name,
            StringComparer.Ordinal
        );
        var noted = InvitationRows.Write(before, rows, names);
        var report = new NotedReport
        {
            States = noted.States,
            Reminders = noted.Reminders,
            Warnings = [.. elsewhere, .. noted.Doubts.Select(Doubt)],
        };
        if (!yes || noted.States + noted.Reminders == 0)
        {
            return report;
        }

        return await book!.WriteAsync(before, noted.Xlsx, ct) is { } problem
            ? report with
            {
                Problems = [problem],
            }
            : report with
            {
                IsWritten = true,
            };
    }

    private bool IsIn(string organisation) =>
        book is not null
        && territory.Places.TryGetValue(WorkspaceKeys.Organisation(organisation), out var place)
        && place.File == book.Name;

    private ContactState? Contact(string organisation) =>
        territory.Organisations.First(one => one.Id == organisation).Contact;

    private Problem Doubt(Text doubt) =>
        new()
        {
            Code = "not-noted",
            Place = new SourcePlace(book!.Name, 0, 0),
            Message = doubt,
            Remedy = new Text("Notez-le vous-même.", "Write it down yourself."),
        };

    private static Problem ByHand(string organisation) =>
        new()
        {
            Code = "not-noted",
            Message = new Text(
                $"« {organisation} » n'est pas dans un annuaire .xlsx : l'invitation n'y est pas notée.",
                $"'{organisation}' is not in an .xlsx directory: the invitation is not written down."
            ),
            Remedy = new Text(
                "Écrivez « état: invité » là où elle est décrite.",
                "Write 'état: invité' where it is described."
            ),
        };
}
