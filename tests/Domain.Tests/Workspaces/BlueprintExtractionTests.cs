using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Domain.Workspaces.Extraction;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Domain.Tests.Workspaces;

/// <summary>A blueprint, laid out and read back from what is then there.</summary>
public partial class BlueprintExtractionTests
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
}
