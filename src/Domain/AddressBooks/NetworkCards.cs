using System.Globalization;
using Connector.Domain.Directories;
using Connector.Domain.Territories;

namespace Connector.Domain.AddressBooks;

/// <summary>
/// Whose cards the network's address book holds: organisations that are members, and people who take part and agreed. Pure.
/// </summary>
public static class NetworkCards
{
    private const string Prefix = "addressbook:réseau/card:";

    /// <param name="territory">With its directory.</param>
    /// <param name="hash">MD5 of a text's bytes, see <see cref="CardSpec.ContentHash"/>.</param>
    public static IReadOnlyList<CardSpec> Of(Territory territory, Func<string, string> hash)
    {
        ArgumentNullException.ThrowIfNull(territory);
        ArgumentNullException.ThrowIfNull(hash);
        var network = Slug.Of(territory.Name);
        var personal = territory
            .People.Select(person => person.Email?.ToLowerInvariant())
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var names = territory
            .Organisations.GroupBy(one => one.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Name, StringComparer.Ordinal);
        var organisations = territory
            .Organisations.Where(one => one.IsMember)
            .Select(one => Card("org", one.Id, one.Name, uid => CardText.Of(uid, Open(one, personal))));
        var people = territory
            .People.Where(person => person.Consent.IsListed)
            .Select(person =>
                Card(
                    "person",
                    person.Id,
                    person.Name,
                    uid => CardText.Of(uid, person, Name(person.Organisation))
                )
            );
        return [.. organisations.Concat(people).DistinctBy(card => card.Key)];

        string? Name(string? id) => id is null ? null : names.GetValueOrDefault(id);

        CardSpec Card(string kind, string id, string name, Func<string, string> write)
        {
            var text = write($"connector-{network}-{kind}-{id}");
            return new CardSpec
            {
                Key = Key(kind, id),
                ObjectName = $"connector-{kind}-{Address(id)}.vcf",
                Name = name,
                Text = text,
                ContentHash = hash(text),
            };
        }
    }

    /// <summary>The card of a person, in the ledger.</summary>
    public static string OfPerson(string personId) => Key("person", personId);

    /// <summary>Whether a key of the ledger is a card's own.</summary>
    public static bool IsCard(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.StartsWith(Prefix, StringComparison.Ordinal)
            && !key.EndsWith(BaseEnding, StringComparison.Ordinal);
    }

    /// <summary>What the directory last gave for a card, in the ledger.</summary>
    public static string Base(string cardKey) => cardKey + BaseEnding;

    private const string BaseEnding = "#base";

    private static string Key(string kind, string id) => $"{Prefix}{kind}:{id}";

    private static PlaceRecord Open(Organisation organisation, HashSet<string> personal)
    {
        var place = ConformPlace.Of(organisation);
        var open = place
            .List(StandardColumn.Emails)
            .Where(mail => !personal.Contains(mail.ToLowerInvariant()));
        return place.With(StandardColumn.Emails, string.Join('|', open));
    }

    /// <summary>An identifier as a part of an address; one that had to be spelt otherwise is told apart by a number.</summary>
    private static string Address(string id)
    {
        var slug = Slug.Of(id);
        if (slug == id)
        {
            return id;
        }

        var sum = id.Aggregate(2166136261u, (sum, letter) => unchecked((sum ^ letter) * 16777619u));
        return $"{slug}-{sum.ToString("x8", CultureInfo.InvariantCulture)}";
    }
}
