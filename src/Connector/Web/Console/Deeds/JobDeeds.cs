using System.Globalization;
using Connector.Jobs;
using Connector.Web.Console.Readings;

namespace Connector.Web.Console.Deeds;

/// <summary>Asking for jobs and stopping them.</summary>
internal static class JobDeeds
{
    /// <summary>All groups ticked is everything, now and in what follows; none ticked is the network alone.</summary>
    public static Task<DeedResult> ApplyAsync(Deed deed)
    {
        var ticked = deed.All("groupe").ToHashSet(StringComparer.Ordinal);
        var offered = deed.All("propose");
        return AskAsync(
            deed,
            JobKind.Provision,
            offered.All(ticked.Contains) ? null : [.. offered.Where(ticked.Contains)],
            Left(deed)
        );
    }

    /// <summary>Of the steps that were shown, those without a tick; of the others, those that were left before.</summary>
    private static IReadOnlyList<string>? Left(Deed deed)
    {
        if (!deed.Form.ContainsKey(PlanLines.Shown))
        {
            return null;
        }

        var ticked = deed.All(PlanLines.Ticked).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. PlanLines
                .Keys(deed.Text(PlanLines.Shown))
                .Where((_, index) => !ticked.Contains(index.ToString(CultureInfo.InvariantCulture))),
            .. PlanLines.Keys(deed.Text(PlanLines.Kept)),
        ];
    }

    public static Task<DeedResult> AskAsync(Deed deed) =>
        JobWords.Choice.TryFind(deed.Http.Request.RouteValues["kind"]?.ToString() ?? "", out var kind)
            ? AskAsync(deed, kind)
            : Task.FromResult(
                deed.Trouble("/travaux", "Il n'y a pas de tâche de ce nom.", "There is no job of that name.")
            );

    public static async Task<DeedResult> CancelAsync(Deed deed)
    {
        var jobs = deed.Http.RequestServices.GetRequiredService<JobStore>();
        var id = long.Parse((string)deed.Http.Request.RouteValues["job"]!, CultureInfo.InvariantCulture);
        var path = $"/travaux/{id.ToString(CultureInfo.InvariantCulture)}";
        if (await jobs.GetAsync(id, deed.Ct) is not { } job || job.Territory != deed.Page.Access!.Id)
        {
            return deed.Trouble("/travaux", "Cette tâche n'existe plus.", "That job is there no more.");
        }

        await jobs.CancelAsync(id, deed.Account, deed.Ct);
        return deed.Done(
            path,
            "La tâche s'arrête après l'étape en cours. Ce qui est fait reste fait.",
            "The job stops after the step under way. What is done stays done."
        );
    }

    private static async Task<DeedResult> AskAsync(
        Deed deed,
        JobKind kind,
        IReadOnlyList<string>? groups = null,
        IReadOnlyList<string>? left = null
    )
    {
        var jobs = deed.Http.RequestServices.GetRequiredService<JobStore>();
        var why = deed.Text("raison");
        var (job, joined) = await jobs.RequestAsync(
            new JobRequest(
                deed.Page.Access!.Id,
                kind,
                deed.Account,
                why.Length > 0 ? why : deed.Page.Say("depuis la console", "from the console")
            )
            {
                Groups = groups,
                LeftOut = left,
            },
            deed.Ct
        );
        var path = $"/travaux/{job.Id.ToString(CultureInfo.InvariantCulture)}";
        var result = joined
            ? deed.Done(
                path,
                "Cette tâche était déjà demandée : votre demande s'y joint.",
                "That job had been asked for already: your request joins it."
            )
            : deed.Go(path);
        return result with { Target = $"job {job.Id.ToString(CultureInfo.InvariantCulture)}" };
    }
}
