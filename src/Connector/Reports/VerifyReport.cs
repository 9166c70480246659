using Connector.Domain;
using Connector.Domain.Signatures;
using Connector.Roadmaps;
using Connector.Templates;
using Spectre.Console;
using Signature = Connector.Domain.Signatures.Signature;
using Text = Connector.Domain.Text;

namespace Connector.Reports;

/// <summary>Whether a file is a published version, and which; else what it says otherwise.</summary>
internal sealed record VerifyReport : ITold
{
    private const int LinesShown = 20;

    /// <summary>What the file is called.</summary>
    public required string File { get; init; }

    /// <summary>Of its meaning; null for a file that is no .docx.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The version that it is; null when it is none.</summary>
    public Publication? Published { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Byte for byte one of the published files, rather than one that says the same.</summary>
    public bool IsTheVeryFile { get; init; }

    /// <summary>Who signed that version.</summary>
    public IReadOnlyList<Signature> Signatures { get; init; } = [];

    /// <summary>When it is none: the one that it resembles most; null when no version can be read.</summary>
    public NearestVersion? Nearest { get; init; }

    /// <summary>None: what is wrong with a register is a problem.</summary>
    public IReadOnlyList<Problem> Warnings => [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>0 only for a published version whose register is whole.</summary>
    public RunOutcome Outcome =>
        Published is not null && Problems.Count == 0 ? RunOutcome.Done : RunOutcome.Failed;

    private Text Verdict =>
        Published is { } published
            ? new Text(
                $"« {File} » est la version {published.Version} publiée le {PublishedAt:dd/MM/yyyy}{(IsTheVeryFile ? ", octet pour octet" : " : les mêmes mots, enregistrés autrement")}. Empreinte : {DocumentMeaning.Abridged(published.Fingerprint)}.",
                $"'{File}' is version {published.Version} published on {PublishedAt:dd/MM/yyyy}{(IsTheVeryFile ? ", byte for byte" : ": the same words, saved otherwise")}. Fingerprint: {DocumentMeaning.Abridged(published.Fingerprint)}."
            )
        : Nearest is { } nearest
            ? new Text(
                $"« {File} » n'est aucune version publiée. Par rapport à la version {nearest.Published.Version} du {nearest.PublishedAt:dd/MM/yyyy} :",
                $"'{File}' is no published version. Compared with version {nearest.Published.Version} of {nearest.PublishedAt:dd/MM/yyyy}:"
            )
        : new Text($"« {File} » n'est aucune version publiée.", $"'{File}' is no published version.");

    public void Write(IAnsiConsole console, Language language)
    {
        console.WriteLine(Verdict.In(language));
        foreach (var signature in Signatures)
        {
            console.MarkupLineInterpolated($"  [green]✓[/] {RoadmapState.Of(signature)}");
        }

        var differences = Nearest?.Differences ?? [];
        foreach (var difference in differences.Take(LinesShown))
        {
            var sign = difference.IsInFile ? "[green]+[/]" : "[red]−[/]";
            console.MarkupLine($"  {sign} {difference.Line.EscapeMarkup()}");
        }

        if (differences.Count > LinesShown)
        {
            var more = Remaining.Lines(differences.Count - LinesShown);
            console.WriteLine($"  … {more.In(language)}.");
        }
    }

    public void WriteJson(IAnsiConsole console, Language language) =>
        JsonReport.Write(
            console,
            new
            {
                File,
                Fingerprint,
                Outcome,
                exitCode = (int)Outcome,
                summary = Verdict.In(language),
                version = Published?.Version,
                publishedAt = PublishedAt,
                sameBytes = IsTheVeryFile,
                signatures = Signatures.Select(act => new
                {
                    act.Organisation,
                    act.Signatory,
                    act.Capacity,
                    act.SignedOn,
                }),
                nearestVersion = Nearest?.Published.Version,
                differences = Nearest?.Differences.Select(line => new
                {
                    @in = line.IsInFile ? "file" : "published",
                    line.Line,
                }),
                problems = Problems.Select(problem => JsonReport.Problem(problem, language)),
            }
        );
}
