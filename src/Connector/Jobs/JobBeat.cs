using System.Data.Common;

namespace Connector.Jobs;

/// <summary>
/// Says every two seconds that a job is under way and how far it is, and stops it when somebody wants that or when this node
/// lost its right to it.
/// </summary>
internal sealed class JobBeat(JobStore jobs, HeldLedger held, ServiceLog log, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <summary>Ends when <paramref name="stop"/> is cancelled, by the job's end or by this.</summary>
    /// <returns>Whether this node lost its right to the job, and not somebody wanted it stopped.</returns>
    public async Task<bool> RunAsync(long job, JobProgress progress, CancellationTokenSource stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                await Task.Delay(Every, time, stop.Token);
                if (!await held.IsHeldAsync(stop.Token))
                {
                    await stop.CancelAsync();
                    return true;
                }

                if (await jobs.BeatAsync(job, progress, stop.Token))
                {
                    await stop.CancelAsync();
                }
            }

            return false;
        }
        catch (OperationCanceledException)
        {
            // The job has ended, or was asked to.
            return false;
        }
        catch (Exception error) when (error is DbException or InvalidOperationException)
        {
            // What cannot be recorded must not go on.
            log.Fail("database-away", RunnerWords.DatabaseAway, error);
            await stop.CancelAsync();
            return true;
        }
    }
}
