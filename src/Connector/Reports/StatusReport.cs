using System.Globalization;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Spectre.Console;

namespace Connector.Reports;

/// <summary>What the ledger remembers of a territory, and its last runs.</summary>
internal sealed record StatusReport(string Territory, KnownWorkspace Known, IReadOnlyList<RunRow> Runs)
{
    public void Write(IAnsiConsole console, Language language, bool json)
    {
        if (json)
        {
            JsonReport.Write(console, AsJson());
            return;
        }

        console.MarkupLineInterpolated($"[bold]{Territory}[/]");
        foreach (var (kind, count) in Counts())
        {
            console.WriteLine($"  {count, 4} {kind.In(language)}");
        }

        foreach (var line in Closed().Concat(CalendarProofLines.Of(Known, language)))
        {
            console.WriteLine($"  {line.In(language)}");
        }

        if (Known.Unfinished.Count > 0)
        {
            var unfinished = new Domain.Text(
                $"{Known.Unfinished.Count} étapes commencées et non terminées : « connector apply » les reprendra.",
                $"{Known.Unfinished.Count} steps begun and not ended: 'connector apply' will settle them."
            );
            console.MarkupLineInterpolated($"[yellow]{unfinished.In(language)}[/]");
        }

        console.WriteLine();
        console.MarkupLineInterpolated(
            $"[bold]{new Domain.Text("Derniers passages", "Last runs").In(language)}[/]"
        );
        foreach (var run in Runs)
        {
            var local = run.StartedAt.ToLocalTime().ToString("g", Culture(language));
            var requests = new Domain.Text($"{run.Requests} requêtes", $"{run.Requests} requests").In(
                language
            );
            console.WriteLine($"  {local}  {run.Verb}  {OutcomeOf(run).In(language)}  {requests}");
        }
    }

    private IEnumerable<(Domain.Text Kind, int Count)> Counts()
    {
        yield return (
            new("groupes", "groups"),
            Count(key => key.StartsWith("group:", StringComparison.Ordinal))
        );
        yield return (
            new("comptes créés", "accounts made"),
            Count(key => key.StartsWith("account:", StringComparison.Ordinal))
        );
        yield return (
            new("dossiers d'équipe", "team folders"),
            Count(key =>
                IsArea(key)
                && !key.Contains('/', StringComparison.Ordinal)
                && !key.Contains('#', StringComparison.Ordinal)
            )
        );
        yield return (
            new("dossiers et documents", "folders and documents"),
            Known.Resources.Values.Count(item =>
                IsArea(item.Key) && item.Path is not null && item.Key.Contains('/', StringComparison.Ordinal)
            )
        );
        yield return (
            new("agendas", "calendars"),
            Count(key =>
                key.StartsWith("calendar:", StringComparison.Ordinal)
                && !key.Contains('/', StringComparison.Ordinal)
                && !key.Contains('#', StringComparison.Ordinal)
            )
        );
        yield return (
            new("séries de rencontres", "meeting series"),
            Count(key => key.StartsWith("event:", StringComparison.Ordinal))
        );
    }

    private IEnumerable<Domain.Text> Closed()
    {
        foreach (var known in Known.Resources.Values.OrderBy(known => known.Key, StringComparer.Ordinal))
        {
            if (WorkspaceKeys.ClosedGroupOf(known.Key) is not { } group)
            {
                continue;
            }

            var closed = ClosedGroup.Read(known);
            var day = closed?.On.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "?";
            yield return closed is { Stage: not ClosingStage.Closed }
                ? new(
                    $"« {group} » : fermeture commencée le {day}, non terminée : « connector close {group} » la termine",
                    $"'{group}': closing begun on {day}, not finished: 'connector close {group}' finishes it"
                )
                : new(
                    $"« {group} » : fermé le {day}, dans « {known.Path} »",
                    $"'{group}': closed on {day}, in '{known.Path}'"
                );
        }
    }

    private static bool IsArea(string key) => key.StartsWith("area:", StringComparison.Ordinal);

    private int Count(Func<string, bool> matches) => Known.Resources.Keys.Count(matches);

    private static CultureInfo Culture(Language language) =>
        CultureInfo.GetCultureInfo(language == Language.English ? "en-GB" : "fr-FR");

    private static Domain.Text OutcomeOf(RunRow run) =>
        run.Outcome switch
        {
            nameof(RunOutcome.Done) => new("fait", "done"),
            nameof(RunOutcome.PartlyDone) => new("fait en partie", "partly done"),
            nameof(RunOutcome.Postponed) => new("remis à plus tard", "postponed"),
            nameof(RunOutcome.Cancelled) => new("arrêté", "cancelled"),
            null => new("interrompu", "interrupted"),
            _ => new("échoué", "failed"),
        };

    private object AsJson() =>
        new
        {
            Territory,
            unfinished = Known.Unfinished.Order(StringComparer.Ordinal),
            runs = Runs.Select(run => new
            {
                run.Verb,
                run.StartedAt,
                run.EndedAt,
                outcome = run.Outcome,
                run.Requests,
            }),
            calendarProofs = CalendarProofLines
                .Proofs(Known)
                .Select(proof => new
                {
                    calendar = proof.CalendarKey,
                    proof.At,
                    proof.Objects,
                    proof.Missed,
                }),
            closed = Known
                .Resources.Values.Where(item => WorkspaceKeys.ClosedGroupOf(item.Key) is not null)
                .OrderBy(item => item.Key, StringComparer.Ordinal)
                .Select(item => (Known: item, Group: ClosedGroup.Read(item)))
                .Select(item => new
                {
                    group = WorkspaceKeys.ClosedGroupOf(item.Known.Key),
                    on = item.Group?.On,
                    finished = item.Group is { Stage: ClosingStage.Closed },
                    item.Known.Path,
                    zip = item.Group?.ZipPath,
                }),
            resources = Known
                .Resources.Values.OrderBy(item => item.Key, StringComparer.Ordinal)
                .Select(item => new
                {
                    item.Key,
                    item.RemoteId,
                    item.Path,
                    writtenByConnector = item.ContentHash is not null || item.BaseHash is not null,
                }),
        };
}
