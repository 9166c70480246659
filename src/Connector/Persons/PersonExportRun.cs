using System.Globalization;
using System.Text.Json;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Reports;

namespace Connector.Persons;

/// <summary>« export »: gathers everything kept about somebody (RGPD, article 15), as data and as a page. Changes nothing.</summary>
internal sealed class PersonExportRun(
    NextcloudClient client,
    LedgerStore ledger,
    Territory territory,
    PersonRequest request,
    TimeProvider time
)
{
    /// <param name="folder">Where the two files go. Files that are there and are no page of ours are not replaced.</param>
    /// <param name="ct">Stops.</param>
    public async Task<PersonReport> RunAsync(string folder, CancellationToken ct)
    {
        var (who, problem) = SoughtPerson.Find(territory, request.Words);
        if (who is null)
        {
            return PersonReport.Refused([problem!]);
        }

        var slug = Slug.Of(territory.Name);
        var known = await ledger.LoadAsync(slug, ct);
        var server = new ServerTraces(client, known, who);
        var traces = (await server.FindAsync(ct)).Where(trace => !IsPrivate(trace)).ToList();
        var rows = await new PersonRows(
            ledger,
            slug,
            who.Match.IsIn,
            bytes => FileTraces.In("base.docx", bytes, who.Match) is { Count: > 0 }
        ).FindAsync(ct);
        traces.AddRange(LedgerTraces.Of(rows));
        var registers = await new SignatureRegister(ledger, slug, time).LoadAsync(ct);
        var export = new PersonExport
        {
            Network = territory.Name,
            Day = time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Person = PersonExport.Of(territory, who.Person),
            Groups = Groups(who.Person.Id),
            Card = server.Card?.Text,
            Signatures =
            [
                .. registers
                    .Values.SelectMany(chain => chain)
                    .Select(SignatureJson.Write)
                    .Where(json => who.Match.IsIn(JsonEscapes.Undone(json)))
                    .Select(json => JsonElement.Parse(json)),
            ],
            NamedIn = [.. traces.Select(trace => trace.Where.French)],
            Rights = Rights,
        };
        return Save(export, who, folder);
    }

    private static PersonReport Save(PersonExport export, SoughtPerson who, string folder)
    {
        Directory.CreateDirectory(folder);
        var name = Slug.Of(who.Person.Id.Length > 0 ? who.Person.Id : who.Person.Email ?? who.Person.Name);
        var (json, html) = (
            Path.Combine(folder, $"donnees-{name}.json"),
            Path.Combine(folder, $"donnees-{name}.html")
        );
        if (HtmlFile.Save(html, export.Html()) is { } problem)
        {
            return PersonReport.Refused([problem]);
        }

        File.WriteAllBytes(json, export.Json());
        return new PersonReport
        {
            Outcome = RunOutcome.Done,
            IsDone = true,
            Said = new Text(
                $"Tout ce qui est gardé sur « {who.Person.Name} » est dans « {html} » (à lire) et « {json} » (données). Supprimez ces fichiers une fois remis.",
                $"All that is kept about '{who.Person.Name}' is in '{html}' (to read) and '{json}' (data). Delete these files once handed over."
            ),
        };
    }

    private Dictionary<string, string> Groups(string id) =>
        territory
            .Groups.SelectMany(group =>
                group
                    .Participations.Where(part => part.PersonId == id)
                    .Select(part => (group.Name, part.Role))
            )
            .GroupBy(pair => pair.Name, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => string.Join(", ", group.Select(pair => RoleNames.French(pair.Role))),
                StringComparer.Ordinal
            );

    /// <summary>The directory in Nextcloud holds the coordinator's notes as well: nothing is told of where in it.</summary>
    private static bool IsPrivate(Trace trace) =>
        trace.Where.French.Contains("Annuaire", StringComparison.OrdinalIgnoreCase)
        || trace.Where.French.Contains("Rencontres", StringComparison.Ordinal);

    private static readonly string[] Rights =
    [
        "Faire corriger ces données, vous opposer à figurer au carnet d'adresses, ou les faire effacer : demandez-le à la coordination du réseau.",
        "Les versions publiées et signées des feuilles de route restent, comme archives.",
        "Vous pouvez saisir la CNIL : https://www.cnil.fr/fr/plaintes",
    ];
}
