using Connector.Domain;
using Connector.Domain.Auditing;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Provisioning.Closing;
using Connector.Reports;
using Connector.Web.Console.Pages;
using Connector.Web.Console.Readings;

namespace Connector.Web.Console.Deeds;

/// <summary>
/// Closing a working group and opening it again, as <c>connector close --no-zip</c> and <c>connector reopen</c> do: first what would
/// happen, then, by another button, that.
/// </summary>
internal static class ClosingDeeds
{
    public const string Look = "regarder";

    public static string PathOf(string group) => $"/groupes/{Uri.EscapeDataString(group)}/fermer";

    public static Task<DeedResult> CloseAsync(Deed deed) => ActAsync(deed, isOpening: false);

    public static Task<DeedResult> ReopenAsync(Deed deed) => ActAsync(deed, isOpening: true);

    private static async Task<DeedResult> ActAsync(Deed deed, bool isOpening)
    {
        var group = deed.Page.Route("group");
        var looks = deed.Text("faire") == Look;
        var time = deed.Http.RequestServices.GetRequiredService<TimeProvider>();
        var (report, problems) = await deed
            .Http.RequestServices.GetRequiredService<ConsoleWork>()
            .RunAsync(
                deed.Page.Owner!,
                (open, ct) =>
                    isOpening
                        ? ReopenAsync(open, group, looks, time, ct)
                        : CloseAsync(open, group, looks, time, ct),
                changes: !looks
            );
        if (report is null || report.Problems.Count > 0)
        {
            return deed.Trouble(PathOf(group), report?.Problems ?? problems);
        }

        if (report.Outcome != RunOutcome.ChangesPending)
        {
            return new DeedResult(
                deed.Page.At("/groupes"),
                new FlashNote(
                    string.Join(
                        ' ',
                        report
                            .Warnings.Select(warning => deed.Page.Say(warning.Message))
                            .Prepend(report.Summary is { } said ? deed.Page.Say(said) : "")
                    ),
                    IsTrouble: false
                )
            )
            {
                Target = $"group {group}",
            };
        }

        deed.Page.Closing = report;
        return DeedResult.Again<ClosingPage>(new FormTrouble(deed.Form)) with
        {
            Status = StatusCodes.Status200OK,
            Outcome = AuditOutcome.Done,
            Target = $"group {group}, look",
        };
    }

    private static async Task<ClosingReport> CloseAsync(
        OpenWork open,
        string id,
        bool looks,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var territory = open.Loaded.Territory!;
        if (territory.Groups.FirstOrDefault(group => group.Id == id) is not { } group)
        {
            return Unknown(territory, id);
        }

        var run = new CloseRun(open.Client, open.Ledger, time);
        var (report, plan) = await run.LookAsync(territory, group, null, ct);
        return plan is null || looks ? report : await run.ActAsync(plan, null, ct);
    }

    private static async Task<ClosingReport> ReopenAsync(
        OpenWork open,
        string id,
        bool looks,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var run = new ReopenRun(open.Client, open.Ledger, time);
        var (report, plan) = await run.LookAsync(open.Loaded.Territory!, id, ct);
        return plan is null || looks ? report : await run.ActAsync(plan, null, ct);
    }

    private static ClosingReport Unknown(Territory territory, string id) =>
        new()
        {
            Territory = territory.Name,
            Group = id,
            Outcome = RunOutcome.Failed,
            Problems =
            [
                new Problem
                {
                    Code = "unknown-group",
                    Message = new Text(
                        $"« {id} » n'est pas un groupe de « {territory.Name} ».",
                        $"'{id}' is not a group of '{territory.Name}'."
                    ),
                    Remedy = new Text(
                        "Choisissez-le dans la liste des groupes.",
                        "Choose it in the list of groups."
                    ),
                },
            ],
        };

    /// <summary>How a group was closed, wholly or half; null for one that is open.</summary>
    public static ClosedGroup? ClosedOf(this NetworkReading reading, string group) =>
        reading.Closed.FirstOrDefault(closed => closed.GroupId == group);
}
