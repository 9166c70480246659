using Connector.Actions;
using Connector.CalendarSync;
using Connector.DocumentFlow;
using Connector.Domain.Documents;
using Connector.Domain.Meetings;
using Connector.Domain.Signatures;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;

namespace Connector.Provisioning;

/// <summary>Gathers a run's scope: lays the territory out, asks the ledger and the server, hashes the documents.</summary>
internal sealed class ScopeBuilder(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    /// <summary>Asks every team for its members: see <see cref="PeopleReader"/>.</summary>
    public bool EveryMember { get; init; }

    /// <summary>Looks into the trash bin as well, for one request more.</summary>
    public bool Trash { get; init; }

    /// <summary>See <see cref="ShareReader"/>.</summary>
    public bool EveryShare { get; init; }

    /// <summary>Believes calendars that lost many meetings at once: see <see cref="CalendarRails"/>.</summary>
    public bool Confirm { get; init; }

    /// <summary>Reads the minutes and sheets that people changed, for what they say about actions.</summary>
    public bool Actions { get; init; }

    /// <summary>The tree, where the run looked at it already.</summary>
    public AccountTree? Seen { get; init; }

    /// <param name="territory">What should be.</param>
    /// <param name="blueprints">By name.</param>
    /// <param name="names">What the server refuses in names; null for what it last said, or is asked now.</param>
    /// <param name="ct">Stops.</param>
    public async Task<ProvisionScope> BuildAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        CancellationToken ct,
        NameMemory? names = null
    )
    {
        if (territory.LacksDirectory)
        {
            // Else all those whom it names would be taken for gone.
            throw new InvalidOperationException("the territory's directory on the server was not read");
        }

        var slug = Slug.Of(territory.Name);
        var today = TerritoryDay.Now(time, territory.TimeZone);
        territory = territory.On(today);
        var stored = await ledger.LoadAsync(slug, ct);
        var chosen = await new StrategyChoice(client).MakeAsync(stored, ct);
        var remembered = NameMemory.Recall(stored);
        names ??= remembered ?? await AskNames(ct);
        var calendars = CalendarMemory.Calendars(territory, stored);
        var meetings = MeetingMemory.Plan(territory, calendars, stored, today);
        var addressBook = AddressBookMemory.Spec(territory);
        var spec = Layout();
        var moves = LedgerMoves.Of(spec, stored);
        var followed = LedgerMoves.Follow(stored, moves);
        var registers = await new SignatureRegister(ledger, slug, time).LoadAsync(ct);
        var board = await new ActionStore(ledger, slug).LoadAsync(ct);
        var context = Context(board);
        var documents = new DocumentComposer(context);
        var reading = new WorkspaceReader(client, time, EveryMember, Trash, EveryShare, Seen).ReadAsync(
            spec,
            followed,
            ct
        );
        var composing = HashMemory.IsKept(followed) ? Task.CompletedTask : documents.ComposeAhead(ct);
        await Task.WhenAll(reading, composing);
        var rails = new CalendarRails(territory, followed, today, Confirm) { Restore = Trash };
        var (snapshot, holds) = rails.Hold(await reading, spec);
        var points = await new PointsReader(client, followed).ReadAsync(
            spec,
            snapshot,
            territory.Language,
            ct
        );
        (spec, var merges) = new EventMerging(territory, followed, snapshot, today, Confirm).Merge(spec);
        var hasMoved =
            CalendarMemory.HasMoved(snapshot, followed, spec)
            || spec.Areas.Any(area =>
                area.Calendar is { } calendar && CalendarMemory.ToBe(calendar).Count > 0
            );
        if (hasMoved || points.Count > 0)
        {
            calendars = hasMoved ? CalendarMemory.Calendars(territory, snapshot, followed, spec) : calendars;
            meetings = MeetingMemory.Plan(territory, calendars, stored.With(points), today);
            (spec, merges) = new EventMerging(territory, followed, snapshot, today, Confirm).Merge(Layout());
            moves = LedgerMoves.Of(spec, stored);
            followed = LedgerMoves.Follow(stored, moves);
            context = Context(board);
            documents = new DocumentComposer(context);
        }

        var known = ReissuedNumbers.Settle(followed, snapshot, spec.Strategy);
        var templates = await new SharedTemplates(client, ledger).LookAsync(spec, known, snapshot, ct);
        if (templates.Spec != spec)
        {
            spec = templates.Spec;
            context = Context(board);
            documents = new DocumentComposer(context);
        }

        if (Actions)
        {
            var look = new ActionLook(client, new TemplateMemory(known, ledger));
            context = Context(await look.HearAsync(context, known, snapshot, ct));
            documents = new DocumentComposer(context);
            spec = Behind(spec, context.Board);
        }

        var addresses = Addresses(spec, known, snapshot);
        var memory = new HashMemory(
            territory,
            spec,
            addresses,
            Signed(registers),
            calendars.Fingerprint,
            context.Board.Actions,
            today,
            known
        );
        var hashed = memory.IsCurrent
            ? WithHashes(spec, (_, document) => memory.Of(document))
            : WithHashes(spec, Hashed(documents, addresses, AllPublished(spec, known, addresses)));
        var milestones = new MilestoneReader(client, ledger, context, hashed, known, snapshot);
        var (complete, read) = await milestones.ReadAsync(ct);
        var copies = new NetworkCopies(territory, snapshot, known, today);
        complete = copies.Add(complete);
        return new ProvisionScope
        {
            Territory = slug,
            Strategy = chosen,
            Source = territory,
            Spec = copies.Tell(Told(complete)),
            Names = names,
            NamesToRemember = names.Says(remembered) ? null : names.OnRecord(),
            ToRemember = memory.IsCurrent ? null : memory.OnRecord(hashed),
            Known = known,
            Board = context.Board,
            IsBoardNew = !ReferenceEquals(context.Board, board),
            Today = today,
            Moves = moves,
            Snapshot = snapshot,
            Calendars = calendars,
            Copies = copies,
            Milestones = read,
            Merges = [.. holds, .. merges],
            Meetings = meetings,
            Points = points,
            Documents = documents,
            Templates = templates,
            Addresses = addresses,
        };

        ComposedTerritory Context(ActionBoard actions) =>
            new(spec, territory, today)
            {
                Registers = registers,
                Calendars = calendars,
                Board = actions,
            };

        WorkspaceSpec Told(WorkspaceSpec hashed) =>
            CalendarNotices.Add(
                MeetingNotices.Add(
                    new MeetingLinks(territory, client.Account.BaseUrl).Add(hashed, meetings, known),
                    calendars,
                    meetings,
                    snapshot,
                    known
                ),
                snapshot,
                known
            );

        WorkspaceSpec Layout() =>
            ServerNames.Spell(Lay(territory, blueprints, meetings, chosen.Strategy), names.Rules) with
            {
                AddressBook = addressBook,
            };
    }

    public async Task<NameMemory> AskNames(CancellationToken ct) =>
        NameMemory.Of(await client.Server.Capabilities(ct));

    /// <summary>What the registers say, in short: the hash of each one's last line.</summary>
    private static IReadOnlyDictionary<string, string> Signed(
        IReadOnlyDictionary<string, IReadOnlyList<SignedRecord>> registers
    ) =>
        registers.ToDictionary(
            register => register.Key,
            register => register.Value[^1].Hash,
            StringComparer.Ordinal
        );

    private WorkspaceSpec Lay(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        IReadOnlyDictionary<string, GroupMeetings> meetings,
        Strategy strategy
    ) =>
        WorkspaceSpecBuilder.Build(
            territory,
            blueprints,
            client.Account.Principal,
            meetings,
            (group, series) => CalendarMemory.Hash(territory, group, series),
            strategy
        );

    private static IReadOnlyDictionary<string, Uri> Addresses(
        WorkspaceSpec spec,
        KnownWorkspace known,
        WorkspaceSnapshot snapshot
    )
    {
        var addresses = new Dictionary<string, Uri>(StringComparer.Ordinal);
        foreach (var calendar in spec.Areas.Select(area => area.Calendar).OfType<CalendarSpec>())
        {
            var uri = known.Find(calendar.Key)?.RemoteId ?? calendar.Uri;
            var state = snapshot.Calendars.FirstOrDefault(state => state.Uri == uri);
            if (state?.PublicAddress is { } address)
            {
                addresses[calendar.Key] = address;
            }
        }

        return addresses;
    }

    /// <summary>Whether no calendar waits for its public address: one that somebody withdrew does not wait.</summary>
    private static bool AllPublished(
        WorkspaceSpec spec,
        KnownWorkspace known,
        IReadOnlyDictionary<string, Uri> addresses
    ) =>
        spec
            .Areas.Select(area => area.Calendar)
            .OfType<CalendarSpec>()
            .All(calendar =>
                addresses.ContainsKey(calendar.Key)
                || known.Find(WorkspaceKeys.Public(calendar.Key)) is not null
            );

    private static WorkspaceSpec WithHashes(WorkspaceSpec spec, Func<AreaSpec, DocumentSpec, string?> hash) =>
        With(spec, (area, document) => document with { ContentHash = hash(area, document) });

    private static WorkspaceSpec Behind(WorkspaceSpec spec, ActionBoard board) =>
        With(
            spec,
            (_, document) =>
                document.Kind == DocumentKind.ActionRegister && board.Find(document.Key) is { } sheet
                    ? document with
                    {
                        IsBehind = SheetChanges.IsBehind(board, sheet),
                    }
                    : document
        );

    private static WorkspaceSpec With(
        WorkspaceSpec spec,
        Func<AreaSpec, DocumentSpec, DocumentSpec> change
    ) =>
        spec with
        {
            Areas =
            [
                .. spec.Areas.Select(area =>
                    area with
                    {
                        Documents = [.. area.Documents.Select(document => change(area, document))],
                    }
                ),
            ],
        };

    private static Func<AreaSpec, DocumentSpec, string?> Hashed(
        DocumentComposer documents,
        IReadOnlyDictionary<string, Uri> addresses,
        bool addressesAreKnown
    ) =>
        (area, document) =>
            document.Kind == DocumentKind.SubscriptionPoster
            && (document.CalendarKey is { } calendar ? !addresses.ContainsKey(calendar) : !addressesAreKnown)
                ? null
                : ContentHash.Sha1(documents.Compose(area, document, addresses).Bytes.Span);
}
