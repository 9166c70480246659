using System.Globalization;
using Connector.Domain;
using Connector.Domain.Workspaces.Adoption;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Web.Console.Pages;

namespace Connector.Web.Console.Deeds;

/// <summary>
/// Linking what a Nextcloud has already, as <c>connector adopt</c> does: a look first, then what somebody decided. Only the ledger is
/// written; nothing is moved, renamed or changed on the server.
/// </summary>
internal static class AdoptDeeds
{
    /// <summary>Decisions on one page; what is left comes with the next look.</summary>
    public const int Most = 100;

    public const string Look = "chercher";
    public const string Leave = "laisser";
    public const string Later = "plus-tard";

    public static async Task<DeedResult> ActAsync(Deed deed)
    {
        var looks = deed.Text("faire") == Look;
        var (entries, fields) = looks ? ([], []) : Decisions(deed);
        var (report, problems) = await RunAsync(
            deed,
            new AdoptAnswers { LinksNothing = looks, Mapping = entries }
        );
        if (report is null || report.Plan is null)
        {
            problems = report?.Problems ?? problems;
            return await AgainAsync(deed, problems, fields);
        }

        deed.Page.Adoption = report;
        return DeedResult.Again<AdoptPage>(new FormTrouble(deed.Form)) with
        {
            Status = StatusCodes.Status200OK,
            Outcome = Domain.Auditing.AuditOutcome.Done,
            Target = string.Create(CultureInfo.InvariantCulture, $"{report.Linked.Count} things"),
        };
    }

    /// <summary>What was found is looked for again, so that the page shows it beside what is wrong.</summary>
    private static async Task<DeedResult> AgainAsync(
        Deed deed,
        IReadOnlyList<Problem> problems,
        IReadOnlyList<string> fields
    )
    {
        if (fields.Count > 0)
        {
            var (found, _) = await RunAsync(deed, new AdoptAnswers { LinksNothing = true });
            deed.Page.Adoption = found?.Plan is null ? null : found;
        }

        return DeedResult.Again<AdoptPage>(
            new FormTrouble(deed.Form)
            {
                Wrong = problems
                    .Where(problem => problem.Place?.Line is > 0 and var line && line <= fields.Count)
                    .GroupBy(problem => fields[problem.Place!.Value.Line - 1])
                    .ToDictionary(same => same.Key, same => deed.Told(same.Take(1))),
                Whole = deed.Told(problems.Take(2)),
            }
        );
    }

    private static Task<(AdoptReport? Report, IReadOnlyList<Problem> Problems)> RunAsync(
        Deed deed,
        AdoptAnswers answers
    ) =>
        deed
            .Http.RequestServices.GetRequiredService<ConsoleWork>()
            .RunAsync(
                deed.Page.Owner!,
                (open, ct) =>
                    new AdoptRun(
                        open.Client,
                        open.Ledger,
                        deed.Http.RequestServices.GetRequiredService<TimeProvider>()
                    ).RunAsync(open.Loaded.Territory!, open.Loaded.Blueprints, answers, ct),
                changes: !answers.LinksNothing
            );

    /// <summary>
    /// One line for each decision, as a file of decisions would have it: a path that was typed, else what was chosen. What waits has
    /// no line, unless it has the very name: that would be linked without one.
    /// </summary>
    private static (IReadOnlyList<MappingEntry> Entries, IReadOnlyList<string> Fields) Decisions(Deed deed)
    {
        var (entries, fields) = (new List<MappingEntry>(), new List<string>());
        var things = deed.All("chose");
        for (var index = 0; index < Math.Min(things.Count, Most); index++)
        {
            var (chosen, typed) = (deed.Text($"choix-{index}"), deed.Text($"chemin-{index}"));
            var isExact = deed.IsTicked($"exact-{index}");
            if (typed.Length == 0 && (chosen.Length == 0 || (chosen == Later && !isExact)))
            {
                continue;
            }

            var target =
                typed.Length > 0 ? typed
                : chosen is Leave or Later ? null
                : $"id:{chosen}";
            fields.Add($"choix-{index}");
            var place = new SourcePlace("", fields.Count, 0);
            entries.Add(new MappingEntry(things[index], target, place, place));
        }

        return (entries, fields);
    }
}
