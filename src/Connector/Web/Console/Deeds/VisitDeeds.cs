using Connector.Directories;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Shapes;
using Connector.Web.Console.Pages;
using Connector.Web.Console.Readings;

namespace Connector.Web.Console.Deeds;

/// <summary>Noting a visit to an organisation, in the directory's sheet « Rencontres ».</summary>
internal static class VisitDeeds
{
    public static async Task<DeedResult> NoteAsync(Deed deed)
    {
        var id = deed.Page.Route("organisation");
        var back = $"/annuaire/structures/{Uri.EscapeDataString(id)}";
        var reading = await deed.ReadAsync();
        if (reading?.Territory.Organisations.FirstOrDefault(one => one.Id == id) is not { } organisation)
        {
            return deed.Trouble(
                "/annuaire",
                "Cette structure n'est plus dans l'annuaire.",
                "This organisation is in the directory no more."
            );
        }

        var entry = Entry(deed, organisation, reading.Territory);
        if (Wrong(deed, entry) is { Count: > 0 } wrong)
        {
            return DeedResult.Again<OrganisationPage>(new FormTrouble(deed.Form) { Wrong = wrong });
        }

        var file = deed.Page.Owner!.File;
        var (result, problems) = await deed
            .Http.RequestServices.GetRequiredService<ConsoleWork>()
            .RunAsync(deed.Page.Owner, (open, ct) => WriteAsync(open, file, entry, id, ct));
        return (result ?? problems) is { Count: > 0 } told
            ? DeedResult.Again<OrganisationPage>(new FormTrouble(deed.Form) { Whole = deed.Told(told) })
            : deed.Done(
                back,
                "La visite est notée dans l'annuaire, feuille « Rencontres ».",
                "The visit is noted in the directory, sheet 'Rencontres'."
            );
    }

    private static VisitEntry Entry(Deed deed, Organisation organisation, Territory territory) =>
        new()
        {
            Organisation = NamedSheet.Called(
                organisation.Id,
                territory
                    .Organisations.DistinctBy(one => one.Id, StringComparer.Ordinal)
                    .ToDictionary(one => one.Id, one => one.Name, StringComparer.Ordinal)
            ),
            Date = deed.Date("jour"),
            By = deed.Text("par"),
            Met = deed.Text("avec"),
            State = deed.Text("etat"),
            Next = deed.Text("suite"),
            NextOn = deed.Date("pour-le"),
        };

    private static Dictionary<string, string> Wrong(Deed deed, VisitEntry entry)
    {
        var wrong = new Dictionary<string, string>(StringComparer.Ordinal);
        if (entry.Date is null)
        {
            wrong["jour"] = deed.Page.Say(
                "Dites le jour : passé, ou à venir pour un rendez-vous.",
                "Say the day: past, or to come for an appointment."
            );
        }

        if (entry.NextOn is not null && entry.Next.Length == 0)
        {
            wrong["suite"] = deed.Page.Say("Dites quoi faire ce jour-là.", "Say what to do on that day.");
        }

        if (entry.State.Length > 0 && !States.Contains(entry.State))
        {
            wrong["etat"] = deed.Page.Say("Choisissez dans la liste.", "Choose from the list.");
        }

        foreach (
            var (field, words) in new[] { ("par", entry.By), ("avec", entry.Met), ("suite", entry.Next) }
        )
        {
            if (words.Length > 0 && TextShape.Line.Fault(words) is { } fault)
            {
                wrong[field] = $"{deed.Page.Say(fault.Message)} {deed.Page.Say(fault.Remedy)}";
            }
        }

        return wrong;
    }

    /// <summary>What a visit may bring an organisation to.</summary>
    public static IReadOnlyList<string> States { get; } =
        RecordFields.Of(RecordKind.Organisation).First(field => field.Name == "etat").Choices;

    private static async Task<IReadOnlyList<Problem>> WriteAsync(
        OpenWork open,
        string file,
        VisitEntry entry,
        string id,
        CancellationToken ct
    )
    {
        var problems = new ProblemList(file);
        var directories = open.DirectoriesOf(file);
        // Beside the territory file, the one that the organisation is in.
        var own = open.Directory is null
            ? directories.Of(RecordKind.Organisation, id, problems) as LocalDirectory
            : null;
        return (own ?? directories.Own(problems)) is { } directory
            ? await new VisitEntryRun(entry, id).RunAsync(directory, ct)
            : problems.Errors;
    }
}
