using Connector.Domain.Needs;
using Connector.Templates.Spreadsheets;

namespace Connector.Needs;

/// <summary>A diagnosis as a workbook, to sort and to bring to a meeting. Same report, same bytes.</summary>
internal static class DiagnosisWorkbook
{
    public static byte[] Of(DiagnosisReport report) =>
        WorkbookWriter.Write([
            Summary(report),
            Communes(report),
            Offer("Services", "Service", report.Services),
            Offer("Publics", "Public", report.Audiences),
            Offer("Prises en charge", "Prise en charge spécifique", report.Support),
            Hours(report.Opening),
        ]);

    private static Sheet Summary(DiagnosisReport report) =>
        new()
        {
            Name = "Synthèse",
            Columns = [new SheetColumn("Diagnostic", 140)],
            Rows = DiagnosisWords.Summary(report).Select(IReadOnlyList<SheetCell?> (line) => [line.French]),
        };

    private static Sheet Communes(DiagnosisReport report) =>
        new()
        {
            Name = "Communes",
            Columns =
            [
                new SheetColumn("Code INSEE", 12),
                new SheetColumn("Commune", 30),
                new SheetColumn("Score IFN", 11) { Kind = CellKind.Number },
                new SheetColumn("Millésime", 12),
                new SheetColumn("Source", 24),
                new SheetColumn("Plus fragile que la médiane", 26),
                new SheetColumn("Lieux", 9) { Kind = CellKind.Number },
                new SheetColumn("Lieu le plus proche", 36),
                new SheetColumn("Distance (km)", 15) { Kind = CellKind.Number },
                new SheetColumn("Fragile et loin", 16),
                new SheetColumn("Services sur place", 18) { Kind = CellKind.Number },
            ],
            Rows = report.Communes.Select(need => Row(need, report)),
        };

    private static IReadOnlyList<SheetCell?> Row(CommuneNeed need, DiagnosisReport report) =>
        [
            need.Commune.InseeCode,
            need.Commune.Name,
            need.Score is { } score ? SheetCell.Of(score) : null,
            need.Score is null ? null : (SheetCell)report.Vintage.Chosen.Vintage,
            need.Score is null ? null : (SheetCell)report.Vintage.Chosen.Source,
            YesNo(need.IsAboveMedian),
            SheetCell.Of((double)need.Places.Count),
            need.Nearest,
            need.Kilometres is { } far ? SheetCell.Of(Math.Round(far, 1)) : null,
            need.Reach == Reach.Unknown && need.IsAboveMedian ? "inconnu" : YesNo(need.IsForgotten),
            SheetCell.Of((double)need.Services.Count),
        ];

    /// <summary>In words: some spreadsheets show truth as 1 and 0.</summary>
    private static SheetCell YesNo(bool answer) => answer ? "oui" : "non";

    private static Sheet Offer(string name, string header, IReadOnlyList<OfferLine> lines) =>
        new()
        {
            Name = name,
            Columns =
            [
                new SheetColumn(header, 56),
                new SheetColumn("Lieux", 9) { Kind = CellKind.Number },
                new SheetColumn("Communes", 11) { Kind = CellKind.Number },
                new SheetColumn("Où", 90),
            ],
            Rows = lines.Select(
                IReadOnlyList<SheetCell?> (line) =>
                    [
                        line.Value,
                        SheetCell.Of((double)line.Places.Count),
                        SheetCell.Of((double)line.Communes),
                        line.Places.Count == 0 ? "personne" : string.Join(", ", line.Places),
                    ]
            ),
        };

    private static Sheet Hours(OpeningReport opening)
    {
        var told = opening
            .Evening.Concat(opening.Saturday)
            .Concat(opening.Never)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(
                IReadOnlyList<SheetCell?> (name) =>
                    [
                        name,
                        YesNo(opening.Evening.Contains(name, StringComparer.Ordinal)),
                        YesNo(opening.Saturday.Contains(name, StringComparer.Ordinal)),
                        null,
                    ]
            );
        var unread = opening.Unreadable.Select(
            IReadOnlyList<SheetCell?> (place) => [place.Place, null, null, place.Words]
        );
        return new Sheet
        {
            Name = "Horaires",
            Columns =
            [
                new SheetColumn("Lieu", 44),
                new SheetColumn("Ouvert après 18 h", 19),
                new SheetColumn("Ouvert le samedi", 18),
                new SheetColumn("Horaires illisibles", 50),
            ],
            Rows = told.Concat(unread),
        };
    }
}
