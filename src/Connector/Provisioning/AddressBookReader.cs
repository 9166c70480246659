using Connector.Domain.AddressBooks;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.CardDav;

namespace Connector.Provisioning;

/// <summary>
/// Looks at the network's address book: one request where nothing moved in it; else one more for the ETags of its cards, and
/// one for the texts of those that somebody wrote in and that the directory would change.
/// </summary>
internal sealed class AddressBookReader(AddressBookClient client, KnownWorkspace known)
{
    /// <returns>Null where the territory asks for none, or the server has none.</returns>
    public async Task<ReadAddressBook?> ReadAsync(AddressBookSpec? spec, CancellationToken ct)
    {
        if (spec is null)
        {
            return null;
        }

        var link = known.Find(AddressBookSpec.Key);
        if (await client.Find(link?.RemoteId ?? spec.Uri, ct) is not { } book)
        {
            return null;
        }

        var isUnmoved = link?.ETag is { } token && token == book.SyncToken;
        var cards = isUnmoved ? Remembered() : await Listed(book.Uri, ct);
        var wanted = spec
            .Cards.Where(card =>
                cards.TryGetValue(card.ObjectName, out var etag)
                && AddressBookPlanning.NeedsText(card, known, etag)
            )
            .Select(card => card.ObjectName)
            .ToList();
        var texts = await client.Get(book.Uri, wanted, ct);
        return new ReadAddressBook(book, Newer(cards, texts), texts);
    }

    /// <summary>As a plan looks at it.</summary>
    public static AddressBookState? ToState(ReadAddressBook? read, Recipients recipients) =>
        read is null
            ? null
            : new AddressBookState
            {
                Uri = read.Book.Uri,
                DisplayName = read.Book.DisplayName,
                SyncToken = read.Book.SyncToken,
                Readers = read
                    .Book.Shares.Select(recipients.GroupOf)
                    .OfType<string>()
                    .ToHashSet(StringComparer.Ordinal),
                Cards = read.Cards,
                Texts = read.Texts.ToDictionary(
                    card => card.Name,
                    card => card.Text ?? "",
                    StringComparer.Ordinal
                ),
            };

    private Dictionary<string, string> Remembered() =>
        known
            .Resources.Values.Where(resource =>
                NetworkCards.IsCard(resource.Key) && resource.ETag is not null
            )
            .ToDictionary(resource => resource.RemoteId, resource => resource.ETag!, StringComparer.Ordinal);

    private async Task<Dictionary<string, string>> Listed(string uri, CancellationToken ct) =>
        (await client.List(uri, ct) ?? []).ToDictionary(
            card => card.Name,
            card => card.ETag,
            StringComparer.Ordinal
        );

    /// <summary>A card that somebody saved between the two requests is the later one.</summary>
    private static Dictionary<string, string> Newer(
        Dictionary<string, string> cards,
        IReadOnlyList<Card> read
    )
    {
        foreach (var card in read)
        {
            cards[card.Name] = card.ETag;
        }

        return cards;
    }
}

/// <summary>The address book, ETags of its cards by name, and the texts of those that were asked for.</summary>
internal sealed record ReadAddressBook(
    AddressBook Book,
    IReadOnlyDictionary<string, string> Cards,
    IReadOnlyList<Card> Texts
);
