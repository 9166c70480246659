using Connector.Domain;
using Connector.TerritoryFiles.Shapes;

namespace Connector.Web.Api.Tokens;

/// <summary>What a token may do. None includes another.</summary>
internal enum ApiScope
{
    /// <summary>Look at territories, groups, meetings, roadmaps, coverage and jobs, without anything that names a person.</summary>
    Read,

    /// <summary>See what names people too: members, actions, plans, reports, who asked for a job and why.</summary>
    Directory,

    /// <summary>Ask for jobs, stop them, ask for them again.</summary>
    Jobs,

    /// <summary>Read the audit trail.</summary>
    Audit,
}

/// <summary>Scopes as they are written.</summary>
internal static class ApiScopes
{
    public static readonly ChoiceShape<ApiScope> Choice = new(
        (ApiScope.Read, ["read", "lecture"]),
        (ApiScope.Directory, ["directory", "annuaire"]),
        (ApiScope.Jobs, ["jobs", "tâches", "taches"]),
        (ApiScope.Audit, ["audit"])
    );

    public static string Word(ApiScope scope) =>
        scope switch
        {
            ApiScope.Read => "read",
            ApiScope.Directory => "directory",
            ApiScope.Jobs => "jobs",
            _ => "audit",
        };

    public static Text Meaning(ApiScope scope) =>
        scope switch
        {
            ApiScope.Read => new Text(
                "lire les territoires, groupes, rencontres, feuilles de route, couverture et tâches, sans rien qui nomme une personne",
                "look at territories, groups, meetings, roadmaps, coverage and jobs, without anything that names a person"
            ),
            ApiScope.Directory => new Text(
                "voir aussi ce qui nomme des personnes : membres, actions, plans, rapports",
                "see what names people too: members, actions, plans, reports"
            ),
            ApiScope.Jobs => new Text(
                "demander, arrêter et relancer des tâches",
                "ask for jobs, stop and retry them"
            ),
            _ => new Text("lire la piste d'audit", "read the audit trail"),
        };
}
