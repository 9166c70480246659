using System.CommandLine;
using System.Data.Common;
using Connector.Audit;
using Connector.Domain;
using Connector.Domain.Auditing;
using Connector.Jobs;
using Connector.Ledger;
using Connector.Reports;
using Connector.Service;

namespace Connector.Cli;

/// <summary>What the verbs about jobs share: their arguments, the service's database, and the words for what is not there.</summary>
internal static class JobDoor
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>Says that a job is asked for, and waits for its end if that is wanted.</summary>
    public static async Task<int> Tell(
        Doorway door,
        JobStore jobs,
        (JobRow Job, bool Joined) asked,
        bool wait,
        bool json,
        CancellationToken ct
    )
    {
        var (job, joined) = asked;
        if (!json)
        {
            door.Say(
                joined
                    ? new Text(
                        $"La tâche #{job.Id} est déjà demandée : votre demande s'y joint.",
                        $"Job #{job.Id} is asked for already: your request joins it."
                    )
                    : new Text($"Tâche #{job.Id} demandée.", $"Job #{job.Id} asked for.")
            );
        }

        while (wait && job.State != JobState.Ended)
        {
            await Task.Delay(Look, door.Time, ct);
            job = await jobs.GetAsync(job.Id, ct) ?? throw new InvalidOperationException("the job is gone");
        }

        if (wait || json)
        {
            new JobView(door.Out, door.Language).Show(job, json);
        }

        return job.State == JobState.Ended && Enum.TryParse<RunOutcome>(job.Outcome, out var outcome)
            ? (int)outcome
            : 0;
    }

    public static async Task<int> With(
        Doorway door,
        string path,
        Func<ServiceConfiguration, JobStore, Task<int>> act
    ) =>
        await WithDatabase(
            door,
            path,
            async configuration =>
            {
                await JobSchema.PrepareAsync(configuration.Database, CancellationToken.None);
                return await act(configuration, new JobStore(configuration.Database, door.Time));
            }
        );

    /// <summary>As <see cref="With"/>, for what changes jobs: who did it goes into the audit trail.</summary>
    public static Task<int> WithDesk(
        Doorway door,
        string path,
        Func<ServiceConfiguration, JobStore, JobDesk, Task<int>> act
    ) =>
        With(
            door,
            path,
            async (configuration, jobs) =>
            {
                using var trail = await TrailAsync(door, configuration, CancellationToken.None);
                return await act(configuration, jobs, new JobDesk(jobs, trail));
            }
        );

    public static async Task<AuditTrail> TrailAsync(
        Doorway door,
        ServiceConfiguration configuration,
        CancellationToken ct
    )
    {
        await AuditTrail.PrepareAsync(configuration.Database, ct);
        return new AuditTrail(configuration.Database, door.Time);
    }

    /// <summary>Reads the configuration's part about the database, and tells what is wrong with either.</summary>
    public static async Task<int> WithDatabase(
        Doorway door,
        string path,
        Func<ServiceConfiguration, Task<int>> act
    )
    {
        var loaded = ServiceFile.Load(path, door.Environment, onlyDatabase: true);
        if (loaded.Configuration is not { } configuration)
        {
            door.Complain(loaded.Problems);
            return 1;
        }

        try
        {
            return await act(configuration);
        }
        catch (Exception error) when (error is DbException || error.InnerException is DbException)
        {
            door.Complain(LedgerHealth.Diagnose(configuration.Database.ToString(), error));
            return 1;
        }
        catch (LedgerException error)
        {
            door.Complain(error.Problem);
            return 1;
        }
    }

    public static Problem? Check(
        ServiceConfiguration configuration,
        string territory,
        string kind,
        out JobKind found
    )
    {
        if (!JobWords.Choice.TryFind(kind, out found))
        {
            return new Problem
            {
                Code = "unknown-job",
                Message = new Text($"« {kind} » n'est pas une tâche.", $"'{kind}' is not a job."),
                Remedy = JobWords.Choice.Advice(kind),
            };
        }

        return configuration.Find(territory) is not null
            ? null
            : new Problem
            {
                Code = "unknown-territory",
                Message = new Text(
                    $"« {territory} » n'est pas un territoire de la configuration.",
                    $"'{territory}' is not a territory of the configuration."
                ),
                Remedy = TerritoryFiles.Nearest.Advice(
                    territory,
                    [.. configuration.Territories.Select(known => known.Id)]
                ),
            };
    }

    public static int Unknown(Doorway door, long id)
    {
        door.Complain(
            new Problem
            {
                Code = "unknown-job",
                Message = new Text($"La tâche #{id} n'existe pas.", $"There is no job #{id}."),
                Remedy = new Text("« connector job list » les montre.", "'connector job list' shows them."),
            }
        );
        return 1;
    }

    public static AuditActor Actor(Doorway door) => new(AuditDoor.CommandLine, Who(door));

    private static string Who(Doorway door) =>
        door.Environment("SUDO_USER") is { Length: > 0 } person ? person
        : door.Environment("USER") is { Length: > 0 } user ? user
        : Environment.UserName;

    public static Argument<string> Territory(Doorway door) =>
        new("TERRITOIRE")
        {
            Description = new Text("Son « id » dans la configuration.", "Its 'id' in the configuration.").In(
                door.Language
            ),
        };

    public static Argument<long> Id(Doorway door) =>
        new("NUMÉRO")
        {
            Description = new Text("Le numéro de la tâche.", "The job's number.").In(door.Language),
        };

    public static Option<bool> Wait(Doorway door) =>
        new("--wait", "-w")
        {
            Description = new Text(
                "Attend la fin et rend le code de sortie du passage.",
                "Waits for the end and gives the run's exit code."
            ).In(door.Language),
        };
}
