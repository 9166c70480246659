using System.Globalization;
using System.Text;
using Connector.Domain.AddressBooks;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;

namespace Connector.Provisioning;

/// <summary>
/// What the ledger keeps of the address book: of each card its ETag and what the directory gave, and how far the book was seen.
/// Nothing is kept of a card that is gone.
/// </summary>
internal static class AddressBookMemory
{
    /// <summary>What a book starts at (sabre/dav: <c>http://sabre.io/ns/sync/1</c>).</summary>
    private const string FirstToken = "http://sabre.io/ns/sync/1";

    /// <summary>Null where the territory asks for none.</summary>
    public static AddressBookSpec? Spec(Territory territory) =>
        territory.HasAddressBook
            ? new AddressBookSpec
            {
                Uri = $"connector-{Slug.Of(territory.Name)}",
                DisplayName = $"Réseau – {territory.Name}",
                Readers = [WorkspaceKeys.NetworkGroup],
                Cards = NetworkCards.Of(territory, text => ContentHash.Md5(Encoding.UTF8.GetBytes(text))),
            }
            : null;

    public static IReadOnlyList<KnownResource> OnRecord(CardSpec card, string etag) =>
        [
            new()
            {
                Key = card.Key,
                RemoteId = card.ObjectName,
                ETag = etag,
                ContentHash = card.ContentHash,
            },
            new()
            {
                Key = NetworkCards.Base(card.Key),
                RemoteId = $"base {card.ObjectName}",
                ContentHash = card.Text,
            },
        ];

    /// <summary>
    /// What a look taught that changes nothing on the server: cards that say what the directory gives, in somebody's words or
    /// in ours, and conflicts that are told now.
    /// </summary>
    public static IReadOnlyList<KnownResource> Learnt(
        WorkspaceSpec spec,
        AddressBookState? state,
        KnownWorkspace known
    )
    {
        if (spec.AddressBook is not { } book || state is null)
        {
            return [];
        }

        var said = book
            .Cards.Where(card =>
                state.Texts.GetValueOrDefault(card.ObjectName) is { } there
                && CardMerge.Merge(Given(card, known), card.Text, there).Text == there
            )
            .SelectMany(card => OnRecord(card, state.Cards[card.ObjectName]))
            .ToList();
        // A card that somebody changed or took out is no longer remembered as it was: the next run may not look.
        var keys = said.Select(resource => resource.Key).ToHashSet(StringComparer.Ordinal);
        var moved = known
            .Resources.Values.Where(resource =>
                NetworkCards.IsCard(resource.Key)
                && !keys.Contains(resource.Key)
                && resource.ETag != state.Cards.GetValueOrDefault(resource.RemoteId)
            )
            .Select(resource => resource with { ETag = state.Cards.GetValueOrDefault(resource.RemoteId) });
        return [.. said, .. moved];
    }

    /// <summary>Remembers how far the book is seen after this run's own writes, and forgets the cards that are gone.</summary>
    public static async Task AfterAsync(
        LedgerStore ledger,
        ProvisionScope scope,
        IReadOnlyList<StepResult> results
    )
    {
        if (scope.Spec.AddressBook is not { } book)
        {
            return;
        }

        var done = results
            .Where(result => result.Outcome.State == StepState.Done)
            .Select(result => result.Step)
            .ToList();
        var state = scope.Snapshot.AddressBook;
        var linked = done.Where(step => step.Action is Link)
            .Select(step => ((Link)step.Action!).Resource)
            .Where(resource => NetworkCards.IsCard(resource.Key))
            .Join(
                book.Cards,
                resource => resource.Key,
                card => card.Key,
                (resource, card) => (resource, card)
            );
        var rows = linked.SelectMany(pair => OnRecord(pair.card, pair.resource.ETag!)).ToList();
        var isThere = state is not null || done.Any(step => step.Action is CreateAddressBook);
        if (isThere && Token(state?.SyncToken ?? FirstToken, results) is { } token)
        {
            var now =
                scope.Known.Find(AddressBookSpec.Key)
                ?? new KnownResource { Key = AddressBookSpec.Key, RemoteId = state?.Uri ?? book.Uri };
            if (now.ETag != token)
            {
                rows.Add(now with { RemoteId = state?.Uri ?? book.Uri, ETag = token });
            }
        }

        if (rows.Count > 0)
        {
            await ledger.RememberAsync(scope.Territory, rows, CancellationToken.None);
        }

        foreach (var key in Gone(scope, book, state, done))
        {
            await ledger.ForgetAsync(scope.Territory, key, CancellationToken.None);
            await ledger.ForgetAsync(scope.Territory, NetworkCards.Base(key), CancellationToken.None);
        }
    }

    /// <summary>Cards that left and that the server does not have, now or since before.</summary>
    private static IEnumerable<string> Gone(
        ProvisionScope scope,
        AddressBookSpec book,
        AddressBookState? state,
        List<PlanStep> done
    )
    {
        var removed = done.Where(step => step.Action is RemoveCard)
            .Select(step => step.Key)
            .ToHashSet(StringComparer.Ordinal);
        return AddressBookPlanning
            .Leavers(book, scope.Known)
            .Where(known => removed.Contains(known.Key) || state?.Cards.ContainsKey(known.RemoteId) == false)
            .Select(known => known.Key);
    }

    /// <summary>
    /// The token that the book has when nobody but us wrote since the look: it counts changes. Should somebody have, the next
    /// run finds another one and looks.
    /// </summary>
    private static string? Token(string before, IReadOnlyList<StepResult> results)
    {
        var slash = before.LastIndexOf('/') + 1;
        var writes = results.Count(result =>
            result.Step.Action is PutCard or RemoveCard && result.Outcome.State == StepState.Done
        );
        return long.TryParse(before[slash..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? before[..slash] + (number + writes).ToString(CultureInfo.InvariantCulture)
            : null;
    }

    private static string Given(CardSpec card, KnownWorkspace known) =>
        known.Find(NetworkCards.Base(card.Key))?.ContentHash ?? card.Text;
}
