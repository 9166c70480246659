using System.Text;
using Connector.Domain.Directories;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles.Records;

namespace Connector.Directories;

/// <summary>« Annuaire.xlsx » before anybody wrote in it: the sheets and columns that Connector reads, with lists to choose from.</summary>
internal static class DirectoryWorkbook
{
    public const string FileName = "Annuaire.xlsx";

    /// <summary>Whether a directory of this name is a table of organisations alone.</summary>
    public static bool IsCsv(string name) => name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    /// <summary>What an empty directory of this name holds.</summary>
    public static byte[] EmptyOf(string name) => IsCsv(name) ? EmptyCsv() : Empty();

    private static readonly string[] YesNo = ["oui", "non"];
    private static readonly string[] States = ["à rencontrer", "rencontré", "invité", "membre"];

    /// <summary>The .xlsx; always the same bytes.</summary>
    public static byte[] Empty() =>
        WorkbookWriter.Write([
            .. new[] { Organisations(), People(), Participation(), Meetings() }.Select(DirectoryHelp.With),
            SourceSheet.Empty,
        ]);

    /// <summary>Organisations alone, for others to read.</summary>
    public static byte[] Of(IReadOnlyList<PlaceRecord> places, IReadOnlyList<DataSource> sources) =>
        WorkbookWriter.Write([
            new Sheet
            {
                Name = "Organisations",
                Columns = [.. StandardColumns.All.Select(Column)],
                Rows = places.Select(
                    IReadOnlyList<SheetCell?> (place) =>
                        [.. StandardColumns.All.Select(column => SheetCell.Of(place[column]))]
                ),
            },
            .. sources.Count > 0 ? new[] { SourceSheet.Of(sources) } : [],
        ]);

    /// <summary>The header line of the organisations alone.</summary>
    public static byte[] EmptyCsv() =>
        Encoding.UTF8.GetBytes(
            string.Join(
                ',',
                StandardColumns.All.Select(StandardColumns.Name).Append("état").Append("historique")
            ) + "\n"
        );

    private static Sheet Organisations() =>
        new()
        {
            Name = "Organisations",
            Columns =
            [
                .. StandardColumns.All.Select(Column),
                new SheetColumn("état", 14) { Options = States },
                new SheetColumn("historique", 11) { Options = YesNo },
                new SheetColumn("rôle", 16),
                new SheetColumn("référent", 18),
            ],
            Rows = [],
        };

    private static SheetColumn Column(StandardColumn column) =>
        new(
            StandardColumns.Name(column),
            column switch
            {
                StandardColumn.Name or StandardColumn.Address => 36,
                StandardColumn.Pivot or StandardColumn.Commune or StandardColumn.Telephone => 18,
                StandardColumn.PostalCode or StandardColumn.InseeCode => 11,
                _ => 16,
            }
        )
        {
            Kind = column == StandardColumn.UpdatedOn ? CellKind.Date : CellKind.Text,
            Options =
                column == StandardColumn.Type
                    ? [.. OrganisationTypes.National, .. OrganisationTypes.Local.Select(type => type.Code)]
                    : StandardChoices.Of(column),
        };

    private static Sheet People() =>
        new()
        {
            Name = "Personnes",
            Columns =
            [
                new SheetColumn("identifiant", 20),
                new SheetColumn("prénom", 16),
                new SheetColumn("nom", 20),
                new SheetColumn("courriel", 32),
                new SheetColumn("téléphone", 18),
                new SheetColumn("organisation", 24),
                new SheetColumn("élu", 8) { Options = YesNo },
                new SheetColumn("confirmé le", 12) { Kind = CellKind.Date },
                new SheetColumn("informé le", 12) { Kind = CellKind.Date },
                new SheetColumn("accord", 18) { Options = ConsentRecord.AgreedShape.Shown },
                new SheetColumn("accord le", 12) { Kind = CellKind.Date },
                new SheetColumn("opposition le", 12) { Kind = CellKind.Date },
                new SheetColumn("dernier contact", 12) { Kind = CellKind.Date },
            ],
            Rows = [],
        };

    private static Sheet Participation() =>
        new()
        {
            Name = "Participation",
            Columns =
            [
                new SheetColumn("personne", 20),
                new SheetColumn("groupe", 24),
                new SheetColumn("rôle", 14) { Options = GroupPlace.Roles },
            ],
            Rows = [],
        };

    private static Sheet Meetings() =>
        new()
        {
            Name = "Rencontres",
            Columns =
            [
                new SheetColumn("organisation", 24),
                new SheetColumn("date", 12) { Kind = CellKind.Date },
                new SheetColumn("par", 22),
                new SheetColumn("avec", 26),
                new SheetColumn("état", 14) { Options = States },
                new SheetColumn("suite", 40),
                new SheetColumn("pour le", 12) { Kind = CellKind.Date },
                new SheetColumn("fait", 8) { Options = YesNo },
                new SheetColumn("notes privées", 50),
            ],
            Rows = [],
        };
}
