using Microsoft.EntityFrameworkCore;

namespace Connector.Jobs;

/// <summary>Who wants a job, and why.</summary>
internal sealed record JobRequest(string Territory, JobKind Kind, string Who, string Why)
{
    /// <summary>Identifiers of the working groups that alone are to be set up; null for all.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>Keys of steps that are to be left until somebody asks for them; null for those that were left last.</summary>
    public IReadOnlyList<string>? LeftOut { get; init; }

    /// <summary>The schedule asks: the job steps behind those that people wait for.</summary>
    public bool IsScheduled { get; init; }

    /// <summary>Not before this moment.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Something changed just now: a job under way may have looked before, and another has to follow it.</summary>
    public bool AfterNow { get; init; }
}

/// <summary>Asking for jobs, and joining those that are asked for already.</summary>
internal sealed partial class JobStore
{
    /// <summary>A new job, or the one that is open already, which the request joins.</summary>
    public async Task<(JobRow Job, bool Joined)> RequestAsync(JobRequest request, CancellationToken ct)
    {
        // The open one may end between two looks; twice in a row it does not.
        for (var look = 0; look < 3; look++)
        {
            await using var db = new JobContext(_options);
            try
            {
                if (await Open(db, request.Territory, request.Kind).SingleOrDefaultAsync(ct) is { } open)
                {
                    await Join(db, open, request, ct);
                    return (open, true);
                }

                var job = New(request, await LeftBy(db, request, ct));
                db.Jobs.Add(job);
                await db.SaveChangesAsync(ct);
                return (job, false);
            }
            catch (DbUpdateException) when (look < 2)
            {
                // Somebody else was first, or it ended just then: the next look sees that.
            }
        }

        throw new InvalidOperationException("a job was neither found nor made");
    }

    private JobRow New(JobRequest request, string? leftOut)
    {
        var now = time.GetUtcNow();
        return new JobRow
        {
            Territory = request.Territory,
            Kind = request.Kind,
            State = JobState.Waiting,
            AskedAt = now,
            AskedBy = request.Who,
            Reason = request.Why,
            Groups = Lines(request.Groups),
            LeftOut = leftOut,
            IsScheduled = request.IsScheduled,
            NotBefore = request.NotBefore ?? now,
        };
    }

    /// <summary>A person who joins a scheduled job that waits for its turn does not wait for the schedule's sake.</summary>
    private async Task Join(JobContext db, JobRow open, JobRequest request, CancellationToken ct)
    {
        if (request.IsScheduled)
        {
            return;
        }

        var isWider = Widen(open, request);

        open.Joined = (open.Joined is null ? "" : $"{open.Joined}\n") + $"{request.Who} : {request.Why}";
        open.IsScheduled = false;
        if (open.State == JobState.Waiting && open.Waits is null)
        {
            open.NotBefore = time.GetUtcNow();
        }

        open.Again |= (request.AfterNow || isWider) && open.State == JobState.Running;
        await db.SaveChangesAsync(ct);
    }

    /// <summary>A job about some groups that others are asked for as well becomes one about all of them; who chose steps last is right.</summary>
    /// <returns>Whether it covers something else than before.</returns>
    private static bool Widen(JobRow open, JobRequest request)
    {
        var (groups, left) = (open.Groups, open.LeftOut);
        open.Groups =
            groups is null || request.Groups is null
                ? null
                : Lines(groups.Split('\n').Union(request.Groups, StringComparer.Ordinal));
        open.LeftOut = request.LeftOut is null ? left : Lines(request.LeftOut);
        return open.Groups != groups || open.LeftOut != left;
    }

    /// <summary>The steps that are left in a territory until somebody asks for them.</summary>
    public async Task<IReadOnlySet<string>> LeftOutAsync(string territory, CancellationToken ct)
    {
        await using var db = new JobContext(_options);
        return JobRow.LeftIn(await LastLeft(db, territory, ct));
    }

    /// <summary>What somebody left stays left in each run that follows, until somebody chooses again.</summary>
    private static Task<string?> LastLeft(JobContext db, string territory, CancellationToken ct) =>
        db
            .Jobs.Where(row => row.Territory == territory && row.Kind == JobKind.Provision)
            .OrderByDescending(row => row.Id)
            .Select(row => row.LeftOut)
            .FirstOrDefaultAsync(ct);

    /// <summary>What was left is inherited by the jobs that take steps alone.</summary>
    private static Task<string?> LeftBy(JobContext db, JobRequest request, CancellationToken ct) =>
        request.LeftOut is { } chosen ? Task.FromResult(Lines(chosen))
        : request.Kind is JobKind.Provision or JobKind.Calendar or JobKind.Directory
            ? LastLeft(db, request.Territory, ct)
        : Task.FromResult<string?>(null);

    private static string? Lines(IEnumerable<string>? items) =>
        items is null ? null : string.Join('\n', items);
}
