using Connector.Domain;
using Connector.Domain.Territories;
using Connector.TerritoryFiles;

namespace Connector.Web.Console.Readings;

/// <summary>People in a form: a line each, « ines.le-goff – Inès Le Goff »; an account or a name alone will do. Pure.</summary>
internal static class PeopleLines
{
    private const string Between = " – ";

    /// <param name="accounts">One a line.</param>
    /// <param name="people">Of the territory.</param>
    public static string Shown(string accounts, IReadOnlyList<Person> people)
    {
        var names = people.ToLookup(person => person.Id, StringComparer.OrdinalIgnoreCase);
        return string.Join(
            '\n',
            SettingsBook
                .Lines(accounts)
                .Select(id => names[id].FirstOrDefault() is { } person ? $"{id}{Between}{person.Name}" : id)
        );
    }

    /// <summary>The accounts that were meant; what is nobody's name stays as it was typed, to be told as unknown.</summary>
    public static string Accounts(string typed, IReadOnlyList<Person> people)
    {
        var ids = people.Select(person => person.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var names = people.ToLookup(person => Folded.Key(person.Name), person => person.Id);
        return string.Join(
            '\n',
            SettingsBook
                .Lines(typed)
                .Select(line => line.Split(Between)[0].Trim())
                .Select(word =>
                    !ids.Contains(word) && names[Folded.Key(word)].ToList() is [var only] ? only : word
                )
                .Distinct(StringComparer.Ordinal)
        );
    }
}
