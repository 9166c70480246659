using Connector.Domain;
using Connector.Domain.Workspaces;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Reports;

/// <summary>What was computed for one folder and what the server told the person who signed in.</summary>
internal sealed record AccessProof(string Path, int Computed, int Told)
{
    /// <summary>
    /// At a mount the server's letters about renaming and deleting are about one's own view: only reading, creating
    /// and sharing count there.
    /// </summary>
    public bool Holds
    {
        get
        {
            var mask = Path.Contains('/', StringComparison.Ordinal) ? AclRule.All : 1 | 4 | 16;
            return (Computed & mask) == (Told & mask);
        }
    }
}

/// <summary>Who can see what, and why; what will trouble somebody; what the server itself says.</summary>
internal sealed record AccessReport
{
    public required string Territory { get; init; }

    public Uri? Server { get; init; }

    public RunOutcome Outcome { get; init; } = RunOutcome.Failed;

    public IReadOnlyList<AccessEntry> Entries { get; init; } = [];

    public IReadOnlyList<AccessHazard> Hazards { get; init; } = [];

    public IReadOnlyList<AccessProof> Proofs { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>What was asked for and is nobody and nothing; null otherwise.</summary>
    public string? Unknown { get; init; }

    /// <summary>Names that could have been meant.</summary>
    public IReadOnlyCollection<string> Known { get; init; } = [];

    public void Write(IAnsiConsole console, Language language)
    {
        foreach (var folder in Entries.GroupBy(entry => entry.Path, StringComparer.Ordinal))
        {
            console.MarkupLineInterpolated($"[bold]{folder.Key}[/]");
            foreach (var entry in folder)
            {
                var why = string.Join(" ; ", entry.Why.Select(reason => reason.In(language)));
                console.MarkupLineInterpolated(
                    $"  {entry.UserId} : {AccessWords.Of(entry.Bits).In(language)} [grey]— {why}[/]"
                );
            }
        }

        WriteProofs(console, language);
        WriteHazards(console, language);
    }

    private void WriteProofs(IAnsiConsole console, Language language)
    {
        if (Proofs.Count == 0)
        {
            return;
        }

        var held = Proofs.Count(proof => proof.Holds);
        console.WriteLine();
        console.MarkupLineInterpolated(
            $"[bold]{new Text($"Prouvé en demandant au serveur : {held} dossiers sur {Proofs.Count}", $"Proved by asking the server: {held} folders of {Proofs.Count}").In(language)}[/]"
        );
        foreach (var proof in Proofs.Where(proof => !proof.Holds))
        {
            var (computed, told) = (AccessWords.Of(proof.Computed), AccessWords.Of(proof.Told));
            console.MarkupLineInterpolated(
                $"  [red]✗[/] {proof.Path} : {new Text($"calculé {computed.French}, le serveur dit {told.French}", $"computed {computed.English}, the server says {told.English}").In(language)}"
            );
        }
    }

    private void WriteHazards(IAnsiConsole console, Language language)
    {
        if (Hazards.Count == 0)
        {
            return;
        }

        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{new Text("À surveiller", "To watch").In(language)}[/]");
        foreach (var hazard in Hazards)
        {
            console.MarkupLineInterpolated(
                $"  [yellow]![/] {hazard.Sentence.In(language)} [grey]({hazard.Code})[/]"
            );
        }
    }
}
