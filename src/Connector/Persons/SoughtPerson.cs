using Connector.Domain;
using Connector.Domain.Territories;

namespace Connector.Persons;

/// <summary>Whom a command is about: somebody of the directory, or words by which somebody is still found elsewhere.</summary>
/// <param name="Person">What is known; of somebody whom the directory does not know, the words alone.</param>
/// <param name="IsKnown">Whether the directory or the territory file has them.</param>
internal sealed record SoughtPerson(Person Person, bool IsKnown)
{
    public PersonalData Match { get; } = PersonalData.About(Person);

    /// <param name="territory">With its directory.</param>
    /// <param name="words">Identifier, e-mail, or whole name in any order.</param>
    public static (SoughtPerson? Found, Problem? Problem) Find(Territory territory, string words)
    {
        var tidy = words.Trim();
        var found = territory
            .People.Where(person =>
                string.Equals(person.Id, tidy, StringComparison.OrdinalIgnoreCase)
                || string.Equals(person.Email, tidy, StringComparison.OrdinalIgnoreCase)
                || IsName(person.Name, tidy)
            )
            .ToList();
        if (found.Count == 1)
        {
            return (new SoughtPerson(found[0], true), null);
        }

        if (found.Count > 1)
        {
            return (null, Several(tidy, found));
        }

        // Somebody who left the directory is sought by all words that are given, one after the other.
        var all = tidy.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var email = Array.Find(all, one => one.Contains('@', StringComparison.Ordinal));
        var name = Array.Find(all, one => one != email && one.Contains(' ', StringComparison.Ordinal));
        var id = Array.Find(all, one => one != email && one != name);
        var person = new Person
        {
            Id = id ?? "",
            Name = name ?? "",
            Email = email,
        };
        return tidy.Length < 4 ? (null, Unknown(tidy)) : (new SoughtPerson(person, false), null);
    }

    /// <summary>All that they are found by, to be asked for again once the directory does not know them.</summary>
    public string Asked =>
        string.Join(
            ", ",
            new[] { Person.Name, Person.Id, Person.Email }.Where(words => !string.IsNullOrEmpty(words))
        );

    /// <summary>« Le Goff Inès » is « Inès Le Goff ».</summary>
    private static bool IsName(string name, string words) =>
        Parts(name) is { Count: > 0 } parts && parts.SequenceEqual(Parts(words), StringComparer.Ordinal);

    private static List<string> Parts(string words) =>
        [
            .. Folded
                .Words(words)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Order(StringComparer.Ordinal),
        ];

    private static Problem Several(string words, List<Person> found)
    {
        var ids = string.Join(", ", found.Select(person => person.Id));
        return new Problem
        {
            Code = "several-people",
            Message = new Text(
                $"Plusieurs personnes répondent à « {words} » : {ids}.",
                $"Several people answer to '{words}': {ids}."
            ),
            Remedy = new Text("Donnez l'identifiant.", "Give the identifier."),
        };
    }

    public static Problem Unknown(string words) =>
        new()
        {
            Code = "unknown-person",
            Message = new Text($"Personne ne répond à « {words} ».", $"Nobody answers to '{words}'."),
            Remedy = new Text(
                "Donnez l'identifiant, l'adresse électronique ou le nom entier, entre guillemets.",
                "Give the identifier, the e-mail address or the whole name, in quotes."
            ),
        };
}
