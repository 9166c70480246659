using Connector.Directories;
using Connector.Domain;
using Connector.Persons;
using Connector.Reports;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Shapes;
using Connector.Web.Console.Pages;

namespace Connector.Web.Console.Deeds;

/// <summary>What somebody may ask of the network about their own data: by the same runs as <c>connector person</c>.</summary>
internal static class PersonDeeds
{
    /// <summary>Fields that can be corrected, by the names of the form.</summary>
    public static readonly IReadOnlyList<(string Name, Key Key, Text Label)> Fields =
    [
        ("prenom", PersonRecord.FirstName, new Text("Prénom", "First name")),
        ("nom", PersonRecord.Name, new Text("Nom", "Name")),
        ("courriel", PersonRecord.Email, new Text("Courriel professionnel", "Professional e-mail")),
        ("telephone", PersonRecord.Telephone, new Text("Téléphone professionnel", "Professional telephone")),
    ];

    /// <summary>First tells what it would do; with « oui » it does it. The page with the report is the answer.</summary>
    public static async Task<DeedResult> ActAsync(Deed deed)
    {
        var what = deed.Text("quoi");
        var values = Fields
            .Where(field => deed.Text(field.Name).Length > 0)
            .Select(field => (field.Key, Value: deed.Text(field.Name)))
            .ToList();
        if (what is not ("corriger" or "opposer" or "effacer") || (what == "corriger" && values.Count == 0))
        {
            return DeedResult.Again<PersonRightsPage>(
                new FormTrouble(deed.Form)
                {
                    Whole = deed.Page.Say(
                        "Dites ce qui est à corriger : remplissez au moins un champ.",
                        "Say what is to be corrected: fill at least one field."
                    ),
                }
            );
        }

        var isReal = deed.IsTicked("oui");
        var report = await RunAsync(
            deed,
            isReal,
            (run, ct) =>
                what switch
                {
                    "corriger" => run.RectifyAsync(values, ct),
                    "opposer" => run.ObjectAsync(ct),
                    _ => run.EraseAsync(ct),
                }
        );
        deed.Page.Person = report;
        return DeedResult.Again<PersonRightsPage>(new FormTrouble(deed.Form)) with
        {
            Status = StatusCodes.Status200OK,
            Outcome =
                !isReal ? null
                : report.Problems.Count > 0 ? Domain.Auditing.AuditOutcome.Failed
                : Domain.Auditing.AuditOutcome.Done,
            // Looking is noted as what it is.
            Target = isReal ? what : $"{what} preview",
        };
    }

    /// <summary>All that is kept about somebody, as a file to hand over.</summary>
    public static async Task<DeedResult> ExportAsync(Deed deed)
    {
        var id = deed.Page.Route("person");
        var folder = Directory.CreateTempSubdirectory("connector-donnees-");
        try
        {
            var owner = deed.Page.Owner!;
            var time = deed.Http.RequestServices.GetRequiredService<TimeProvider>();
            var (report, problems) = await deed
                .Http.RequestServices.GetRequiredService<ConsoleWork>()
                .RunAsync(
                    owner,
                    (open, ct) =>
                        new PersonExportRun(
                            open.Client,
                            open.Ledger,
                            open.Loaded.Territory!,
                            new PersonRequest(owner.File, id, Yes: false),
                            time
                        ).RunAsync(folder.FullName, ct)
                );
            if (report is null || report.Problems.Count > 0)
            {
                return deed.Trouble(
                    $"/annuaire/personnes/{Uri.EscapeDataString(id)}/droits",
                    report?.Problems ?? problems
                );
            }

            var json = folder.EnumerateFiles("*.json").Single();
            var bytes = await File.ReadAllBytesAsync(json.FullName, deed.Ct);
            return new DeedResult("", null) { Answer = Results.File(bytes, "application/json", json.Name) };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<PersonReport> RunAsync(
        Deed deed,
        bool isReal,
        Func<PersonRun, CancellationToken, Task<PersonReport>> act
    )
    {
        var owner = deed.Page.Owner!;
        var request = new PersonRequest(owner.File, deed.Page.Route("person"), isReal);
        var time = deed.Http.RequestServices.GetRequiredService<TimeProvider>();
        var (report, problems) = await deed
            .Http.RequestServices.GetRequiredService<ConsoleWork>()
            .RunAsync(
                owner,
                (open, ct) =>
                    act(
                        new PersonRun(
                            open.Client,
                            open.Ledger,
                            open.Loaded.Territory!,
                            request,
                            time,
                            CloudDirectoryFile.Of(open.Client, open.Directory)
                        ),
                        ct
                    )
            );
        return report ?? PersonReport.Refused(problems);
    }
}
