using Connector.Domain.AddressBooks;
using static Connector.Domain.Workspaces.AddressBookReasons;

namespace Connector.Domain.Workspaces;

/// <summary>
/// The network's address book: what the directory gives is kept true in it, what somebody wrote into a card stays, and the card
/// of whoever left is taken out as long as nobody touched it.
/// </summary>
public static class AddressBookPlanning
{
    /// <summary>Cards that may always go in one run: a small network is no mistake in a file.</summary>
    private const int AlwaysAllowed = 3;

    internal static void Plan(WorkspaceSpec spec, PlanningTable table)
    {
        if (spec.AddressBook is not { } book)
        {
            Orphan(table);
            return;
        }

        var state = table.Snapshot.AddressBook;
        var known = table.Known.Find(AddressBookSpec.Key);
        var (change, reason, action) = (known, state) switch
        {
            (null, null) => (Change.Create, Asked, (WorkspaceAction?)new CreateAddressBook(book)),
            (not null, null) => table.Gone(new CreateAddressBook(book)),
            (null, not null) => (
                Change.Adopt,
                PlanReasons.AlreadyThere,
                new Link(new KnownResource { Key = AddressBookSpec.Key, RemoteId = state.Uri })
            ),
            _ => (Change.Keep, PlanReasons.InPlace, null),
        };
        Add(table, AddressBookSpec.Key, change, Book(book.DisplayName), reason, action);
        if (change == Change.Notice)
        {
            return;
        }

        var uri = state?.Uri ?? known?.RemoteId ?? book.Uri;
        foreach (var group in book.Readers.Where(table.Groups.Contains))
        {
            PlanReader(group, uri, book, state, table);
        }

        foreach (var card in book.Cards)
        {
            PlanCard(card, uri, state, table);
        }

        PlanLeavers(book, uri, state, table);
    }

    /// <summary>Whether a card has to be read before anything can be said of it: somebody wrote in it, and it should change.</summary>
    public static bool NeedsText(CardSpec card, KnownWorkspace known, string etag)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(known);
        return known.Find(card.Key) is { } resource
            && etag != card.ContentHash
            && !IsPristine(resource, etag)
            && !(resource.ContentHash == card.ContentHash && resource.ETag == etag);
    }

    /// <summary>Cards of the ledger that the directory gives no more.</summary>
    public static IEnumerable<KnownResource> Leavers(AddressBookSpec book, KnownWorkspace known)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(known);
        var wanted = book.Cards.Select(card => card.Key).ToHashSet(StringComparer.Ordinal);
        return known
            .Resources.Values.Where(resource =>
                NetworkCards.IsCard(resource.Key) && !wanted.Contains(resource.Key)
            )
            .OrderBy(resource => resource.Key, StringComparer.Ordinal);
    }

    /// <summary>Byte for byte what Connector wrote.</summary>
    private static bool IsPristine(KnownResource known, string etag) =>
        known.ContentHash is not null && known.ETag == etag && etag == known.ContentHash;

    private static void PlanReader(
        string group,
        string uri,
        AddressBookSpec book,
        AddressBookState? state,
        PlanningTable table
    )
    {
        var key = $"{AddressBookSpec.Key}/share:{group}";
        var isThere = state?.Readers.Contains(group) == true;
        var make = new ShareAddressBook(uri, group);
        var (change, reason, action) = (table.Known.Find(key), isThere) switch
        {
            (null, true) => (
                Change.Adopt,
                PlanReasons.AlreadyThere,
                (WorkspaceAction?)new Link(new KnownResource { Key = key, RemoteId = group })
            ),
            (null, false) => (Change.Create, Read, make),
            (_, true) => (Change.Keep, PlanReasons.InPlace, null),
            _ => table.Gone(make),
        };
        var with = table.Called(group);
        var subject = new Text(
            $"le partage du carnet d'adresses « {book.DisplayName} » avec {with.French}, en lecture",
            $"the sharing of the address book '{book.DisplayName}' with {with.English}, to read"
        );
        Add(table, key, change, subject, reason, action);
    }

    private static void PlanCard(CardSpec card, string uri, AddressBookState? state, PlanningTable table)
    {
        var known = table.Known.Find(card.Key);
        var etag = state?.Cards.GetValueOrDefault(card.ObjectName);
        var put = new PutCard(uri, card, null, null);
        var (change, reason, action) = (known, etag) switch
        {
            (null, null) => (Change.Create, Given, (WorkspaceAction?)put),
            // The book itself is made anew, with all that is in it.
            (not null, null) when state is null => (Change.Create, Given, put),
            (not null, null) => table.Gone(put),
            (_, not null) when etag == card.ContentHash && known?.ETag != etag => (
                Change.Adopt,
                PlanReasons.LinkedAnew,
                new Link(OnRecord(card, etag))
            ),
            (null, not null) => (Change.Notice, NotOurs, null),
            _ when known.ContentHash == card.ContentHash && known.ETag == etag => (
                Change.Keep,
                PlanReasons.InPlace,
                null
            ),
            _ when IsPristine(known, etag!) => (Change.Update, Moved, put with { IfMatch = etag }),
            _ => Merge(card, put with { IfMatch = etag }, state!, table.Known),
        };
        Add(table, card.Key, change, Card(card.Name), reason, action);
    }

    private static (Change, Text, WorkspaceAction?) Merge(
        CardSpec card,
        PutCard put,
        AddressBookState state,
        KnownWorkspace known
    )
    {
        if (state.Texts.GetValueOrDefault(card.ObjectName) is not { } there)
        {
            return (Change.Notice, PlanReasons.ChangedBySomebody, null);
        }

        var given = known.Find(NetworkCards.Base(card.Key))?.ContentHash ?? card.Text;
        var merged = CardMerge.Merge(given, card.Text, there);
        var told = Told(merged.Conflicts);
        return merged.Text == there
            ? (merged.Conflicts.Count == 0 ? Change.Keep : Change.Notice, told ?? Kept, null)
            : (Change.Update, told ?? MovedUnderWords, put with { Merged = merged.Text });
    }

    /// <summary>What both say, once: the next run knows that the directory said it.</summary>
    private static Text? Told(IReadOnlyList<CardConflict> conflicts)
    {
        if (conflicts.Count == 0)
        {
            return null;
        }

        var each = conflicts.DistinctBy(one => one.Called.French).ToList();
        return new Text(
            string.Join(
                " ; ",
                each.Select(one =>
                    $"{one.Called.French} : quelqu'un a mis « {one.There} » dans la carte, l'annuaire dit « {one.Wanted} » ; la carte est gardée"
                )
            ),
            string.Join(
                "; ",
                each.Select(one =>
                    $"{one.Called.English}: somebody put '{one.There}' into the card, the directory says '{one.Wanted}'; the card is kept"
                )
            )
        );
    }

    private static void PlanLeavers(
        AddressBookSpec book,
        string uri,
        AddressBookState? state,
        PlanningTable table
    )
    {
        var there = Leavers(book, table.Known)
            .Where(known => state?.Cards.ContainsKey(known.RemoteId) == true)
            .ToList();
        var untouched = there.Where(known => IsPristine(known, state!.Cards[known.RemoteId])).ToList();
        var most = Math.Max(AlwaysAllowed, (book.Cards.Count + there.Count) / 4);
        var isTooMany = untouched.Count > most && !table.Options.Confirm;
        foreach (var known in there)
        {
            var isOurs = untouched.Contains(known);
            var (change, reason, action) =
                !isOurs ? (Change.Notice, TouchedLeaver, (WorkspaceAction?)null)
                : isTooMany ? (Change.Conflict, TooMany, null)
                : (Change.Remove, Left, new RemoveCard(uri, known.RemoteId, known.ETag!));
            Add(table, known.Key, change, Card(NameOf(known, table.Known)), reason, action);
        }
    }

    /// <summary>As the card that was given last calls it.</summary>
    private static string NameOf(KnownResource card, KnownWorkspace known) =>
        known.Find(NetworkCards.Base(card.Key))?.ContentHash is { } text
        && ContentLines.ContentLine.Read(text).FirstOrDefault(line => line.Name == "FN") is { } name
            ? name.Text
            : card.RemoteId;

    /// <summary>A book that the file does not ask for any more: it is kept true no longer, which people have to know.</summary>
    private static void Orphan(PlanningTable table)
    {
        if (table.Known.Find(AddressBookSpec.Key) is { } known)
        {
            Add(table, known.Key, Change.Notice, Book(known.RemoteId), NoLongerKept, null);
        }
    }

    internal static KnownResource OnRecord(CardSpec card, string etag) =>
        new()
        {
            Key = card.Key,
            RemoteId = card.ObjectName,
            ETag = etag,
            ContentHash = card.ContentHash,
        };

    private static void Add(
        PlanningTable table,
        string key,
        Change change,
        Text subject,
        Text reason,
        WorkspaceAction? action
    ) =>
        table.Add(
            new PlanStep
            {
                Key = key,
                Stage = PlanStage.AddressBook,
                Change = change,
                Subject = subject,
                Reason = reason,
                Action = action,
            }
        );

    private static Text Book(string name) =>
        new($"le carnet d'adresses « {name} »", $"the address book '{name}'");

    private static Text Card(string name) =>
        new($"la carte de « {name} » au carnet d'adresses", $"the card of '{name}' in the address book");
}
