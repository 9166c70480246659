using System.Text;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Domain.Workspaces.Adoption;
using FsCheck;
using FsCheck.Fluent;
using Found = Connector.Domain.Workspaces.Adoption.Adoption;

namespace Connector.Domain.Tests.Workspaces.Adoption;

public class AdoptionProperties
{
    private static readonly Func<string, string>[] Spellings =
    [
        name => name,
        name => name.ToUpperInvariant(),
        name => name.ToLowerInvariant(),
        name => name.Normalize(NormalizationForm.FormD),
        name => name.Replace(' ', '_'),
        name => name.Replace('é', 'e').Replace('É', 'E'),
        name => $" {name}".Replace(" ", "  ", StringComparison.Ordinal).Trim(),
    ];

    private static readonly string[] Words =
    [
        "Réunions",
        "reunion",
        "01 Notes",
        "02 Notes",
        "Notes",
        "2025",
        "2026",
        "Été",
        "ete",
        "Compte-rendu",
        "x",
        "!!",
    ];

    private static readonly WorkspaceSpec Spec = Some.Spec(
        Some.Territory(Some.Group("jeunes") with { Name = "Aînés / Seniors" }, Some.Group("élus"))
    );

    [FsCheck.NUnit.Property(MaxTest = 300, QuietOnSuccess = true)]
    public Property A_tree_that_is_only_spelled_otherwise_is_found_completely() =>
        Prop.ForAll(
            Gen.Choose(0, Spellings.Length - 1).ListOf(400).ToArbitrary(),
            choices =>
            {
                var server = Spelled(Spec, [.. choices]);
                var proposal = Found.Propose(Spec, server, KnownWorkspace.Nothing);
                var tree = proposal.Lines.Where(line =>
                    line.Kind is AdoptionKind.TeamFolder or AdoptionKind.Folder or AdoptionKind.Document
                );
                return tree.Count() == server.Nodes.Count
                    && tree.All(line =>
                        line.State == AdoptionState.Proposed && line.Quality >= MatchQuality.Folded
                    );
            }
        );

    [FsCheck.NUnit.Property(MaxTest = 500, QuietOnSuccess = true)]
    public Property Never_two_things_for_one_and_the_same_answer_in_whatever_order() =>
        Prop.ForAll(
            (
                from wanted in Gen.SubListOf(Words)
                from there in Gen.SubListOf(Mess)
                select (wanted, there)
            ).ToArbitrary(),
            trial =>
            {
                var spec = Some.SpecOf(
                    Some.Area(
                        folders:
                        [
                            .. trial.wanted.Select(name => new FolderSpec(
                                WorkspaceKeys.Below("area:gt", name),
                                "area:gt",
                                name,
                                []
                            )),
                        ]
                    )
                );
                var nodes = trial
                    .there.Select((name, index) => Some.Folder($"Groupe gt/{name}", 20 + index))
                    .ToArray();
                var one = Found.Propose(spec, PlanAssert.Server(nodes), KnownWorkspace.Nothing);
                var turned = PlanAssert.Server([.. nodes.Reverse()]);
                var other = Found.Propose(spec, turned, KnownWorkspace.Nothing);
                var taken = one.Lines.Where(line => line.State == AdoptionState.Proposed).ToList();
                return taken.Select(line => (line.Kind, line.Found!.Id)).Distinct().Count() == taken.Count
                    && one.Lines.Select(Picture).SequenceEqual(other.Lines.Select(Picture));
            }
        );

    [FsCheck.NUnit.Property(MaxTest = 200, QuietOnSuccess = true)]
    public Property What_was_linked_is_not_found_again_and_the_planner_keeps_it() =>
        Prop.ForAll(
            Gen.Choose(0, Spellings.Length - 1).ListOf(400).ToArbitrary(),
            choices =>
            {
                var server = Spelled(Spec, [.. choices]);
                var links = Found
                    .Propose(Spec, server, KnownWorkspace.Nothing)
                    .Links(KnownWorkspace.Nothing, _ => true);
                var known = Some.Known([.. links.Select(AdoptionProposal.Resource)]);
                var plan = WorkspacePlanner.Plan(Spec, server, known);
                return Found.Propose(Spec, server, known).Links(known, _ => true).Count == 0
                    && !plan.Steps.Any(step =>
                        step.Action is CreateFolder or PutDocument or CreateTeamFolder
                    );
            }
        );

    private static readonly string[] Mess =
    [
        .. Words
            .Concat(Words.Select(word => word.ToUpperInvariant()))
            .Concat(Words.Select(word => $"3-{word}s"))
            .Distinct(),
    ];

    private static string Picture(AdoptionLine line) =>
        $"{line.Key} {line.State} {line.Quality} {string.Join('|', line.Candidates.Select(found => found.Id))}";

    /// <summary>A server with all that is wanted, each name spelled in a way of its own.</summary>
    private static WorkspaceSnapshot Spelled(WorkspaceSpec spec, int[] choices)
    {
        var nodes = new List<NodeState>();
        var teams = new List<TeamFolderState>();
        foreach (var area in spec.Areas)
        {
            var places = new Dictionary<string, string> { [area.Key] = Spell(area.MountPoint) };
            teams.Add(new(100 + teams.Count, places[area.Key], new Dictionary<string, int>(), Acl: false));
            nodes.Add(Some.Folder(places[area.Key], nodes.Count + 1));
            foreach (var folder in area.Folders)
            {
                places[folder.Key] = $"{places[folder.ParentKey]}/{Spell(folder.Name)}";
                nodes.Add(Some.Folder(places[folder.Key], nodes.Count + 1));
            }

            foreach (var document in area.Documents)
            {
                nodes.Add(Some.File($"{places[document.ParentKey]}/{Spell(document.Name)}", nodes.Count + 1));
            }
        }

        return WorkspaceSnapshot.Empty with
        {
            TeamFolders = teams,
            Nodes = nodes,
        };

        string Spell(string name) => Spellings[choices[nodes.Count % choices.Length]](name);
    }
}
