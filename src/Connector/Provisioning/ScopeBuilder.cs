using System.Text;
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
        var slug = Slug.Of(territory.Name);
        var today = Today(territory.TimeZone);
        var stored = await ledger.LoadAsync(slug, ct);
        var chosen = await new StrategyChoice(client).MakeAsync(stored, ct);
        var remembered = NameMemory.Recall(stored);
        names ??= remembered ?? await AskNames(ct);
        var spec = ServerNames.Spell(Layout(territory, blueprints, today, chosen.Strategy), names.Rules);
        var moves = LedgerMoves.Of(spec, stored);
        var followed = LedgerMoves.Follow(stored, moves);
        var registers = await new SignatureRegister(ledger, slug, time).LoadAsync(ct);
        var documents = new DocumentComposer(
            new ComposedTerritory(spec, territory, today) { Registers = registers }
        );
        var reading = new WorkspaceReader(client, EveryMember, Trash).ReadAsync(spec, followed, ct);
        var composing = HashMemory.IsKept(followed) ? Task.CompletedTask : documents.ComposeAhead(ct);
        await Task.WhenAll(reading, composing);
        var snapshot = await reading;
        var known = ReissuedNumbers.Settle(followed, snapshot, spec.Strategy);
        var addresses = Addresses(spec, known, snapshot);
        var memory = new HashMemory(territory, spec, addresses, Signed(registers), today, known);
        var hashed = memory.IsCurrent
            ? WithHashes(spec, (_, document) => memory.Of(document))
            : WithHashes(spec, Composed(documents, addresses, AllPublished(spec, known, addresses)));
        return new ProvisionScope
        {
            Territory = slug,
            Strategy = chosen,
            Source = territory,
            Spec = hashed,
            Names = names,
            NamesToRemember = names.Says(remembered) ? null : names.OnRecord(),
            ToRemember = memory.IsCurrent ? null : memory.OnRecord(hashed),
            Known = known,
            Moves = moves,
            Snapshot = snapshot,
            Documents = documents,
            Addresses = addresses,
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

    private DateOnly Today(string timeZone) =>
        DateOnly.FromDateTime(
            TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(timeZone)).DateTime
        );

    private WorkspaceSpec Layout(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        DateOnly today,
        Strategy strategy
    ) =>
        WorkspaceSpecBuilder.Build(
            territory,
            blueprints,
            client.Account.Principal,
            territory
                .Groups.Select(group => Occurrences.NextOf(group, territory.TimeZone, today))
                .OfType<Meeting>()
                .ToDictionary(meeting => meeting.GroupId, StringComparer.Ordinal),
            (group, series) =>
                ContentHash.Md5(Encoding.UTF8.GetBytes(MeetingCalendar.Write(territory, group, series))),
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
        spec with
        {
            Areas =
            [
                .. spec.Areas.Select(area =>
                    area with
                    {
                        Documents =
                        [
                            .. area.Documents.Select(document =>
                                document with
                                {
                                    ContentHash = hash(area, document),
                                }
                            ),
                        ],
                    }
                ),
            ],
        };

    private static Func<AreaSpec, DocumentSpec, string?> Composed(
        DocumentComposer documents,
        IReadOnlyDictionary<string, Uri> addresses,
        bool addressesAreKnown
    ) =>
        (area, document) =>
            document.Kind == DocumentKind.SubscriptionPoster && !addressesAreKnown
                ? null
                : ContentHash.Sha1(documents.Compose(area, document, addresses).Bytes.Span);
}
