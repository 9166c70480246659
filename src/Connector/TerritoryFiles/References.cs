using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.TerritoryFiles.Blueprints;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles;

/// <summary>How the things that have identifiers are called in messages.</summary>
internal static class Nouns
{
    public static readonly Text Organisation = new("structure", "organisation");
    public static readonly Text Person = new("personne", "person");
    public static readonly Text Group = new("groupe", "group");
    public static readonly Text Meeting = new("rencontre", "meeting");
    public static readonly Text Workstream = new("chantier", "workstream");
    public static readonly Text Blueprint = new("modèle", "blueprint");
    public static readonly Text Need = new("famille ou public", "family or audience");
    public static readonly Text Token = new("jeton d'un modèle", "token of a blueprint");
}

/// <summary>Who and what exists in a territory, and whether a mention of it is right.</summary>
internal sealed class References
{
    private readonly ProblemList _problems;
    private readonly IReadOnlyList<string> _organisations;
    private readonly IReadOnlyList<string> _people;
    private readonly IReadOnlyList<string> _groups;
    private readonly IReadOnlyDictionary<string, Blueprint> _blueprints;

    public References(
        TerritoryDraft draft,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        ProblemList problems
    )
    {
        _problems = problems;
        _blueprints = blueprints;
        _organisations = Unique(
            draft.Organisations.Select(organisation => organisation.Id),
            Nouns.Organisation
        );
        _people = Unique(draft.People.Select(person => person.Id), Nouns.Person);
        _groups = Unique(draft.Committees.Concat(draft.WorkingGroups).Select(group => group.Id), Nouns.Group);
    }

    public bool Organisation(Located<string>? id) => Check(id, _organisations, Nouns.Organisation);

    public bool Person(Located<string>? id) => Check(id, _people, Nouns.Person);

    public bool Group(Located<string>? id) => Check(id, _groups, Nouns.Group);

    public bool Blueprint(Located<string>? name) => Check(name, [.. _blueprints.Keys], Nouns.Blueprint);

    /// <summary>The values of tokens, for those that a blueprint declares; any of them when <paramref name="blueprint"/> is null.</summary>
    public IReadOnlyDictionary<string, string> Tokens(IReadOnlyList<TokenDraft> tokens, string? blueprint)
    {
        var known = _blueprints
            .Where(one => blueprint is null || one.Key == blueprint)
            .SelectMany(one => one.Value.Tokens.Keys)
            .Distinct()
            .ToList();
        return tokens
            .Where(token => Check(token.Name, known, Nouns.Token))
            .ToDictionary(token => token.Name.Value, token => token.Value, StringComparer.Ordinal);
    }

    /// <summary>
    /// True when <paramref name="id"/> is known or not given. Nothing is reported when a part of the files could not
    /// be read, for it may stand there.
    /// </summary>
    public bool Check(Located<string>? id, IReadOnlyList<string> known, Text noun)
    {
        if (id is null || id.Value.Length == 0 || known.Contains(id.Value, StringComparer.Ordinal))
        {
            return true;
        }

        if (!_problems.NamesAreMissing)
        {
            _problems.Add(
                "unknown-reference",
                id.Place,
                new Text(
                    $"« {Words.Shown(id.Value)} » n'existe pas ici ({noun.French}).",
                    $"There is no '{Words.Shown(id.Value)}' here ({noun.English})."
                ),
                Nearest.Advice(id.Value, [.. known])
            );
        }

        return false;
    }

    /// <summary>The identifiers, each once; a second one of the same letters is reported, whatever its case.</summary>
    public IReadOnlyList<string> Unique(IEnumerable<Located<string>> ids, Text noun)
    {
        var first = new Dictionary<string, SourcePlace>(StringComparer.OrdinalIgnoreCase);
        var unique = new List<string>();
        foreach (var id in ids.Where(id => id.Value.Length > 0))
        {
            if (first.TryAdd(id.Value, id.Place))
            {
                unique.Add(id.Value);
                continue;
            }

            var there = first[id.Value];
            var file = there.File == id.Place.File ? "" : $" ({there.File})";
            _problems.Add(
                "duplicate-id",
                id.Place,
                new Text(
                    $"L'identifiant « {id.Value} » est déjà pris ({noun.French}), à la ligne {there.Line}{file}.",
                    $"The id '{id.Value}' is taken already ({noun.English}), on line {there.Line}{file}."
                ),
                new Text("Changez l'un des deux.", "Change one of the two.")
            );
        }

        return unique;
    }
}
