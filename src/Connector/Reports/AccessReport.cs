using Connector.Domain;
using Connector.Domain.Workspaces;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Reports;

/// <summary>What was computed for one folder and what the server told the person who signed in.</summary>
/// <param name="Path">The folder, as the service account sees it.</param>
/// <param name="Computed">Permission bits.</param>
/// <param name="Told">Those that the server tells; 0 for what it does not show.</param>
/// <param name="IsMount">
/// In a listing of the files above, a mount lacks the letters about renaming and deleting, or has them for leaving a
/// share: only reading, creating and sharing can be compared there (measured on 27).
/// </param>
internal sealed record AccessProof(string Path, int Computed, int Told, bool IsMount)
{
    public bool Holds
    {
        get
        {
            var mask = IsMount ? 1 | 4 | 16 : AclRule.All;
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

    /// <summary>The person or folder that was asked about; null for everything.</summary>
    public string? Subject { get; init; }

    public bool IsPerson { get; init; }

    /// <summary>Without a question: what each group gives, folder by folder.</summary>
    public IReadOnlyList<GroupAccess> Groups { get; init; } = [];

    /// <summary>With a question: the folders of a person, or the people of a folder.</summary>
    public IReadOnlyList<AccessEntry> Entries { get; init; } = [];

    /// <summary>Who was asked for a proof.</summary>
    public string? Witness { get; init; }

    public IReadOnlyList<AccessHazard> Hazards { get; init; } = [];

    public IReadOnlyList<AccessProof> Proofs { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>What was asked for and is nobody and nothing; null otherwise.</summary>
    public string? Unknown { get; init; }

    /// <summary>Names that could have been meant.</summary>
    public IReadOnlyCollection<string> Known { get; init; } = [];

    public void Write(IAnsiConsole console, Language language)
    {
        WriteGroups(console, language);
        WriteEntries(console, language);
        WriteProofs(console, language);
        WriteHazards(console, language);
    }

    /// <summary>Each main folder with its groups; below it, only where a group has other rights than above.</summary>
    private void WriteGroups(IAnsiConsole console, Language language)
    {
        var byPath = Groups.ToLookup(given => given.Path, StringComparer.Ordinal);
        foreach (var (path, given) in byPath.Select(folder => (folder.Key, folder)))
        {
            var parent = path[..Math.Max(0, path.LastIndexOf('/'))];
            var above = byPath[parent].ToDictionary(one => one.GroupId, StringComparer.Ordinal);
            var told = given
                .Where(one => above.GetValueOrDefault(one.GroupId)?.Bits != one.Bits)
                .Concat(
                    above
                        .Values.ExceptBy(given.Select(one => one.GroupId), one => one.GroupId)
                        .Select(one => one with { Bits = 0 })
                )
                .ToList();
            if (told.Count > 0)
            {
                console.MarkupLineInterpolated($"[bold]{path}[/]");
            }

            foreach (var group in told)
            {
                var count = new Text($"{group.Members} pers.", $"{group.Members} people").In(language);
                console.MarkupLineInterpolated(
                    $"  {group.GroupId} ({count}) : {AccessWords.Of(group.Bits).In(language)}"
                );
            }
        }
    }

    private void WriteEntries(IAnsiConsole console, Language language)
    {
        if (Subject is null)
        {
            return;
        }

        console.MarkupLineInterpolated($"[bold]{Subject}[/]");
        foreach (var entry in Entries)
        {
            var why = string.Join(" ; ", entry.Why.Select(reason => reason.In(language)));
            console.MarkupLineInterpolated(
                $"  {(IsPerson ? entry.Path : entry.UserId)} : {AccessWords.Of(entry.Bits).In(language)} [grey]— {why}[/]"
            );
        }

        if (Entries.Count == 0)
        {
            console.WriteLine("  " + AccessWords.Of(0).In(language));
        }
    }

    private void WriteProofs(IAnsiConsole console, Language language)
    {
        if (Proofs.Count == 0)
        {
            return;
        }

        var held = Proofs.Count(proof => proof.Holds);
        var title = new Text(
            $"Prouvé en demandant au serveur comme {Witness} : {held} dossiers sur {Proofs.Count}",
            $"Proved by asking the server as {Witness}: {held} folders of {Proofs.Count}"
        );
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{title.In(language)}[/]");
        foreach (var proof in Proofs)
        {
            var (computed, told) = (AccessWords.Of(proof.Computed), AccessWords.Of(proof.Told));
            if (proof.Holds)
            {
                console.MarkupLineInterpolated(
                    $"  [green]✓[/] {proof.Path} : {new Text($"{computed.French}, prouvé", $"{computed.English}, proved").In(language)}"
                );
            }
            else
            {
                var other = new Text(
                    $"calculé {computed.French}, le serveur dit autre chose : {told.French}",
                    $"computed {computed.English}, the server says otherwise: {told.English}"
                );
                console.MarkupLineInterpolated($"  [red]✗[/] {proof.Path} : {other.In(language)}");
            }
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
