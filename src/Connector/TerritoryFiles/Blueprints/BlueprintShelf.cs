using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Blueprints;

/// <summary>
/// All the blueprints of a territory together: each is put onto the one that it extends. One without « étend » takes
/// from the built-in one the areas that it does not write at all.
/// </summary>
/// <param name="drafts">By name. A file named « standard » takes the place of the built-in one, which it may extend.</param>
/// <param name="problems">Told what is wrong.</param>
internal sealed class BlueprintShelf(IReadOnlyDictionary<string, BlueprintDraft> drafts, ProblemList problems)
{
    private readonly Dictionary<string, Blueprint?> _resolved = new(StringComparer.Ordinal);

    /// <summary>Every blueprint, the built-in one included; one with problems is left out.</summary>
    public Dictionary<string, Blueprint> Resolve()
    {
        var blueprints = new Dictionary<string, Blueprint>(StringComparer.Ordinal)
        {
            [BlueprintFile.StandardName] = BlueprintFile.Standard,
        };
        foreach (var name in drafts.Keys)
        {
            if (Find(name, []) is { } blueprint)
            {
                blueprints[name] = blueprint;
            }
        }

        return blueprints;
    }

    private Blueprint? Find(string name, IReadOnlyList<string> path)
    {
        if (!drafts.TryGetValue(name, out var draft))
        {
            return name == BlueprintFile.StandardName ? BlueprintFile.Standard : null;
        }

        if (!_resolved.TryGetValue(name, out var blueprint))
        {
            blueprint = Build(draft, [.. path, name]);
            _resolved[name] = blueprint;
        }

        return blueprint;
    }

    private Blueprint? Build(BlueprintDraft draft, IReadOnlyList<string> path)
    {
        var isWhole = TryFindParent(draft, path, out var parent);
        return isWhole ? Merge(draft, parent, BlueprintFile.Standard, problems) : null;
    }

    private bool TryFindParent(BlueprintDraft draft, IReadOnlyList<string> path, out Blueprint? parent)
    {
        parent = null;
        if (draft.Extends is not { } extends)
        {
            return true;
        }

        if (extends.Value == BlueprintFile.StandardName && draft.Name.Value == BlueprintFile.StandardName)
        {
            parent = BlueprintFile.Standard;
            return true;
        }

        if (path.Contains(extends.Value))
        {
            var circle = string.Join(
                " → ",
                path.SkipWhile(name => name != extends.Value).Append(extends.Value)
            );
            problems.Add(
                "blueprint-circle",
                extends.Place,
                new Text(
                    $"Ces modèles s'étendent en rond : {circle}.",
                    $"These blueprints extend one another in a circle: {circle}."
                ),
                new Text("Retirez « étend » de l'un d'eux.", "Remove 'étend' from one of them.")
            );
            return false;
        }

        if (!drafts.ContainsKey(extends.Value) && extends.Value != BlueprintFile.StandardName)
        {
            ReportUnknown(extends, draft);
            return false;
        }

        parent = Find(extends.Value, path);
        return parent is not null;
    }

    private void ReportUnknown(Located<string> extends, BlueprintDraft draft)
    {
        if (problems.NamesAreMissing)
        {
            return;
        }

        var known = drafts.Keys.Where(name => name != draft.Name.Value).Append(BlueprintFile.StandardName);
        problems.Add(
            "unknown-reference",
            extends.Place,
            new Text(
                $"« {Words.Shown(extends.Value)} » n'existe pas ici (modèle).",
                $"There is no '{Words.Shown(extends.Value)}' here (blueprint)."
            ),
            Nearest.Advice(extends.Value, [.. known.Distinct()])
        );
    }

    /// <param name="draft">What is written.</param>
    /// <param name="parent">What it extends; null for nothing.</param>
    /// <param name="otherwise">Where areas come from that nothing speaks of; null to leave them out.</param>
    /// <param name="problems">Told what is wrong.</param>
    public static Blueprint Merge(
        BlueprintDraft draft,
        Blueprint? parent,
        Blueprint? otherwise,
        ProblemList problems
    )
    {
        var tokens = (parent?.Tokens ?? new Dictionary<string, string>()).ToDictionary();
        foreach (var token in draft.Tokens)
        {
            tokens[token.Name.Value] = token.Value;
        }

        new TokenCheck(tokens.Keys, problems).Check(draft);
        var areas = (
            (parent ?? otherwise)?.Areas ?? new Dictionary<WorkspaceArea, AreaBlueprint>()
        ).ToDictionary();
        foreach (var (area, layout) in draft.Areas)
        {
            areas[area] = Area(layout, parent?.Areas.GetValueOrDefault(area), problems);
        }

        return new Blueprint
        {
            Name = draft.Name.Value,
            Version = draft.Version,
            Extends = draft.Extends?.Value,
            Areas = areas,
            Tokens = tokens,
        };
    }

    private static AreaBlueprint Area(AreaDraft draft, AreaBlueprint? parent, ProblemList problems)
    {
        if (draft.Name is null && parent is null && !problems.Incomplete)
        {
            problems.Add(
                "missing-key",
                draft.Place,
                new Text("Il manque la clé « nom » dans « espace ».", "The key 'nom' is missing in 'area'."),
                new Text(
                    "Ajoutez « nom: » : nom du dossier partagé ; {groupe} et {territoire} y sont remplacés.",
                    "Add 'nom:': name of the team folder; {groupe} and {territoire} are filled in."
                )
            );
        }

        var content = new ContentMerge(problems).Merge(
            new FolderBlueprint
            {
                Name = "",
                Rights = parent?.Rights ?? new Dictionary<Domain.Territories.GroupRole, AccessLevel>(),
                Folders = parent?.Folders ?? [],
                Documents = parent?.Documents ?? [],
                Description = parent?.Description,
            },
            draft.Content
        );
        return new AreaBlueprint
        {
            Name = draft.Name is { Value.Length: > 0 } name ? name.Value : parent?.Name ?? "",
            Rights = content.Rights,
            Folders = content.Folders,
            Documents = content.Documents,
            Description = content.Description,
            Quota = draft.Quota ?? parent?.Quota,
            CalendarColour = draft.Colour ?? parent?.CalendarColour,
            HasCalendar = draft.HasCalendar ?? parent?.HasCalendar ?? true,
        };
    }
}
