using Connector.Domain.Documents;
using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

/// <summary>A roadmap's table, a calendar and a ledger in memory: what people do to both, and what a run does then.</summary>
internal sealed class MilestoneModel(Random random)
{
    private const string Uri = "connector-gt";
    private static readonly string[] Titles = ["Carte", "Bus", "Bilan", "Fête", "Mallette"];
    private static readonly DateOnly Today = new(2026, 11, 16);

    private readonly Dictionary<string, KnownResource> _ledger = new()
    {
        ["calendar:gt"] = new KnownResource { Key = "calendar:gt", RemoteId = Uri },
    };

    private MilestoneBook _book = new();
    private int _last;

    public List<WrittenMilestone> Rows { get; } = [];

    /// <summary>By name: the ETag, and what the event says.</summary>
    public Dictionary<string, (string ETag, DateOnly Date, bool IsCancelled)> Objects { get; } = [];

    /// <summary>Objects that a person changed or deleted.</summary>
    public HashSet<string> Touched { get; } = [];

    public MilestoneBook Book => _book;

    public void Move()
    {
        var row = Rows.Count > 0 ? random.Next(Rows.Count) : -1;
        var name = Objects.Count > 0 ? Objects.Keys.ElementAt(random.Next(Objects.Count)) : null;
        switch (random.Next(9))
        {
            case 0 or 1:
                Rows.Add(new WrittenMilestone(Key(), Day(), Title(), "Chantier"));
                break;
            case 2 when row >= 0:
                Rows[row] = Rows[row] with { Date = Day(), DateText = "" };
                break;
            case 3 when row >= 0:
                Rows[row] = Rows[row] with { Title = Title() };
                break;
            case 4 when row >= 0:
                Rows.RemoveAt(row);
                break;
            case 5 when row >= 0:
                Rows[row] = Rows[row] with { Date = null, DateText = random.Next(2) == 0 ? "bientôt" : "" };
                break;
            case 6 when name is not null:
                Objects[name] = ($"\"{++_last}\"", Day(), random.Next(4) == 0);
                Touched.Add(name);
                break;
            case 7 when name is not null:
                Objects.Remove(name);
                Touched.Add(name);
                break;
            case 8 when Rows.Count > 1:
                Rows.Reverse();
                break;
        }
    }

    /// <summary>Reads, plans and acts, as a run does; gives the actions.</summary>
    /// <param name="recorded">Whether what was done gets into the ledger: a run that dies before leaves it on the server alone.</param>
    public IReadOnlyList<WorkspaceAction> Run(bool recorded = true)
    {
        _book = Seen(_book.Follow(Rows, Today));
        var steps = WorkspacePlanner
            .Plan(Spec(), Snapshot(), Some.Known([.. _ledger.Values]))
            .Steps.Where(step => step.Key.StartsWith("milestone:", StringComparison.Ordinal))
            .ToList();
        Assert.That(steps.Select(step => step.Key), Is.Unique);
        foreach (var step in steps.Where(step => step.Action is not null))
        {
            Act(step, recorded);
        }

        return [.. steps.Select(step => step.Action).OfType<WorkspaceAction>()];
    }

    public static string Hash(MilestoneEvent item) =>
        Some.Hash($"{item.Milestone.Id} {item.Milestone.Title} {item.Date} {item.IsCancelled}");

    public IReadOnlyList<MilestoneEvent> Events() =>
        [.. MilestoneEvent.Of("gt", _book).Select(item => item with { ContentHash = Hash(item) })];

    private void Act(PlanStep step, bool recorded)
    {
        var resource = step.Action switch
        {
            Link link => link.Resource,
            PutMilestone put => Put(step.Key, put),
            _ => throw new InvalidOperationException($"{step.Action}"),
        };
        if (recorded)
        {
            _ledger[step.Key] = resource;
        }
    }

    private KnownResource Put(string key, PutMilestone put)
    {
        var name = put.Milestone.ObjectName;
        Assert.That(Touched, Does.Not.Contain(name), "a person's event is never written, nor made again");
        Assert.That(Objects.TryGetValue(name, out var there) ? there.ETag : null, Is.EqualTo(put.IfMatch));
        var etag = $"\"{put.Milestone.ContentHash}\"";
        Objects[name] = (etag, put.Milestone.Date, put.Milestone.IsCancelled);
        return PlanAssert.Known(key, name, put.Milestone.ContentHash, etag);
    }

    /// <summary>What people made of events, as the reader tells it.</summary>
    private MilestoneBook Seen(MilestoneBook book) =>
        book with
        {
            Milestones =
            [
                .. book.Milestones.Select(item =>
                {
                    var name = $"connector-gt-jalon.{item.Id}.ics";
                    return item with
                    {
                        Theirs =
                            Touched.Contains(name) && Objects.TryGetValue(name, out var there)
                                ? new SeenEvent(there.ETag, there.Date, there.IsCancelled)
                                : null,
                    };
                }),
            ],
        };

    private WorkspaceSpec Spec() =>
        Some.SpecOf(
            Some.Area(
                calendar: CalendarPlanningTests.Calendar with
                {
                    Events = [],
                    Milestones = new MilestoneSpec
                    {
                        Roadmap = "Feuille de route.docx",
                        Book = _book,
                        Events = Events(),
                    },
                }
            )
        );

    private WorkspaceSnapshot Snapshot() =>
        PlanAssert.Server() with
        {
            Calendars =
            [
                new CalendarState
                {
                    Uri = Uri,
                    DisplayName = "Groupe gt",
                    Shares = new Dictionary<string, bool>(),
                    Objects = Objects.ToDictionary(item => item.Key, item => item.Value.ETag),
                },
            ],
        };

    private string? Key() => random.Next(2) == 0 ? null : $"k{++_last}";

    private DateOnly Day() => Today.AddDays(random.Next(-20, 200));

    private string Title() => Titles[random.Next(Titles.Length)];
}
