using Connector.Domain;
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
        (JobKind.Proof, ["preuve", "contrôle", "proof"]),
        (JobKind.Retention, ["conservation", "retention"])
    );

    public static Text Of(JobKind kind) =>
        kind switch
        {
            JobKind.Provision => Text.Same("provision"),
            JobKind.Documents => Text.Same("documents"),
            JobKind.Calendar => new Text("agenda", "calendar"),
            JobKind.Directory => new Text("annuaire", "directory"),
            JobKind.Proof => new Text("preuve", "proof"),
            _ => new Text("conservation", "retention"),
        };
}
