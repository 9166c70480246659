using System.Text;
using Connector.CalendarSync;
using Connector.DocumentFlow;
using Connector.Domain;
using Connector.Domain.Documents;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Templates;
using NodaTime;

namespace Connector.Provisioning;

/// <summary>
/// Reads what each group's roadmap says of its milestones, two requests for a roadmap that somebody saved since the ledger
/// looked and none in a quiet run, and says what people made of their events.
/// </summary>
internal sealed class MilestoneReader(
    NextcloudClient client,
    LedgerStore ledger,
    ComposedTerritory territory,
    WorkspaceSpec spec,
    KnownWorkspace known,
    WorkspaceSnapshot snapshot
)
{
    private readonly Dictionary<long, NodeState> _files = snapshot
        .Nodes.Where(node => !node.IsFolder)
        .ToDictionary(node => node.FileId);

    private readonly List<KnownResource> _learnt = [];

    /// <returns>The same spec with what was read, and what the ledger is to remember of it.</returns>
    public async Task<(WorkspaceSpec, IReadOnlyList<KnownResource>)> ReadAsync(CancellationToken ct)
    {
        var areas = new List<AreaSpec>();
        foreach (var area in spec.Areas)
        {
            areas.Add(await Read(area, ct));
        }

        return (spec with { Areas = areas }, _learnt);
    }

    private async Task<AreaSpec> Read(AreaSpec area, CancellationToken ct)
    {
        if (
            area.Calendar is not { } calendar
            || MilestoneOwner.Of(territory.Territory, area) is not { } group
            || known.IsClosed(area)
            || area.Documents.FirstOrDefault(item => item.Kind == DocumentKind.Roadmap) is not { } document
        )
        {
            return area;
        }

        var (path, memory) = await Look(area, document, MilestoneMemory.Recall(known, group.Id), ct);
        memory = memory with { Book = Seen(calendar, group, memory.Book) };
        if (memory.OnRecord(known, group.Id) is { } row)
        {
            _learnt.Add(row);
        }

        var milestones = new MilestoneSpec
        {
            Roadmap = path,
            Book = memory.Book,
            Events = Merged(calendar, group, Events(group, memory.Book)),
            Unreadable = memory.Unreadable,
        };
        return area with { Calendar = calendar with { Milestones = milestones } };
    }

    private async Task<(string Path, MilestoneMemory)> Look(
        AreaSpec area,
        DocumentSpec document,
        MilestoneMemory before,
        CancellationToken ct
    )
    {
        var linked = known.Find(document.Key);
        var expected = PathOf(area, document);
        var node =
            linked is null ? _files.Values.FirstOrDefault(file => PlanningNames.Same(file.Path, expected))
            : linked.Number is { } number ? _files.GetValueOrDefault(number)
            : null;
        if (node is null && linked is not null)
        {
            return (linked.Path ?? expected, before);
        }

        if (node is null || linked?.IsUntouched(node) == true)
        {
            var book = before.Book.Follow(
                MilestoneOwner.Own(territory.Territory, area, Composed(area, document)),
                territory.Today
            );
            return (node?.Path ?? expected, new MilestoneMemory(null, book, null));
        }

        return (
            node.Path,
            node.ETag is not null && node.ETag == before.ETag
                ? before
                : await ReadBack(area, document, node, before, ct)
        );
    }

    private async Task<MilestoneMemory> ReadBack(
        AreaSpec area,
        DocumentSpec document,
        NodeState node,
        MilestoneMemory before,
        CancellationToken ct
    )
    {
        if (await client.Files.Find(node.Path, ct) is not { } seen)
        {
            return before;
        }

        if (seen.Size > MergeSteps.MostBytes)
        {
            return before with { ETag = seen.ETag, Unreadable = MergeSteps.TooLarge };
        }

        if (await client.Files.GetFile(node.Path, ct) is not { } file)
        {
            return before;
        }

        try
        {
            var content = RoadmapComposer.Compose(territory, area, document);
            var template = await new TemplateMemory(known, ledger).OfAsync(document.Key, document, ct);
            var written = RoadmapReading.Read(file.Bytes, template, content);
            return new MilestoneMemory(
                file.ETag,
                before.Book.Follow(
                    MilestoneOwner.Own(territory.Territory, area, written.Milestones),
                    territory.Today
                ),
                null
            );
        }
        catch (TemplateException refusal)
        {
            var problem = refusal.Problems[0];
            return before with { ETag = file.ETag, Unreadable = new Text(problem.French, problem.English) };
        }
    }

    /// <summary>What stands in a roadmap in which nobody wrote, or that this run makes.</summary>
    private IReadOnlyList<WrittenMilestone> Composed(AreaSpec area, DocumentSpec document) =>
        [
            .. RoadmapComposer
                .Compose(territory, area, document)
                .Milestones.Select(
                    (item, index) =>
                        new WrittenMilestone(item.Key, item.Date, item.Title, item.Workstream ?? "")
                        {
                            Row = index + 1,
                        }
                ),
        ];

    private static string PathOf(AreaSpec area, DocumentSpec document)
    {
        var path = document.Name;
        for (var key = document.ParentKey; key != area.Key; )
        {
            var folder = area.Folders.First(folder => folder.Key == key);
            (path, key) = ($"{folder.Name}/{path}", folder.ParentKey);
        }

        return $"{area.MountPoint}/{path}";
    }

    private IReadOnlyList<MilestoneEvent> Events(WorkingGroup group, MilestoneBook book) =>
        [
            .. MilestoneEvent
                .Of(group.Id, book)
                .Select(item =>
                    item with
                    {
                        ContentHash = ContentHash.Md5(
                            Encoding.UTF8.GetBytes(MilestoneCalendar.Write(territory.Territory, group, item))
                        ),
                    }
                ),
        ];

    /// <summary>With what becomes of those that people changed; one that the roadmap gave up stays as they left it.</summary>
    private IReadOnlyList<MilestoneEvent> Merged(
        CalendarSpec calendar,
        WorkingGroup group,
        IReadOnlyList<MilestoneEvent> events
    )
    {
        if (snapshot.CalendarOf(calendar, known) is not { Texts: { } texts, IsEmptied: false })
        {
            return events;
        }

        var merging = new ObjectMerging(
            known,
            DateTimeZoneProviders.Tzdb[territory.Territory.TimeZone],
            _learnt
        );
        return
        [
            .. events.Select(item =>
                texts.GetValueOrDefault(item.ObjectName) is { } there && !item.IsCancelled
                    ? item with
                    {
                        Merge = merging.Of(
                            calendar.Key,
                            item.Key,
                            item.ObjectName,
                            item.ContentHash,
                            () => MilestoneCalendar.Write(territory.Territory, group, item),
                            there
                        ),
                    }
                    : item
            ),
        ];
    }

    /// <summary>The book with what people made of events, where the calendar's objects are known.</summary>
    private MilestoneBook Seen(CalendarSpec calendar, WorkingGroup group, MilestoneBook book)
    {
        if (snapshot.CalendarOf(calendar, known)?.Texts is not { } texts)
        {
            return book;
        }

        var theirs = new Dictionary<string, SeenEvent>(StringComparer.Ordinal);
        foreach (var item in Events(group, book))
        {
            if (texts.GetValueOrDefault(item.ObjectName) is { } text && !IsOurs(item, text.ETag))
            {
                theirs[item.Milestone.Id] = SeenEvents.Read(text, territory.Territory.TimeZone);
            }
        }

        return book with
        {
            Milestones =
            [
                .. book.Milestones.Select(item => item with { Theirs = theirs.GetValueOrDefault(item.Id) }),
            ],
        };
    }

    private bool IsOurs(MilestoneEvent item, string etag) =>
        etag.Trim('"') == item.ContentHash
        || (known.Find(item.Key) is { ContentHash: not null } mine && mine.ETag == etag);
}
