using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Domain.Workspaces.Extraction;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Domain.Tests.Workspaces;

/// <summary>A blueprint, laid out and read back from what is then there.</summary>
public class BlueprintExtractionTests
{
    private static readonly WorkingGroup Jeunes = Some.Group(
        "jeunes",
        new("anaïs", GroupRole.Lead),
        new("bruno", GroupRole.Member),
        new("fatou", GroupRole.Observer),
        new("claire", GroupRole.Coordination)
    ) with
    {
        Name = "GT Jeunes",
    };

    private static readonly GroupRole[] AllRoles = Enum.GetValues<GroupRole>();

    [FsCheck.NUnit.Property(MaxTest = 150)]
    public Property What_was_applied_is_extracted_again_with_the_ledger() =>
        Prop.ForAll(
            Layout.ToArbitrary(),
            Gen.Elements(true, false).ToArbitrary(),
            (layout, shared) =>
            {
                var strategy = shared ? Strategy.SharedFolders : Strategy.TeamFolders;
                var once = Extract(layout, layout, strategy);
                var twice = Extract(once, once, strategy);
                return (Picture(once) == Picture(twice)).Label($"{Picture(once)}\n---\n{Picture(twice)}");
            }
        );

    [FsCheck.NUnit.Property(MaxTest = 150)]
    public Property On_team_folders_nothing_of_the_blueprint_is_lost() =>
        Prop.ForAll(
            Reachable.ToArbitrary(),
            layout =>
            {
                var extracted = Extract(layout, layout, Strategy.TeamFolders);
                return (Picture(extracted) == Picture(layout)).Label(
                    $"{Picture(layout)}\n---\n{Picture(extracted)}"
                );
            }
        );

    [FsCheck.NUnit.Property(MaxTest = 150)]
    public Property Nor_on_shared_folders_while_everybody_was_given_what_it_says() =>
        Prop.ForAll(
            Layout.ToArbitrary(),
            layout =>
            {
                var extracted = Extract(layout, layout, Strategy.SharedFolders, asGiven: true);
                return (Picture(extracted) == Picture(layout)).Label(
                    $"{Picture(layout)}\n---\n{Picture(extracted)}"
                );
            }
        );

    [FsCheck.NUnit.Property(MaxTest = 150)]
    public Property Without_the_ledger_a_second_extraction_gives_the_first_again() =>
        Prop.ForAll(
            Layout.ToArbitrary(),
            layout =>
            {
                var unkept = Extract(layout, null, Strategy.TeamFolders);
                var kept = Extract(unkept, unkept, Strategy.TeamFolders);
                return (Picture(unkept) == Picture(kept)).Label($"{Picture(unkept)}\n---\n{Picture(kept)}");
            }
        );

    [Test]
    public void What_a_role_has_that_nobody_plays_comes_from_the_blueprint_in_force()
    {
        var layout = Some.GroupLayout() with { Description = null };
        var group = Jeunes with { Participations = [new("bruno", GroupRole.Member)] };

        Assert.That(
            Extract(layout, layout, Strategy.TeamFolders, group).Rights,
            Is.EquivalentTo(layout.Rights)
        );
    }

    [Test]
    public void What_a_blueprint_cannot_say_is_told()
    {
        var nodes = new List<NodeState>
        {
            Some.Folder("GT", 1, new AclRule("user", "zoé", 31, 1)),
            Some.Folder("GT/A", 2, new AclRule("group", "jeunes", 31, 3)),
            Some.Folder("GT/A/B", 3),
            Some.Folder("GT/A/B/C", 4),
            Some.Folder("GT/{clé}", 5),
            Some.Folder("GT/a: b", 6),
            Some.Folder("GT/.cache", 7),
            Some.Folder("GT/2026-03-12 Visite", 8),
            Some.File("GT/A/notes.txt", 9),
        };
        var live = Live(nodes, "GT", Strategy.TeamFolders) with
        {
            TeamFolder = new TeamFolderState(
                1,
                "GT",
                new Dictionary<string, int>
                {
                    ["jeunes"] = 15,
                    ["autres"] = 1,
                    ["connector-service"] = 31,
                },
                Acl: true
            ),
            Roles = new Dictionary<string, GroupRole> { ["jeunes"] = GroupRole.Member },
            Depth = 2,
        };
        var extracted = BlueprintExtraction.Of(
            live with
            {
                Names = live.Names with { Titles = new HashSet<string>() },
            }
        );

        Assert.That(extracted.Area.Folders.Select(folder => folder.Name), Is.EqualTo(new[] { "A", "a： b" }));
        Assert.That(extracted.Area.Folders[0].Rights[GroupRole.Member], Is.EqualTo(AccessLevel.Read));
        var told = string.Join('\n', extracted.Notes.Select(note => note.French));
        foreach (
            var word in new[]
            {
                "autres",
                "zoé",
                "« GT/A »",
                "GT/A/B/C",
                "{clé}",
                "« GT/a: b »",
                "Visite",
                "1 fichier",
            }
        )
        {
            Assert.That(told, word == "zoé" ? Does.Contain("une seule personne") : Does.Contain(word));
        }

        Assert.That(told, Does.Not.Contain(".cache"));
        Assert.That(extracted.Notes.Select(note => note.English), Is.All.Not.Empty);
    }

    [Test]
    public void A_description_is_read_with_its_words_turned_back()
    {
        var live = Live(
            [
                Some.Folder("GT", 1),
                Some.File("GT/README.md", 2),
                Some.Folder("GT/A", 3),
                Some.File("GT/A/Readme.md", 4),
            ],
            "GT",
            Strategy.TeamFolders
        ) with
        {
            Texts = new Dictionary<string, string>
            {
                ["GT/README.md"] = "# GT\\_1\r\n\r\nBienvenue.\r\n",
                ["GT/A/Readme.md"] = "Écrivez {nom}.",
            },
            Names = new NamePatterns { Words = new Dictionary<string, string> { ["GT_1"] = "groupe" } },
        };
        var extracted = BlueprintExtraction.Of(live);

        Assert.That(extracted.Area.Description, Is.EqualTo("# {groupe}\n\nBienvenue."));
        Assert.That(extracted.Area.Folders[0].Description, Is.Null);
        Assert.That(extracted.Notes.Single().French, Does.Contain("GT/A/Readme.md"));
    }

    private static AreaBlueprint Extract(
        AreaBlueprint applied,
        AreaBlueprint? inForce,
        Strategy strategy,
        WorkingGroup? group = null,
        bool asGiven = false
    )
    {
        group ??= Jeunes;
        var blueprint = Some.Blueprint() with
        {
            Areas = Some.Blueprint().Areas.ToDictionary().With(WorkspaceArea.Group, applied),
            Tokens = new Dictionary<string, string> { ["thème"] = "numérique" },
        };
        var spec = Some.Spec(Some.Territory(group), blueprint, strategy);
        var area = spec.Areas.Single(area => area.Area == WorkspaceArea.Group);
        var (nodes, ids) = Nodes(area);
        var texts = area
            .Documents.Where(document => document.Kind == DocumentKind.Description)
            .ToDictionary(
                document => Place(area, document.ParentKey) + "/" + document.Name,
                document => document.Text!
            );
        var live = Live(nodes, area.MountPoint, strategy) with
        {
            TeamFolder =
                strategy == Strategy.TeamFolders
                    ? new TeamFolderState(1, area.MountPoint, area.Access, area.UsesAcl)
                    {
                        Quota = area.Quota ?? -3,
                    }
                    : null,
            Shares =
            [
                .. area.Shares.Select(share => new ShareState(
                    1,
                    ids[share.FolderKey],
                    share.GroupId,
                    share.Bits
                )),
            ],
            Roles = area.Roles.ToDictionary(role => role.Value, role => role.Key),
            Texts = texts,
            HasCalendar = area.Calendar is not null,
            Colour = applied.CalendarColour,
        };
        if (inForce is null)
        {
            return BlueprintExtraction.Of(live).Area;
        }

        return BlueprintExtraction
            .Of(
                live with
                {
                    Blueprint = blueprint,
                    RootPattern = applied.Name,
                    AsGiven = asGiven ? AllRoles.ToHashSet() : [],
                    Known = area
                        .Folders.Select(one => (ids[one.Key], new KnownName(one.Pattern, one.Name, null)))
                        .Concat(
                            area.Documents.Select(one =>
                                (ids[one.Key], new KnownName(one.Pattern, one.Name, one.Kind, one.Text))
                            )
                        )
                        .ToDictionary(),
                    Names = live.Names with { Titles = new HashSet<string> { "Rencontre mensuelle" } },
                }
            )
            .Area;
    }

    private static LiveArea Live(IReadOnlyList<NodeState> nodes, string root, Strategy strategy) =>
        new()
        {
            Root = root,
            Nodes = nodes,
            TeamFolder =
                strategy == Strategy.TeamFolders
                    ? new TeamFolderState(1, root, new Dictionary<string, int>(), Acl: false)
                    : null,
            Roles = new Dictionary<string, GroupRole>(),
            Names = new NamePatterns { Words = new Dictionary<string, string> { ["GT Jeunes"] = "groupe" } },
            IsExpressible = (words, isName) => !isName || !words.Contains(':', StringComparison.Ordinal),
        };

    private static (List<NodeState> Nodes, Dictionary<string, long> Ids) Nodes(AreaSpec area)
    {
        var ids = new Dictionary<string, long> { [area.Key] = 1 };
        var nodes = new List<NodeState> { Some.Folder(area.MountPoint, 1, [.. area.Rules]) };
        foreach (var folder in area.Folders)
        {
            ids[folder.Key] = ids.Count + 1;
            nodes.Add(Some.Folder(Place(area, folder.Key), ids[folder.Key], [.. folder.Rules]));
        }

        foreach (var document in area.Documents)
        {
            ids[document.Key] = ids.Count + 1;
            nodes.Add(Some.File($"{Place(area, document.ParentKey)}/{document.Name}", ids[document.Key]));
        }

        return (nodes, ids);
    }

    private static string Place(AreaSpec area, string key) =>
        area.Folders.FirstOrDefault(folder => folder.Key == key) is { } folder
            ? $"{Place(area, folder.ParentKey)}/{folder.Name}"
            : area.MountPoint;

    /// <summary>Everything that a blueprint says; folders and documents in any order are the same layout.</summary>
    private static string Picture(AreaBlueprint area) =>
        $"{area.Name} {area.Quota} {area.CalendarColour} {area.HasCalendar}\n{Picture(area.Whole, _ => AccessLevel.None, "")}";

    private static string Picture(FolderBlueprint folder, Func<GroupRole, AccessLevel> above, string indent)
    {
        var level = folder.Level(above);
        var rights = string.Concat(AllRoles.Select(role => (int)level(role)));
        var documents = string.Join(
            ',',
            folder.Documents.Select(one => $"{one.Name}:{one.Kind}").Order(StringComparer.Ordinal)
        );
        return $"{indent}{folder.Name} {rights} [{documents}] {folder.Description}\n"
            + string.Concat(
                folder
                    .Folders.OrderBy(one => one.Name, StringComparer.Ordinal)
                    .Select(one => Picture(one, level, indent + " "))
            );
    }

    /// <summary>Every folder open to whoever may open what is inside: no right is out of reach.</summary>
    private static Gen<AreaBlueprint> Reachable =>
        Layout.Select(layout =>
            layout with
            {
                Rights = Opened(layout.Rights),
                Folders = [.. layout.Folders.Select(Opened)],
            }
        );

    private static FolderBlueprint Opened(FolderBlueprint folder) =>
        folder with
        {
            Rights = folder.Folders.Count == 0 ? folder.Rights : Opened(folder.Rights),
            Folders = [.. folder.Folders.Select(Opened)],
        };

    private static Dictionary<GroupRole, AccessLevel> Opened(
        IReadOnlyDictionary<GroupRole, AccessLevel> rights
    ) =>
        rights.ToDictionary(
            right => right.Key,
            right => right.Value == AccessLevel.None ? AccessLevel.Read : right.Value
        );

    private static Gen<AreaBlueprint> Layout =>
        from rights in Rights
        from folders in Folders(3)
        from documents in Documents
        from description in Description
        from quota in Gen.Elements<long?>(null, 1L << 30, 12345)
        from colour in Gen.Elements(null, "#123456")
        from hasCalendar in Gen.Elements(true, true, false)
        select new AreaBlueprint
        {
            Name = "{groupe}",
            Rights = AllRoles.ToDictionary(
                role => role,
                role => rights.GetValueOrDefault(role, AccessLevel.Read)
            ),
            Folders = folders,
            Documents = documents,
            Description = description,
            Quota = quota,
            CalendarColour = hasCalendar ? colour : null,
            HasCalendar = hasCalendar,
        };

    private static Gen<List<FolderBlueprint>> Folders(int depth) =>
        depth == 0
            ? Gen.Constant(new List<FolderBlueprint>())
            : from names in Gen.Shuffle(
                "01 Feuille de route",
                "02 Réunions",
                "Bilan {groupe}",
                "{année}",
                "{date} {titre}",
                "{date} Notes",
                "Thème {thème}",
                "Actes : suite".Replace(":", "：", StringComparison.Ordinal)
            )
            from count in Gen.Choose(0, 3)
            from folders in Gen.CollectToList(names.Take(count), name => Folder(name, depth))
            select folders;

    private static Gen<FolderBlueprint> Folder(string name, int depth) =>
        from rights in Rights
        from folders in Folders(depth - 1)
        from documents in Documents
        from description in Description
        select new FolderBlueprint
        {
            Name = name,
            Rights = rights,
            Folders = folders,
            Documents = documents,
            Description = description,
        };

    private static Gen<Dictionary<GroupRole, AccessLevel>> Rights =>
        from roles in Gen.SubListOf(AllRoles)
        from levels in Gen.Elements(Enum.GetValues<AccessLevel>()).ListOf(AllRoles.Length)
        select roles.Zip(levels).ToDictionary(pair => pair.First, pair => pair.Second);

    private static Gen<List<DocumentBlueprint>> Documents =>
        Gen.SubListOf(
                new DocumentBlueprint("Feuille de route.docx", DocumentKind.Roadmap),
                new DocumentBlueprint("Compte-rendu {date}.docx", DocumentKind.Minutes),
                new DocumentBlueprint("Bienvenue {groupe}.md", DocumentKind.Welcome)
            )
            .Select(list => list.ToList());

    private static Gen<string?> Description =>
        Gen.Elements(null, null, "Ici, {groupe} travaille.", "# {thème}\n\nUn * deux", "Le {date}");
}

file static class Dictionaries
{
    public static Dictionary<TKey, TValue> With<TKey, TValue>(
        this Dictionary<TKey, TValue> all,
        TKey key,
        TValue value
    )
        where TKey : notnull
    {
        all[key] = value;
        return all;
    }
}
