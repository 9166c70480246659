using System.Text;
using Connector.Domain;
using Connector.Domain.AddressBooks;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.CardDav;
using Connector.Nextcloud.Dav;

namespace Connector.Provisioning;

/// <summary>Carries out the steps about the network's address book.</summary>
internal sealed class AddressBookSteps(AddressBookClient client, Recipients recipients, KnownWorkspace known)
{
    /// <summary>Writes of one card while somebody else writes it too, before it is left to the next run.</summary>
    private const int MostTries = 4;

    /// <summary>All of them one after the other: two writes at once into one SQLite only wait for each other.</summary>
    public async Task<IReadOnlyDictionary<string, StepOutcome>> All(
        IReadOnlyList<PlanStep> steps,
        CancellationToken ct
    )
    {
        var done = new Dictionary<string, StepOutcome>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            ct.ThrowIfCancellationRequested();
            var outcome = await Act(step, ct);
            if (outcome.State != StepState.Done)
            {
                // What does not work at once is tried alone, and told there.
                continue;
            }

            done[step.Key] = outcome;
        }

        return done;
    }

    public Task<StepOutcome> Act(PlanStep step, CancellationToken ct) =>
        step.Action switch
        {
            CreateAddressBook action => Create(step, action, ct),
            ShareAddressBook action => Share(step, action, ct),
            PutCard action => Put(action, ct),
            RemoveCard action => Remove(action, ct),
            _ => throw new InvalidOperationException($"{step.Action} is not about an address book"),
        };

    private async Task<StepOutcome> Create(PlanStep step, CreateAddressBook action, CancellationToken ct)
    {
        var outcome = await client.Create(action.Book.Uri, action.Book.DisplayName, ct);
        return outcome.IsThere
            ? StepOutcome.Done(new KnownResource { Key = step.Key, RemoteId = action.Book.Uri })
            : Refused(outcome);
    }

    private async Task<StepOutcome> Share(PlanStep step, ShareAddressBook action, CancellationToken ct)
    {
        if (recipients.OnCalendar(action.GroupId, readWrite: false) is not { } share)
        {
            return StepOutcome.Skipped(TeamSteps.NoTeam);
        }

        var outcome = await client.Share(action.BookUri, share, ct);
        return outcome.IsThere
            ? StepOutcome.Done(new KnownResource { Key = step.Key, RemoteId = action.GroupId })
            : Refused(outcome);
    }

    /// <summary>What somebody writes into the card meanwhile is merged as well.</summary>
    private async Task<StepOutcome> Put(PutCard action, CancellationToken ct)
    {
        var card = action.Card;
        var (text, etag) = (action.Merged ?? card.Text, action.IfMatch);
        DavOutcome outcome;
        var tries = 0;
        do
        {
            var condition = etag is null ? PutCondition.IfNoneMatchAny : PutCondition.IfMatch(etag);
            outcome = await client.Put(action.BookUri, card.ObjectName, text, condition, ct);
            if (outcome.Result != DavResult.PreconditionFailed)
            {
                break;
            }

            if (await client.Get(action.BookUri, [card.ObjectName], ct) is not [var there])
            {
                return StepOutcome.Waiting(TakenOut);
            }

            if (there.Text == card.Text)
            {
                return Done(card, there.ETag);
            }

            text = CardMerge.Merge(Given(card), card.Text, there.Text ?? "").Text;
            if (text == there.Text)
            {
                return Done(card, there.ETag);
            }

            etag = there.ETag;
        } while (++tries < MostTries);

        return outcome.Changed
            ? Done(card, outcome.ETag ?? await ETagOf(action, text, ct))
            : Refused(outcome);
    }

    private async Task<StepOutcome> Remove(RemoveCard action, CancellationToken ct)
    {
        var outcome = await client.Remove(action.BookUri, action.ObjectName, action.IfMatch, ct);
        return outcome.Result switch
        {
            DavResult.Updated or DavResult.NotFound => StepOutcome.Done(),
            DavResult.PreconditionFailed => StepOutcome.Waiting(Touched),
            _ => Refused(outcome),
        };
    }

    private string Given(CardSpec card) => known.Find(NetworkCards.Base(card.Key))?.ContentHash ?? card.Text;

    /// <summary>A server that tells no ETag changed the text: that is what stands there now.</summary>
    private async Task<string> ETagOf(PutCard action, string text, CancellationToken ct) =>
        await client.Get(action.BookUri, [action.Card.ObjectName], ct) is [var there]
            ? there.ETag
            : ContentHash.Md5(Encoding.UTF8.GetBytes(text));

    private static StepOutcome Done(CardSpec card, string etag) =>
        StepOutcome.Done(AddressBookMemory.OnRecord(card, etag));

    private static StepOutcome Refused(DavOutcome outcome) =>
        StepOutcome.Failed(
            outcome.Message ?? new Text($"refusé ({outcome.Result})", $"refused ({outcome.Result})")
        );

    private static readonly Text TakenOut = new(
        "quelqu'un a retiré cette carte entre-temps : le prochain passage en tient compte",
        "somebody took this card out meanwhile: the next run knows"
    );

    private static readonly Text Touched = new(
        "quelqu'un a écrit dans cette carte entre-temps : gardée, le prochain passage le dira",
        "somebody wrote in this card meanwhile: kept, the next run will tell"
    );
}
