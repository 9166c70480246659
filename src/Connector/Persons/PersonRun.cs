using System.Globalization;
using Connector.Directories;
using Connector.Domain;
using Connector.Domain.AddressBooks;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Reports;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Shapes;
using static Connector.Persons.PersonWords;

namespace Connector.Persons;

/// <summary>What is asked for.</summary>
/// <param name="TerritoryPath">The territory file.</param>
/// <param name="Words">Who: identifier, e-mail or name.</param>
/// <param name="Yes">Whether to write; else it is only told.</param>
internal sealed record PersonRequest(string TerritoryPath, string Words, bool Yes);

/// <summary>
/// A person's rights: access, rectification, objection, erasure (RGPD, articles 15 to 21). Finds every place that tells of them, changes
/// what Connector may change, and tells of all else what it is and why it stays. Without « --yes » nothing is written.
/// </summary>
internal sealed class PersonRun(
    NextcloudClient client,
    LedgerStore ledger,
    Territory territory,
    PersonRequest request,
    TimeProvider time,
    IOwnDirectory? cloud = null
)
{
    private readonly IOwnDirectory? _cloud = cloud is { IsThere: true } ? cloud : null;

    private string Slug => Domain.Territories.Slug.Of(territory.Name);

    /// <summary>« erase »</summary>
    public async Task<PersonReport> EraseAsync(CancellationToken ct)
    {
        var (who, sources, stopped) = Open();
        if (stopped is not null)
        {
            return stopped;
        }

        sources!.Erase();
        var known = await ledger.LoadAsync(Slug, ct);
        var server = new ServerTraces(client, known, who!, _cloud?.ShownAs);
        var onServer = await server.FindAsync(ct);
        var rows = await Rows(who!).FindAsync(ct);
        if (request.Yes && await sources.SaveAsync(ct) is { Count: > 0 } problems)
        {
            return PersonReport.Refused(problems) with { Said = NothingWritten };
        }

        var traces = new List<Trace>(sources.Traces);
        traces.AddRange(await Card(server, known, ct));
        traces.AddRange(request.Yes ? await Events(server, onServer, ct) : onServer);
        traces.AddRange(LedgerTraces.Of(rows));
        traces.AddRange(LocalTraces.Find(request.TerritoryPath, sources.Files, who!));
        if (request.Yes)
        {
            await Rows(who!).ForgetAsync(rows, ct);
            if (ErasedName.Fingerprint(who!.Person.Name) is { } fingerprint)
            {
                var row = new KnownResource
                {
                    Key = WorkspaceKeys.Erased(fingerprint),
                    RemoteId = fingerprint,
                };
                await ledger.RememberAsync(Slug, [row], ct);
            }
        }

        traces.AddRange(Account(who!, rows));
        return Report(traces, Said(who!, traces)) with
        {
            Notes = [.. Unread(server.Unread), OlderCopies, ServiceMemory, Fingerprint, Again(who!)],
        };
    }

    /// <summary>« object »: no longer listed, from today on.</summary>
    public async Task<PersonReport> ObjectAsync(CancellationToken ct)
    {
        var (who, sources, stopped) = Open(mustBeKnown: true);
        if (stopped is not null)
        {
            return stopped;
        }

        var today = DateOnly
            .FromDateTime(
                TimeZoneInfo
                    .ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(territory.TimeZone))
                    .DateTime
            )
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        sources!.Set([(ConsentRecord.Agreed, "non"), (ConsentRecord.ObjectedOn, today)]);
        var known = await ledger.LoadAsync(Slug, ct);
        var server = new ServerTraces(client, known, who!, _cloud?.ShownAs);
        await server.FindCardAsync(ct);
        if (request.Yes && await sources.SaveAsync(ct) is { Count: > 0 } problems)
        {
            return PersonReport.Refused(problems) with { Said = NothingWritten };
        }

        var traces = new List<Trace>(sources.Traces);
        var card = await Card(server, known, ct);
        traces.AddRange(card);
        if (request.Yes && card.All(trace => trace.Fate == TraceFate.Changed))
        {
            var rows = await Rows(who!).FindAsync(ct);
            var own = NetworkCards.OfPerson(who!.Person.Id);
            await Rows(who)
                .ForgetAsync([.. rows.Where(row => row.Key.StartsWith(own, StringComparison.Ordinal))], ct);
        }

        return Report(
            traces,
            new Text(
                $"Opposition de « {who!.Person.Name} » à figurer au carnet, datée du {today}.",
                $"Objection of '{who.Person.Name}' to being listed, dated {today}."
            )
        );
    }

    /// <summary>« rectify »</summary>
    /// <param name="values">Keys of <see cref="PersonRecord"/> and what they are to say.</param>
    /// <param name="ct">Stops.</param>
    public async Task<PersonReport> RectifyAsync(
        IReadOnlyList<(Key Key, string Value)> values,
        CancellationToken ct
    )
    {
        var (who, sources, stopped) = Open(mustBeKnown: true);
        if (stopped is not null)
        {
            return stopped;
        }

        sources!.Set(values);
        var known = await ledger.LoadAsync(Slug, ct);
        var server = new ServerTraces(client, known, who!, _cloud?.ShownAs);
        var onServer = await server.FindAsync(ct);
        if (request.Yes && await sources.SaveAsync(ct) is { Count: > 0 } problems)
        {
            return PersonReport.Refused(problems) with { Said = NothingWritten };
        }

        var traces = new List<Trace>(sources.Traces);
        if (server.Card is { } card)
        {
            traces.Add(new Trace(TraceFate.Follows, CardPlace(card.Name), CardFollows));
        }

        traces.AddRange(
            onServer.Select(trace =>
                trace.Fate == TraceFate.Changed
                    ? trace with
                    {
                        Fate = TraceFate.Human,
                        Why = ReadAgain,
                    }
                    : trace
            )
        );
        return Report(
            traces,
            new Text($"Rectification de « {who!.Person.Name} ».", $"Rectification of '{who.Person.Name}'.")
        );
    }

    private (SoughtPerson? Who, PersonSources? Sources, PersonReport? Stopped) Open(bool mustBeKnown = false)
    {
        var (who, problem) = SoughtPerson.Find(territory, request.Words);
        if (who is null || (mustBeKnown && !who.IsKnown))
        {
            return (null, null, PersonReport.Refused([problem ?? SoughtPerson.Unknown(request.Words)]));
        }

        return PersonSources.Open(request.TerritoryPath, who, _cloud) is { } sources
            ? (who, sources, null)
            : (null, null, PersonReport.Refused([NotLines]));
    }

    private PersonRows Rows(SoughtPerson who) =>
        new(
            ledger,
            Slug,
            who.Match.IsIn,
            bytes => FileTraces.In("base.docx", bytes, who.Match) is null or { Count: > 0 }
        );

    /// <summary>The person's card goes, also one that somebody wrote in: whoever says « --yes » has read what goes with it.</summary>
    private async Task<IReadOnlyList<Trace>> Card(
        ServerTraces server,
        KnownWorkspace known,
        CancellationToken ct
    )
    {
        if (server.Card is not { } card)
        {
            return [];
        }

        var why = card.Written.Count == 0 ? CardGoes : CardGoesWith(card.Written);
        if (!request.Yes)
        {
            return [new Trace(TraceFate.Changed, CardPlace(card.Name), why)];
        }

        var outcome = await client.AddressBooks.Remove(card.Uri, card.Name, card.ETag, ct);
        if (known.Find(AddressBookSpec.Key) is { } book && outcome.Changed)
        {
            // The next run looks at every card once: this was no write of its own.
            await ledger.RememberAsync(Slug, [book with { ETag = null }], ct);
        }

        return outcome.Result is DavResult.Updated or DavResult.NotFound
            ? [new Trace(TraceFate.Changed, CardPlace(card.Name), why)]
            : [new Trace(TraceFate.Human, CardPlace(card.Name), CardMoved)];
    }

    private async Task<IReadOnlyList<Trace>> Events(
        ServerTraces server,
        IReadOnlyList<Trace> onServer,
        CancellationToken ct
    )
    {
        var failed = new List<Trace>();
        foreach (var (uri, name, etag, text) in server.OwnEvents)
        {
            var without = EventErasure.Without(text, server.Match);
            var outcome = await client.Calendars.PutObject(
                uri,
                name,
                without,
                PutCondition.IfMatch(etag),
                ct
            );
            if (!outcome.Changed)
            {
                failed.Add(
                    new Trace(TraceFate.Human, Text.Same($"{uri}/{name}"), outcome.Message ?? CardMoved)
                );
            }
        }

        return [.. onServer, .. failed];
    }

    /// <summary>The account itself: no right of Connector's reaches it.</summary>
    private static IEnumerable<Trace> Account(SoughtPerson who, IReadOnlyList<PersonRow> rows) =>
        who.Person.Id.Length > 0
        && rows.Any(row => row.Key == $"account:{who.Person.Id}" || row.Kind == PersonRowKind.Needed)
            ?
            [
                new Trace(
                    TraceFate.Administrator,
                    new Text($"compte Nextcloud « {who.Person.Id} »", $"Nextcloud account '{who.Person.Id}'"),
                    new Text(
                        $"Connector ne supprime pas de compte : occ user:delete {who.Person.Id}",
                        $"Connector deletes no account: occ user:delete {who.Person.Id}"
                    )
                ),
            ]
            : [];

    private PersonReport Report(IReadOnlyList<Trace> traces, Text said)
    {
        var outcome =
            !request.Yes && traces.Any(trace => trace.Fate == TraceFate.Changed) ? RunOutcome.ChangesPending
            : traces.Any(trace => trace.Fate is TraceFate.Human or TraceFate.Administrator)
                ? RunOutcome.PartlyDone
            : traces.Any(trace => trace.Fate == TraceFate.Follows) ? RunOutcome.ChangesPending
            : RunOutcome.Done;
        return new PersonReport
        {
            Outcome = outcome,
            Said = said,
            IsDone = request.Yes,
            Traces = traces,
        };
    }
}
