using Connector.Domain;
using Connector.Domain.Directories;
using Connector.Domain.Territories;
using Connector.Nextcloud;
using Connector.Reports;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Tables;

namespace Connector.Directories;

/// <summary>
/// <c>connector directory import --from-nextcloud</c>: accounts become people, what their profiles name becomes organisations, and
/// who sits in a group of the network takes part in it. Only rows are added and empty cells filled.
/// </summary>
/// <param name="client">The server.</param>
/// <param name="directory">The directory, a workbook.</param>
/// <param name="territory">With that directory.</param>
internal sealed class ServerImportRun(NextcloudClient client, IOwnDirectory directory, Territory territory)
{
    public async Task<ServerImportView> RunAsync(bool yes, CancellationToken ct)
    {
        if (DirectoryWorkbook.IsCsv(directory.ShownAs))
        {
            return Refused(NeedsWorkbook, InitAgain);
        }

        var groups = await client.Groups.List(ct);
        var users = await client.Users.List(ct);
        var merged = new PeopleMerge(
            territory,
            groups.ToDictionary(group => group.Id, group => group.DisplayName, StringComparer.Ordinal)
        ).Merge(
            users
                .Where(user => user.Enabled && user.Id != client.Account.Principal)
                .Select(user => new ServerPerson(
                    user.Id,
                    user.DisplayName,
                    user.Email,
                    user.Organisation,
                    user.Groups
                ))
        );
        var people = merged.Select(Checked).ToList();
        var sheets = new SheetRows(directory.ShownAs, directory.Bytes);
        if (
            sheets.Find("identifiant", "nom", "courriel") is not { } persons
            || sheets.Find("personne", "groupe") is not { } places
        )
        {
            return Refused(SheetsMissing, InitAgain);
        }

        var (organisations, undecided) = Organisations(sheets, people);
        Write(sheets, persons, people, organisations);
        sheets.Add(places, people.SelectMany(Places));
        var view = new ServerImportView
        {
            File = directory.ShownAs,
            People = people,
            Organisations =
            [
                .. people
                    .Select(person => person.NewOrganisation)
                    .OfType<string>()
                    .Where(name => organisations.TryGetValue(Folded.Key(name), out var one) && one.IsNew)
                    .DistinctBy(Folded.Key),
            ],
            UndecidedOrganisations = undecided,
            Changes = !sheets.Bytes.AsSpan().SequenceEqual(directory.Bytes),
        };
        if (!yes || !view.Changes)
        {
            return view;
        }

        return await directory.SaveAsync(sheets.Bytes, ct) is { } problem
            ? view with
            {
                Problems = [problem],
            }
            : view with
            {
                IsWritten = true,
            };
    }

    /// <summary>An account that no directory could name is nobody's row.</summary>
    private static PersonResult Checked(PersonResult result) =>
        result.Outcome == PersonOutcome.Added && Identifiers.Person.Fault(result.Person.Id) is { } fault
            ? new PersonResult
            {
                Person = result.Person,
                Outcome = PersonOutcome.Refused,
                Reason = fault.Message,
            }
            : result;

    /// <summary>Organisations that profiles name and nobody has written down yet, merged as any other list is.</summary>
    private (Dictionary<string, (string Id, bool IsNew)> Ids, IReadOnlyList<string> Undecided) Organisations(
        SheetRows sheets,
        IReadOnlyList<PersonResult> people
    )
    {
        var ids = new Dictionary<string, (string, bool)>(StringComparer.Ordinal);
        var names = people
            .Select(person => person.NewOrganisation)
            .OfType<string>()
            .DistinctBy(Folded.Key)
            .ToList();
        if (names.Count == 0 || WorkbookBook.Open(directory.ShownAs, sheets.Bytes) is null)
        {
            return (ids, names);
        }

        var merged = DirectoryMerge.Merge(
            [
                .. territory.Organisations.Select(one =>
                    one.Place.With(StandardColumn.Id, one.Id).With(StandardColumn.Name, one.Name)
                ),
            ],
            [
                .. names.Select(name => new IncomingPlace
                {
                    Place = PlaceRecord.Empty.With(StandardColumn.Name, name),
                    At = new SourcePlace("Nextcloud", 0, 0),
                }),
            ],
            addAlike: false
        );
        var undecided = new List<string>();
        foreach (var (name, result) in names.Zip(merged.Results))
        {
            if (result.New is { } added)
            {
                ids[Folded.Key(name)] = (added[StandardColumn.Id]!, true);
            }
            else if (result.Index is { } index)
            {
                ids[Folded.Key(name)] = (territory.Organisations[index].Id, false);
            }
            else
            {
                undecided.Add(name);
            }
        }

        if (sheets.Find("id", "nom", "pivot") is { } table)
        {
            sheets.Add(
                table,
                merged
                    .Results.Select(result => result.New)
                    .OfType<PlaceRecord>()
                    .Select(place => new Dictionary<string, string>
                    {
                        ["id"] = place[StandardColumn.Id]!,
                        ["nom"] = place[StandardColumn.Name]!,
                        ["état"] = "à rencontrer",
                    })
            );
        }

        return (ids, undecided);
    }

    private static void Write(
        SheetRows sheets,
        Table persons,
        IReadOnlyList<PersonResult> people,
        Dictionary<string, (string Id, bool IsNew)> organisations
    )
    {
        string Organisation(PersonResult person) =>
            person.Organisation
            ?? (
                person.NewOrganisation is { } name
                && organisations.TryGetValue(Folded.Key(name), out var found)
                    ? found.Id
                    : ""
            );
        var column = persons.Column("identifiant");
        var rows = persons
            .Rows.Where(row => row[column].Length > 0)
            .DistinctBy(row => row[column], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(row => row[column], row => row.Line, StringComparer.OrdinalIgnoreCase);
        sheets.Fill(
            persons,
            people
                .Where(person => rows.ContainsKey(person.Person.Id))
                .SelectMany(person =>
                    new[]
                    {
                        (rows[person.Person.Id], "courriel", person.FilledEmail ?? ""),
                        (rows[person.Person.Id], "organisation", Organisation(person)),
                    }
                )
                .Where(cell => cell.Item3.Length > 0)
        );
        sheets.Add(
            persons,
            people
                .Where(person => person.Outcome == PersonOutcome.Added)
                .Select(person => new Dictionary<string, string>
                {
                    ["identifiant"] = person.Person.Id,
                    // Which part of it is the first name, the server does not know.
                    ["nom"] = person.Person.Name,
                    ["courriel"] = person.Person.Email ?? "",
                    ["organisation"] = Organisation(person),
                })
        );
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> Places(PersonResult person) =>
        person.Places.Select(place => new Dictionary<string, string>
        {
            ["personne"] = person.Person.Id,
            ["groupe"] = place.Group,
            ["rôle"] = place.Role switch
            {
                GroupRole.Lead => "animation",
                GroupRole.Observer => "observateur",
                GroupRole.Coordination => "coordination",
                _ => "membre",
            },
        });

    private ServerImportView Refused(Text message, Text remedy) =>
        ServerImportView.Refused(
            directory.ShownAs,
            [
                new Problem
                {
                    Code = "no-people-sheet",
                    Place = new SourcePlace(directory.ShownAs, 0, 0),
                    Message = message,
                    Remedy = remedy,
                },
            ]
        );

    private static readonly Text NeedsWorkbook = new(
        "Un annuaire en CSV n'a pas de place pour les personnes et leur participation.",
        "A directory in CSV has no place for people and their participation."
    );

    private static readonly Text SheetsMissing = new(
        "L'annuaire n'a pas les feuilles « Personnes » (identifiant, nom, courriel) et « Participation » (personne, groupe).",
        "The directory lacks the sheets 'Personnes' (identifiant, nom, courriel) and 'Participation' (personne, groupe)."
    );

    private static readonly Text InitAgain = new(
        "« connector directory init modele.xlsx » en écrit un modèle à copier.",
        "'connector directory init model.xlsx' writes a model to copy from."
    );
}
