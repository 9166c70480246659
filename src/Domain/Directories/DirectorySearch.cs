using Connector.Domain.Territories;

namespace Connector.Domain.Directories;

/// <summary>What is looked for in a directory; what is empty or null fits all.</summary>
public sealed record DirectoryQuestion
{
    /// <summary>Each of them has to stand somewhere in the record, whatever its case and accents.</summary>
    public string Words { get; init; } = "";

    /// <summary>A code of <see cref="OrganisationTypes"/>.</summary>
    public string Type { get; init; } = "";

    /// <summary>A commune's name.</summary>
    public string Commune { get; init; } = "";

    /// <summary>How far the coordinator is; members are also those of whom nobody says anything.</summary>
    public ContactState? State { get; init; }
}

/// <summary>Finds organisations and people in a territory's directory, in the order of their names.</summary>
public static class DirectorySearch
{
    /// <summary>Organisations that fit.</summary>
    public static IReadOnlyList<Organisation> Organisations(Territory territory, DirectoryQuestion question)
    {
        ArgumentNullException.ThrowIfNull(territory);
        ArgumentNullException.ThrowIfNull(question);
        var words = Split(question.Words);
        var commune = Folded.Key(question.Commune);
        return
        [
            .. territory
                .Organisations.Where(one =>
                    (question.State is not { } state || (one.Contact ?? ContactState.Member) == state)
                    && (
                        question.Type.Length == 0 || one.Types.Contains(question.Type, StringComparer.Ordinal)
                    )
                    && (commune.Length == 0 || Folded.Key(one.Commune ?? "") == commune)
                    && Has(
                        words,
                        [
                            one.Name,
                            one.Id,
                            one.Commune,
                            one.PostalCode,
                            one.Address,
                            one.Pivot,
                            one.Type,
                            one.Role,
                        ]
                    )
                )
                .OrderBy(one => Folded.Words(one.Name), StringComparer.Ordinal)
                .ThenBy(one => one.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>People who fit: by their own words and their organisation's, and where it stands.</summary>
    public static IReadOnlyList<Person> People(Territory territory, DirectoryQuestion question)
    {
        ArgumentNullException.ThrowIfNull(territory);
        ArgumentNullException.ThrowIfNull(question);
        var words = Split(question.Words);
        var isOfAll = question is { Type: "", Commune: "", State: null };
        var organisations = territory
            .Organisations.DistinctBy(one => one.Id)
            .ToDictionary(one => one.Id, StringComparer.Ordinal);
        var fitting = isOfAll
            ? null
            : Organisations(territory, question with { Words = "" })
                .Select(one => one.Id)
                .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. territory
                .People.Where(person =>
                    (fitting is null || (person.Organisation is { } of && fitting.Contains(of)))
                    && Has(
                        words,
                        [
                            person.Name,
                            person.Id,
                            person.Email,
                            organisations.GetValueOrDefault(person.Organisation ?? "")?.Name,
                        ]
                    )
                )
                .OrderBy(person => Folded.Words(person.Name), StringComparer.Ordinal)
                .ThenBy(person => person.Id, StringComparer.Ordinal),
        ];
    }

    private static string[] Split(string words) =>
        Folded.Words(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool Has(string[] words, IEnumerable<string?> texts)
    {
        if (words.Length == 0)
        {
            return true;
        }

        var all = string.Join(' ', texts.OfType<string>().Select(text => Folded.Words(text)));
        return Array.TrueForAll(words, word => all.Contains(word, StringComparison.Ordinal));
    }
}
