using Connector.Domain;
using Connector.Reports;
using Connector.TerritoryFiles.Shapes;

namespace Connector.Jobs;

/// <summary>Jobs as people call them.</summary>
internal static class JobWords
{
    public static readonly ChoiceShape<JobKind> Choice = new(
        (JobKind.Provision, ["provision", "application", "apply"]),
        (JobKind.Documents, ["documents"]),
        (JobKind.Calendar, ["agenda", "agendas", "calendar", "calendars"]),
        (JobKind.Directory, ["annuaire", "directory"]),
        (JobKind.Announcements, ["annonces", "digest", "résumé", "announcements"]),
        (JobKind.Proof, ["preuve", "contrôle", "proof"]),
        (JobKind.Retention, ["conservation", "retention"])
    );

    /// <summary>What a job does, for people who never saw its name.</summary>
    public static Text Title(JobKind kind) =>
        kind switch
        {
            JobKind.Provision => new Text("Mise en place", "Set-up"),
            JobKind.Documents => new Text("Publication des documents", "Publishing of documents"),
            JobKind.Calendar => new Text("Agendas", "Calendars"),
            JobKind.Directory => new Text("Annuaire et membres", "Directory and members"),
            JobKind.Proof => new Text("Vérification complète", "Full check"),
            _ => new Text("Nettoyage de l'historique", "Cleaning of the history"),
        };

    /// <summary>Where a job is, or how it ended.</summary>
    public static Text State(JobRow job) =>
        job.State switch
        {
            JobState.Waiting => new Text("en attente", "waiting"),
            JobState.Running => new Text("en cours", "under way"),
            _ => Outcome(job.Outcome),
        };

    public static Text Outcome(string? outcome) =>
        outcome switch
        {
            nameof(RunOutcome.Done) => new Text("faite", "done"),
            nameof(RunOutcome.PartlyDone) => new Text("faite en partie", "partly done"),
            nameof(RunOutcome.ChangesPending) => new Text("a trouvé des changements", "found changes"),
            nameof(RunOutcome.Postponed) => new Text("remise", "postponed"),
            nameof(RunOutcome.Cancelled) => new Text("arrêtée", "stopped"),
            _ => new Text("échouée", "failed"),
        };

    public static Text Of(JobKind kind) =>
        kind switch
        {
            JobKind.Provision => Text.Same("provision"),
            JobKind.Documents => Text.Same("documents"),
            JobKind.Calendar => new Text("agenda", "calendar"),
            JobKind.Directory => new Text("annuaire", "directory"),
            JobKind.Announcements => new Text("annonces", "announcements"),
            JobKind.Proof => new Text("preuve", "proof"),
            _ => new Text("conservation", "retention"),
        };
}
