using Connector.Domain;

namespace Connector.Jobs;

/// <summary>What the log says of jobs and servers.</summary>
internal static class RunnerWords
{
    public static Text Surprise(string territory, JobKind kind) =>
        new(
            $"{territory}, {JobWords.Of(kind).French} : une erreur que personne n'a prévue",
            $"{territory}, {JobWords.Of(kind).English}: an error that nobody foresaw"
        );

    public static Text Ended(JobRow job, JobResult result) =>
        new(
            $"{job.Territory}, {JobWords.Of(job.Kind).French} (#{job.Id}) : {result.Summary}",
            $"{job.Territory}, {JobWords.Of(job.Kind).English} (#{job.Id}): {result.Summary}"
        );

    public static Text Resumed(JobRow job) =>
        new(
            $"{job.Territory}, {JobWords.Of(job.Kind).French} (#{job.Id}) : reprise, essai {job.Attempts}",
            $"{job.Territory}, {JobWords.Of(job.Kind).English} (#{job.Id}): taken up again, attempt {job.Attempts}"
        );

    public static Text Gone(ServerAway away, DateTimeOffset next) =>
        new(
            $"{away.Why} Ses territoires attendent ; prochain essai à {next.ToLocalTime():HH:mm:ss}.",
            $"{away.Why} Its territories wait; next try at {next.ToLocalTime():HH:mm:ss}."
        );

    public static Text Back(Uri server, DateTimeOffset since) =>
        new(
            $"{server} répond de nouveau (absent depuis le {since.ToLocalTime():dd/MM HH:mm}).",
            $"{server} answers again (away since {since.ToLocalTime():dd/MM HH:mm})."
        );

    public static readonly Text DatabaseAway = new(
        "La base de données ne répond pas : le travail en cours s'arrête, il reprendra.",
        "The database does not answer: the work under way stops, and will go on later."
    );
}
