using Connector.Domain;
using Connector.Domain.Directories;
using Connector.Domain.Territories;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles;

/// <summary>Finds the organisation that each row of « Rencontres » is about, by its identifier or by its name.</summary>
internal sealed class VisitPlaces
{
    /// <summary>Rows for which a name that is near is looked for: each time among all names.</summary>
    private const int MostGuesses = 20;

    private readonly IReadOnlyList<OrganisationDraft> _organisations;
    private int _guesses;
    private readonly ProblemList _problems;
    private readonly Dictionary<string, string> _byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, string> _byName;

    public VisitPlaces(IReadOnlyList<OrganisationDraft> organisations, ProblemList problems)
    {
        (_organisations, _problems) = (organisations, problems);
        foreach (var organisation in organisations)
        {
            _byId.TryAdd(organisation.Id.Value, organisation.Id.Value);
        }

        _byName = organisations.ToLookup(
            organisation => Folded.Key(organisation.Organisation.Name),
            organisation => organisation.Id.Value,
            StringComparer.Ordinal
        );
    }

    public IReadOnlyList<Visit> Resolve(IReadOnlyList<VisitDraft> drafts) =>
        [
            .. drafts
                .Select(draft =>
                    Find(draft.Organisation) is { } id ? draft.Visit with { Organisation = id } : null
                )
                .OfType<Visit>(),
        ];

    /// <summary>Where the directory says no state, the latest visit does: somebody to meet is nobody's member.</summary>
    public static Organisation WithState(Organisation organisation, ILookup<string, Visit> visits) =>
        organisation.Contact is null && VisitBook.Latest(visits[organisation.Id]) is { } visit
            ? organisation with
            {
                Contact = visit.State,
            }
            : organisation;

    private string? Find(Located<string> words)
    {
        if (_byId.TryGetValue(words.Value, out var id))
        {
            return id;
        }

        var named = _byName[Folded.Key(words.Value)].ToList();
        if (named.Count == 1)
        {
            return named[0];
        }

        if (named.Count > 1)
        {
            _problems.Warn("ambiguous-name", words.Place, Twice(words.Value, named), WriteIdentifier);
        }
        else if (!_problems.NamesAreMissing)
        {
            _problems.Warn(
                "unknown-reference",
                words.Place,
                Unknown(words.Value),
                _guesses++ < MostGuesses && Nearest.To(words.Value, Names()) is { } near
                    ? new Text($"Vouliez-vous écrire « {near} » ?", $"Did you mean '{near}'?")
                    : AddIt
            );
        }

        return null;
    }

    private IEnumerable<string> Names() =>
        _organisations.SelectMany(organisation =>
            new[] { organisation.Organisation.Name, organisation.Id.Value }
        );

    private static Text Unknown(string words) =>
        new(
            $"« {Words.Shown(words)} » n'est aucune structure de l'annuaire : la ligne n'est pas suivie.",
            $"'{Words.Shown(words)}' is no organisation of the directory: the row is not followed."
        );

    private static Text Twice(string words, IReadOnlyList<string> ids) =>
        new(
            $"Plusieurs structures s'appellent « {Words.Shown(words)} » ({string.Join(", ", ids.Take(5))}) : la ligne n'est pas suivie.",
            $"Several organisations are called '{Words.Shown(words)}' ({string.Join(", ", ids.Take(5))}): the row is not followed."
        );

    private static readonly Text WriteIdentifier = new(
        "Écrivez l'identifiant (colonne « id ») de celle que vous avez vue.",
        "Write the identifier (column 'id') of the one that you met."
    );

    private static readonly Text AddIt = new(
        "Ajoutez-la à la feuille « Organisations », ou corrigez le nom.",
        "Add it to the sheet 'Organisations', or mend the name."
    );
}
