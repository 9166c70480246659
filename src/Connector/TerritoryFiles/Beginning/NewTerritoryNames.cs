using Connector.Domain.Territories;

namespace Connector.TerritoryFiles.Beginning;

/// <summary>Identifiers made from what somebody typed, each given once. Pure.</summary>
internal static class NewTerritoryNames
{
    private const int LongestGroup = 48;
    private const int Longest = 60;

    /// <summary>Of the territory, for jobs and addresses.</summary>
    public static string Territory(string name) => Cut(Slug.Of(name), LongestGroup);

    public static string Organisation(string name) => Cut(Slug.Of(name), Longest);

    /// <summary>The account that was said, else « prenom.nom ».</summary>
    public static string Person(NewPerson person) =>
        person.Account.Length > 0 ? person.Account
        : person.FirstName.Length == 0 ? Cut(Slug.Of(person.Name), Longest)
        : Cut($"{Slug.Of(person.FirstName)}.{Slug.Of(person.Name)}", Longest);

    /// <summary>« Comité technique » gives <c>comite-technique</c>, « Jeunes » as a working group <c>gt-jeunes</c>.</summary>
    public static string Group(NewGroup group)
    {
        var slug = Slug.Of(group.Name);
        var isMarked = group.IsCommittee || slug.StartsWith("gt-", StringComparison.Ordinal);
        return Cut(isMarked ? slug : $"gt-{slug}", LongestGroup);
    }

    private static string Cut(string slug, int longest) =>
        slug.Length > longest ? slug[..longest].TrimEnd('-', '.') : slug;
}
