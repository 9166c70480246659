using Connector.Domain;
using Connector.Jobs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Web;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it does its work too; 503 with the reasons otherwise. A
/// Nextcloud that is away makes no node unready: no other node would reach it either.
/// </summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("ok\n"));
        app.MapGet("/health/ready", Ready);
    }

    private static async Task<ContentHttpResult> Ready(ReadyCheck check, ServiceLog log, CancellationToken ct)
    {
        var reasons = await check.FindAsync(ct);
        return reasons.Count == 0
            ? TypedResults.Text("ok\n")
            : TypedResults.Text(
                string.Concat(reasons.Select(reason => $"{reason.In(log.Language)}\n")),
                statusCode: StatusCodes.Status503ServiceUnavailable
            );
    }
}

/// <summary>What keeps this node from its work.</summary>
internal sealed class ReadyCheck(JobStore jobs, Dispatcher dispatcher, ServiceState state, TimeProvider time)
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(30);

    public async Task<IReadOnlyList<Text>> FindAsync(CancellationToken ct)
    {
        var reasons = new List<Text>();
        try
        {
            await jobs.CountAsync(ct);
        }
        catch (Exception error)
            when (error is System.Data.Common.DbException
                || error.InnerException is System.Data.Common.DbException
            )
        {
            reasons.Add(new Text("la base de données ne répond pas", "the database does not answer"));
        }

        if (!state.HasSchedules)
        {
            reasons.Add(new Text("les horaires se mettent en place", "schedules are being set up"));
        }
        else if (time.GetUtcNow() - dispatcher.LastRound > Late)
        {
            reasons.Add(new Text("aucune tâche n'est distribuée", "no job is handed out"));
        }

        return reasons;
    }
}
