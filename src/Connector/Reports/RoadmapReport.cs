using Connector.Domain;
using Connector.Domain.Documents;
using Connector.Domain.Signatures;
using Connector.Roadmaps;
using Connector.Templates;
using Spectre.Console;
using Signature = Connector.Domain.Signatures.Signature;
using Text = Connector.Domain.Text;

namespace Connector.Reports;

/// <summary>Where roadmaps stand: published, signed, changed since; and what was done about it.</summary>
internal sealed record RoadmapReport : ITold
{
    /// <summary>Its name; empty when it was not opened.</summary>
    public string Territory { get; init; } = "";

    public Uri? Server { get; init; }

    public RunOutcome Outcome { get; init; }

    /// <summary>What was done, in a sentence; null when only looked.</summary>
    public Text? Said { get; init; }

    public IReadOnlyList<RoadmapState> Roadmaps { get; init; } = [];

    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public static RoadmapReport Refused(IReadOnlyList<Problem> problems) =>
        new() { Outcome = RunOutcome.Failed, Problems = problems };

    public RoadmapReport Stopped(Problem problem) =>
        this with
        {
            Outcome = RunOutcome.Failed,
            Problems = [.. Problems, problem],
        };

    public RoadmapReport With(
        RoadmapFile file,
        SignatureBoard board,
        string? fingerprint,
        RoadmapReview? review = null,
        IReadOnlyList<SignedAct>? before = null
    ) =>
        this with
        {
            Roadmaps =
            [
                .. Roadmaps,
                new RoadmapState(file, board, fingerprint) { Review = review, Before = before ?? [] },
            ],
        };

    public void Write(IAnsiConsole console, Language language)
    {
        foreach (var roadmap in Roadmaps)
        {
            console.MarkupLineInterpolated($"[bold]{roadmap.File.Owner}[/] – {roadmap.State.In(language)}");
            foreach (var signature in roadmap.Board.Signatures)
            {
                console.MarkupLineInterpolated($"  [green]✓[/] {RoadmapState.Of(signature)}");
            }

            var waiting = string.Join(", ", roadmap.Waiting.Select(member => member.Name));
            if (waiting.Length > 0)
            {
                var words = new Text($"pas encore signé : {waiting}", $"not signed yet: {waiting}");
                console.MarkupLineInterpolated($"  [yellow]•[/] {words.In(language)}");
            }

            WriteReview(console, roadmap.Review, language);
        }

        if (Said is { } said)
        {
            console.WriteLine(said.In(language));
        }
    }

    private static void WriteReview(IAnsiConsole console, RoadmapReview? review, Language language)
    {
        foreach (var point in review?.Points ?? [])
        {
            var (colour, sign) = point.State switch
            {
                RoadmapPointState.Present => ("green", "✓"),
                RoadmapPointState.Partial => ("yellow", "◐"),
                _ => ("red", "✗"),
            };
            var advice = string.Join(" ; ", point.Advice.Select(text => text.In(language)));
            var line = advice.Length == 0 ? point.Name.In(language) : $"{point.Name.In(language)} – {advice}";
            console.MarkupLine($"  [{colour}]{sign}[/] {line.EscapeMarkup()}");
        }

        foreach (var alert in review?.Alerts ?? [])
        {
            console.MarkupLineInterpolated($"  [yellow]![/] {alert.Sentence.In(language)}");
        }

        foreach (var doubt in review?.Written.Doubts ?? [])
        {
            var words = new Text(
                $"à relire, mal reconnu : {doubt}",
                $"please look, not surely recognised: {doubt}"
            );
            console.MarkupLineInterpolated($"  [yellow]?[/] {words.In(language)}");
        }
    }

    public void WriteJson(IAnsiConsole console, Language language) =>
        JsonReport.Write(
            console,
            new
            {
                Territory,
                server = Server,
                Outcome,
                exitCode = (int)Outcome,
                summary = Said?.In(language),
                roadmaps = Roadmaps.Select(roadmap => new
                {
                    group = roadmap.File.GroupId,
                    roadmap.File.Owner,
                    roadmap.File.Path,
                    roadmap.Fingerprint,
                    state = roadmap.State.In(language),
                    version = roadmap.Board.Published?.Version,
                    publishedAt = roadmap.Board.PublishedAt,
                    publishedFingerprint = roadmap.Board.Published?.Fingerprint,
                    folder = roadmap.Board.Published?.Folder,
                    changedSince = roadmap.Board.IsChangedSince,
                    signatures = roadmap.Board.Signatures.Select(act => new
                    {
                        act.OrganisationId,
                        act.Organisation,
                        act.Signatory,
                        act.Capacity,
                        act.SignedOn,
                    }),
                    points = roadmap.Review?.Points.Select(point => new
                    {
                        name = point.Name.In(language),
                        point.State,
                        advice = point.Advice.Select(text => text.In(language)),
                    }),
                    alerts = roadmap.Review?.Alerts.Select(alert => new
                    {
                        alert.Kind,
                        alert.Title,
                        alert.Date,
                        sentence = alert.Sentence.In(language),
                    }),
                    workstreams = roadmap.Review?.Written.Workstreams,
                    milestones = roadmap.Review?.Written.Milestones,
                    doubts = roadmap.Review?.Written.Doubts,
                    waiting = roadmap.Waiting.Select(member => new { member.Id, member.Name }),
                }),
                warnings = Warnings.Select(warning => JsonReport.Problem(warning, language)),
                problems = Problems.Select(problem => JsonReport.Problem(problem, language)),
            }
        );
}

/// <summary>One roadmap.</summary>
/// <param name="File">Whose, and where.</param>
/// <param name="Board">Who signed.</param>
/// <param name="Fingerprint">Of the document as it is now; null when it was not read.</param>
internal sealed record RoadmapState(RoadmapFile File, SignatureBoard Board, string? Fingerprint)
{
    /// <summary>What was published before, and who signed it: the whole register but what <see cref="Board"/> shows.</summary>
    public IReadOnlyList<SignedAct> Before { get; init; } = [];

    /// <summary>Signatures of earlier versions, the latest first; one an organisation and version.</summary>
    public IReadOnlyList<Signature> Earlier =>
        [
            .. Before
                .OfType<Signature>()
                .GroupBy(act => (act.Version, act.OrganisationId))
                .Select(acts => acts.Last())
                .Reverse(),
        ];

    /// <summary>What the document says; null when it was not read.</summary>
    public RoadmapReview? Review { get; init; }

    /// <summary>Members who have not signed the published version; none while nothing is published.</summary>
    public IEnumerable<Signer> Waiting =>
        Board.Published is null ? [] : File.Members.Where(member => Board.Waiting.Contains(member.Id));

    public Text State =>
        Board.Published is not { } published ? new Text("jamais publiée", "never published")
        : Board.IsChangedSince
            ? new Text(
                $"version {published.Version} du {Board.PublishedAt:dd/MM/yyyy}, modifiée depuis ; {Count.French}",
                $"version {published.Version} of {Board.PublishedAt:dd/MM/yyyy}, changed since; {Count.English}"
            )
        : new Text(
            $"version {published.Version} du {Board.PublishedAt:dd/MM/yyyy} ; {Count.French}",
            $"version {published.Version} of {Board.PublishedAt:dd/MM/yyyy}; {Count.English}"
        );

    private Text Count =>
        new(
            $"{Board.Signatures.Count} signature{(Board.Signatures.Count > 1 ? "s" : "")} sur {File.Members.Count}, empreinte {Digits}",
            $"{Board.Signatures.Count} of {File.Members.Count} signed, fingerprint {Digits}"
        );

    private string Digits => DocumentMeaning.Abridged(Board.Published!.Fingerprint);

    public static string Of(Signature act) =>
        act.Capacity is null
            ? $"{act.Organisation} – {act.Signatory}, {act.SignedOn:dd/MM/yyyy}"
            : $"{act.Organisation} – {act.Signatory} ({act.Capacity}), {act.SignedOn:dd/MM/yyyy}";
}
