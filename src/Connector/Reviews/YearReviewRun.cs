using Connector.DocumentFlow;
using Connector.Domain;
using Connector.Domain.Documents;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Minutes;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Publishing;
using Connector.Reports;

namespace Connector.Reviews;

/// <summary>
/// Looks back on a year of the network, and puts the review where all members find it: once. From then on it is theirs, and
/// asking again changes nothing.
/// </summary>
internal sealed class YearReviewRun(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    private const string Folder = "Bilans";

    /// <summary>Minutes are read, not judged: nothing is missed after that many days.</summary>
    private const int AnyPatience = 366;

    private readonly WorkspaceFiles _files = new(client);

    /// <param name="territory">The territory.</param>
    /// <param name="blueprints">By name.</param>
    /// <param name="year">The year; null for the running one, in January and February the one before.</param>
    /// <param name="isWritten">Whether the document is made; else it is only told.</param>
    /// <param name="ct">Stops.</param>
    public async Task<ReviewReport> RunAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        int? year,
        bool isWritten,
        CancellationToken ct
    )
    {
        var report = new ReviewReport { Territory = territory.Name };
        var builder = new ScopeBuilder(client, ledger, time) { Actions = true };
        var scope = await builder.BuildAsync(territory, blueprints, ct);
        var shelf = MinutesShelf.Of(scope, ledger, territory);
        var minutes = await new MinutesStatusRun(client, ledger, time).RunAsync(shelf, null, AnyPatience, ct);
        var review = YearReview.Of(
            year ?? DefaultYear(scope.Today),
            [.. minutes.Groups.Select(group => new GroupMinutesBook(group.Id, group.Name, group.Minutes))],
            scope.Board.Actions
        );
        report = report with { Review = review, Warnings = minutes.Warnings };
        if (review.IsEmpty)
        {
            return report with { Said = Nothing(review.Year) };
        }

        return isWritten ? await Write(report, scope, review, ct) : report;
    }

    /// <summary>A year is looked back on at its end and in the weeks after it.</summary>
    public static int DefaultYear(DateOnly today) => today.Month < 3 ? today.Year - 1 : today.Year;

    private async Task<ReviewReport> Write(
        ReviewReport report,
        ProvisionScope scope,
        YearReview review,
        CancellationToken ct
    )
    {
        var area = scope.Spec.Areas.FirstOrDefault(one =>
            one.WorkingGroupId is null && one.Documents.Any(document => document.Kind == DocumentKind.Roadmap)
        );
        if (area is null || KnownPlace.Of(area.Key, scope.Spec, scope.Known, scope.Snapshot) is not { } root)
        {
            return report.Stopped(ReviewProblems.NotThereYet);
        }

        var name = $"Bilan {review.Year}.docx";
        var path = $"{root}/{Folder}/{name}";
        if (await client.Files.Find(path, ct) is not null)
        {
            return report with { Said = Already(path) };
        }

        if (await _files.MakeFolder($"{root}/{Folder}", ct) is { } noFolder)
        {
            return report.Stopped(noFolder);
        }

        var (_, refused) = await _files.PutNew(path, Fill(scope, area, name, review), MadeDocument.Docx, ct);
        return refused is null ? report with { Said = Done(path) } : report.Stopped(refused);
    }

    private static byte[] Fill(ProvisionScope scope, AreaSpec area, string name, YearReview review)
    {
        var kind = DocumentTemplates.KindOf(DocumentKind.YearlyReview)!;
        var document = new DocumentSpec
        {
            Key = WorkspaceKeys.Below(area.Key, $"{Folder}/{name}"),
            ParentKey = area.Key,
            Name = name,
            Kind = DocumentKind.YearlyReview,
            Template = scope.Templates.Files.GetValueOrDefault(kind.Name),
        };
        var context = new ComposedTerritory(scope.Spec, scope.Source, scope.Today)
        {
            Calendars = scope.Calendars,
            Board = scope.Board,
        };
        var content = YearlyReviewComposer.Compose(context, area, document, review.Year) with
        {
            Life = YearlyReviewComposer.LifeOf(review),
        };
        return DocumentTemplates.Of(document).Fill(content.ToData());
    }

    private static Text Nothing(int year) =>
        new(
            $"Aucun compte rendu ne raconte encore l'année {year}.",
            $"No minutes tell of the year {year} yet."
        );

    private static Text Done(string path) =>
        new(
            $"Le bilan est prêt : « {path} ». Il reste à écrire ensemble les faits marquants et ce que l'on a appris.",
            $"The review is ready: '{path}'. What is left is to write the highlights and what was learnt, together."
        );

    private static Text Already(string path) =>
        new(
            $"« {path} » est déjà là, et il est à vous : rien n'est récrit. Renommez-le pour en recevoir un neuf.",
            $"'{path}' is there already, and it is yours: nothing is written anew. Rename it to get a new one."
        );
}
