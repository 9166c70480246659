using System.Text;
using Connector.Domain.Workspaces;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Domain.Tests.Workspaces;

public sealed class ServerNamesTests
{
    private static readonly NameRules Strict = new([" ", "…", "'", "#"], ["accueil"], ["desktop"], [".docx"]);

    [Test]
    public void Names_are_spelled_for_the_server_and_keys_stay()
    {
        var area = Some.Area(
            folders: [new FolderSpec("area:gt/Vie d'ici", "area:gt", "Vie d'ici", [])],
            documents: [Document("Accueil"), Document("Bilan.docx")]
        );

        var spelled = ServerNames.Spell(Some.SpecOf(area), Strict).Areas[0];

        Assert.That(spelled.MountPoint, Is.EqualTo("Groupe␠gt"));
        Assert.That(
            spelled.Folders.Single(),
            Is.EqualTo(new FolderSpec("area:gt/Vie d'ici", "area:gt", "Vie␠d‛27‛ici", area.Folders[0].Rules))
        );
        Assert.That(
            spelled.Documents.Select(document => document.Name),
            Is.EqualTo(new[] { "Accueil‛", "Bilan.docx‛" })
        );
        Assert.That(
            spelled.Documents.Select(document => document.Key),
            Is.EqualTo(area.Documents.Select(document => document.Key))
        );
    }

    [Test]
    public void A_name_that_exists_stays_when_the_server_forbids_it_later()
    {
        var folder = new FolderSpec("area:gt/n° #1", "area:gt", "n° #1", []);
        var spec = ServerNames.Spell(Some.SpecOf(Some.Area(folders: [folder])), Strict);
        var known = Some.Known(
            new KnownResource
            {
                Key = "area:gt",
                RemoteId = "1",
                Path = "Groupe gt",
            },
            new KnownResource
            {
                Key = folder.Key,
                RemoteId = "7",
                Path = "Groupe gt/n° #1",
            }
        );
        var snapshot = WorkspaceSnapshot.Empty with
        {
            TeamFolders =
            [
                new TeamFolderState(
                    1,
                    "Groupe gt",
                    new Dictionary<string, int> { ["connector-service"] = 31 },
                    Acl: false
                ),
            ],
            Nodes = [Some.Folder("Groupe gt", 2), Some.Folder("Groupe gt/n° #1", 7)],
        };

        var plan = WorkspacePlanner.Plan(spec, snapshot, known);

        Assert.That(plan.Steps.Single(step => step.Key == folder.Key).Change, Is.EqualTo(Change.Keep));
        Assert.That(plan.Pending.Select(step => step.Action).OfType<CreateFolder>(), Is.Empty);
    }

    [FsCheck.NUnit.Property(MaxTest = 2000, QuietOnSuccess = true)]
    public Property A_name_is_accepted_by_the_server_reads_back_and_is_the_same_each_time() =>
        Prop.ForAll(
            FileNameTests.Names(),
            name =>
            {
                var safe = FileName.Safe(name);
                var here = FileName.For(safe, Strict);
                return here == FileName.For(safe, Strict)
                    && here.IndexOfAny([' ', '…', '\'', '#', '/', '\\']) < 0
                    && !here.Split('.')[0].Equals("desktop", StringComparison.OrdinalIgnoreCase)
                    && !here.Equals("accueil", StringComparison.OrdinalIgnoreCase)
                    && !here.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)
                    && Encoding.UTF8.GetByteCount(here) <= FileName.MaxBytes
                    && (
                        here.Contains('~', StringComparison.Ordinal)
                        || FileName.Original(here) == FileName.Original(safe)
                    );
            }
        );

    [FsCheck.NUnit.Property(MaxTest = 1000, QuietOnSuccess = true)]
    public Property Names_that_are_apart_stay_apart() =>
        Prop.ForAll(
            FileNameTests.Names(),
            FileNameTests.Names(),
            (one, other) =>
            {
                var (first, second) = (FileName.Safe(one), FileName.Safe(other));
                return PlanningNames.Same(first, second)
                    || !PlanningNames.Same(FileName.For(first, Strict), FileName.For(second, Strict));
            }
        );

    private static DocumentSpec Document(string name) =>
        new()
        {
            Key = $"area:gt/{name}",
            ParentKey = "area:gt",
            Name = name,
            Kind = DocumentKind.Roadmap,
        };
}
