using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Domain.Workspaces.Extraction;
using FsCheck;
using FsCheck.Fluent;

namespace Connector.Domain.Tests.Workspaces;

public partial class BlueprintExtractionTests
{
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
