using Connector.Domain;
using Connector.Domain.Directories;
using Connector.Domain.Territories;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Tables;

/// <summary>
/// Organisations from a table, in the columns of the national standard « Lieux de médiation numérique » 1.0.2 or with
/// the keys of the territory file as headers. Public data sets have gaps: only an identifier and a name are needed.
/// </summary>
internal sealed class OrganisationTable
{
    private readonly Table _table;
    private readonly ProblemList _problems;
    private readonly int? _id;
    private readonly int? _name;
    private readonly int? _pivot;
    private readonly int? _address;
    private readonly int? _complement;
    private readonly List<(StandardColumn Column, int Index)> _standard;

    private OrganisationTable(Table table, ProblemList problems)
    {
        (_table, _problems) = (table, problems);
        _id = table.Column(OrganisationRecord.Id);
        _name = table.Column(OrganisationRecord.Name, "structure", "organisation");
        _pivot = table.Column(OrganisationRecord.Pivot);
        _address = table.Column(OrganisationRecord.Address);
        _complement = table.Column("complement_adresse");
        _standard =
        [
            .. table
                .Headers.Select((header, index) => (Column: StandardHeaders.Find(header), Index: index))
                .Where(pair => pair.Column is not null)
                .DistinctBy(pair => pair.Column)
                .Select(pair => (pair.Column!.Value, pair.Index)),
        ];
    }

    /// <summary>Whether a column stands there that only places have: the national standard also has « courriels ».</summary>
    public static bool HasPlaces(Table table) =>
        table.Column("pivot", "commune", "code_postal", "adresse", "typologie") is not null;

    public static bool Fits(Table table) =>
        table.Column(OrganisationRecord.Id) is not null
        && table.Column(OrganisationRecord.Name, "structure", "organisation") is not null;

    public static IReadOnlyList<OrganisationDraft> Read(Table table, ProblemList problems)
    {
        var reader = new OrganisationTable(table, problems);
        return [.. table.Rows.Select(reader.Read).OfType<OrganisationDraft>()];
    }

    private OrganisationDraft? Read(TableRow row)
    {
        var cells = new CellReader(_table, row, _problems);
        var id = cells.Required(_id, Identifiers.Organisation, "id");
        var name = cells.Required(_name, TextShape.Name, "nom");
        if (row[_pivot].Length == 0)
        {
            _problems.Warn("no-pivot", cells.At(_pivot), NoPivot(name?.Value ?? row[_name]), LookUp);
        }

        if (id is null)
        {
            return null;
        }

        var referent = cells.Text(Column(OrganisationRecord.Referent), Identifiers.Person);
        return new OrganisationDraft(
            id,
            new Organisation
            {
                Id = id.Value,
                Name = name?.Value ?? "",
                Pivot = OrganisationRecord.TidyPivot(cells.Lenient(_pivot, Identifiers.Pivot)),
                Type = OrganisationRecord.TidyType(
                    cells.Lenient(Column(OrganisationRecord.Type), TextShape.Name)
                ),
                Commune = cells.Lenient(Column(OrganisationRecord.Commune), TextShape.Name),
                PostalCode = cells
                    .Lenient(Column(OrganisationRecord.PostalCode), Identifiers.PostalCode)
                    ?.PadLeft(5, '0'),
                Address = Address(cells),
                WebSite = cells.Lenient(Column(OrganisationRecord.WebSite), Identifiers.WebAddress),
                Telephone = cells.Lenient(Column(OrganisationRecord.Telephone), TextShape.Name),
                Referent = referent,
                Role = cells.Lenient(Column(OrganisationRecord.Role), TextShape.Name),
                IsHistoric =
                    cells.Choice(Column(OrganisationRecord.Historic), OrganisationRecord.YesNo) ?? false,
                Contact = cells.Choice(Column(OrganisationRecord.Contact), OrganisationRecord.ContactShape),
                Place = Place(row),
            },
            referent is null
                ? null
                : new Located<string>(referent, cells.At(Column(OrganisationRecord.Referent)))
        );
    }

    /// <summary>What does not follow the standard is said where it matters: by import and export.</summary>
    private PlaceRecord Place(TableRow row) =>
        PlaceReading.Of(_standard.Select(pair => KeyValuePair.Create(pair.Column, row[pair.Index]))).Place;

    private int? Column(Key key) => _table.Column(key);

    private string? Address(CellReader cells)
    {
        var parts = new[] { _address, _complement }
            .Select(column => cells.Lenient(column, TextShape.Name))
            .OfType<string>()
            .ToList();
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    private static Text NoPivot(string name) =>
        new(
            $"« {Words.Shown(name)} » n'a ni SIRET ni RNA (colonne « pivot »).",
            $"'{Words.Shown(name)}' has neither SIRET nor RNA (column 'pivot')."
        );

    private static readonly Text LookUp = new(
        "La structure est reprise telle quelle ; son numéro se trouve sur annuaire-entreprises.data.gouv.fr.",
        "It is taken as it is; its number can be found on annuaire-entreprises.data.gouv.fr."
    );
}
