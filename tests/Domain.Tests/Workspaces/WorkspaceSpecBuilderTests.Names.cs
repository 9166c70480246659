using System.Text;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

public partial class WorkspaceSpecBuilderTests
{
    [Test]
    public void Two_groups_of_one_name_get_two_team_folders()
    {
        var mountPoints = MountPoints(
            Jeunes with
            {
                Name = "Jeunes",
            },
            Some.Group("gt-2") with
            {
                Name = "JEUNES",
            },
            Some.Group("gt-3") with
            {
                Name = "Jeunes (gt-2)",
            }
        );

        Assert.That(mountPoints, Is.EqualTo(new[] { "Jeunes", "JEUNES (gt-2)", "Jeunes (gt-2) (gt-3)" }));
    }

    [Test]
    public void Two_groups_of_one_huge_name_get_two_team_folders()
    {
        var name = new string('é', 300);
        var mountPoints = MountPoints(Jeunes with { Name = name }, Some.Group("gt-2") with { Name = name });

        Assert.That(mountPoints, Is.Unique);
        Assert.That(mountPoints[1], Does.Match("é~[0-9a-f]{6} \\(gt-2\\)$"));
        Assert.That(
            mountPoints.Select(Encoding.UTF8.GetByteCount),
            Has.All.LessThanOrEqualTo(FileName.MaxBytes)
        );
    }

    [Test]
    public void Names_that_fall_together_in_one_folder_are_numbered()
    {
        var layout = Some.GroupLayout() with
        {
            Folders =
            [
                new() { Name = "A/B" },
                new() { Name = "a/b" },
                new() { Name = "E\u0301" },
                new() { Name = "É" },
            ],
            Description = null,
            Documents = [new("Note.md", DocumentKind.Welcome), new("note.md", DocumentKind.Welcome)],
        };
        var area = Area(Some.Spec(Some.Territory(Jeunes), With(layout)));

        Assert.That(
            area.Folders.Select(folder => folder.Name),
            Is.EqualTo(new[] { "A／B", "a／b (2)", "É", "É (2)" })
        );
        Assert.That(
            area.Documents.Select(document => document.Name),
            Is.EqualTo(new[] { "Note.md", "note (2).md" })
        );
    }

    [Test]
    public void Names_of_folders_never_meet_the_keys_of_rights_and_access()
    {
        string[] names = ["acl", "access", "A", "A#rights", "#rights", "#acl"];
        var layout = Some.GroupLayout() with
        {
            Folders = [.. names.Select(name => new FolderBlueprint { Name = name })],
        };
        var keys = Area(Some.Spec(Some.Territory(Jeunes), With(layout)))
            .Folders.Select(folder => folder.Key)
            .ToList();
        string[] facets =
        [
            "area:gt-jeunes#acl",
            "area:gt-jeunes#access",
            "area:gt-jeunes#rights",
            "area:gt-jeunes/A#rights",
        ];

        Assert.That(keys, Is.Unique);
        Assert.That(keys.Intersect(facets), Is.Empty);
    }
}
