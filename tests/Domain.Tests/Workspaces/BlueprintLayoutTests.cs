using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

/// <summary>What a blueprint can say, seen as what people may do and read in the end.</summary>
public class BlueprintLayoutTests
{
    private static readonly WorkingGroup Jeunes = Some.Group(
        "jeunes",
        new("anaïs", GroupRole.Lead),
        new("bruno", GroupRole.Member),
        new("fatou", GroupRole.Observer),
        new("claire", GroupRole.Coordination)
    );

    private static readonly IReadOnlyDictionary<GroupRole, AccessLevel> Everybody = Rights(
        AccessLevel.Manage,
        AccessLevel.Write,
        AccessLevel.Write,
        AccessLevel.Read
    );

    [TestCase(Strategy.TeamFolders)]
    [TestCase(Strategy.SharedFolders)]
    public void A_folder_can_be_one_that_only_leads_write_to(Strategy strategy)
    {
        var may = May(
            Rights(AccessLevel.Read, AccessLevel.Write, AccessLevel.Read, AccessLevel.Read),
            strategy
        );

        // What the folder above gives by a share cannot be taken back below: there the base is what all may do.
        Assert.That(may["anaïs"] & 15, Is.EqualTo(15));
        Assert.That(new[] { may["bruno"], may["fatou"] }, Is.All.EqualTo(1));
    }

    [TestCase(Strategy.TeamFolders)]
    [TestCase(Strategy.SharedFolders)]
    public void A_folder_can_be_one_that_everybody_reads_and_nobody_writes(Strategy strategy)
    {
        var may = May(
            Rights(AccessLevel.Read, AccessLevel.Read, AccessLevel.Read, AccessLevel.Read),
            strategy
        );

        Assert.That(may.Values, Is.All.EqualTo(1));
    }

    [TestCase(Strategy.TeamFolders)]
    [TestCase(Strategy.SharedFolders)]
    public void A_folder_can_be_closed_to_all_but_those_who_are_named(Strategy strategy)
    {
        var may = May(
            Rights(AccessLevel.Manage, AccessLevel.None, AccessLevel.None, AccessLevel.None),
            strategy
        );

        Assert.That(may["claire"], Is.EqualTo(31));
        Assert.That(new[] { may["anaïs"], may["bruno"], may["fatou"] }, Is.All.Zero);
    }

    [Test]
    public void Tokens_of_ones_own_have_the_value_of_the_group_else_of_the_territory_else_of_the_blueprint()
    {
        string Named(string? ofTerritory, string? ofGroup)
        {
            var group = Jeunes with { Tokens = Token(ofGroup) };
            var territory = Some.Territory(group) with { Tokens = Token(ofTerritory) };
            return Area(Some.Spec(territory, Layout(new() { Name = "Thème {thème}" }))).Folders[0].Name;
        }

        Assert.That(
            new[] { Named(null, null), Named("santé", null), Named("santé", "emploi"), Named(null, "a/b") },
            Is.EqualTo(new[] { "Thème numérique", "Thème santé", "Thème emploi", "Thème a／b" })
        );
    }

    [Test]
    public void A_description_is_a_file_of_its_folder_with_the_tokens_filled_in()
    {
        var folder = new FolderBlueprint { Name = "A", Description = "# {groupe}\n\nPour **{thème}**." };
        var group = Jeunes with { Name = "Les *jeunes*" };
        var document = Area(Some.Spec(Some.Territory(group), Layout(folder)))
            .Documents.Single(document => document.Kind == DocumentKind.Description);

        Assert.That(document.Key, Is.EqualTo("area:jeunes/A/Readme.md"));
        Assert.That(document.Text, Is.EqualTo("# Les \\*jeunes\\*\n\nPour **numérique**.\n"));
    }

    [Test]
    public void A_description_that_speaks_of_a_meeting_waits_for_one() =>
        Assert.That(
            Area(
                Some.Spec(
                    Some.Territory(Jeunes with { Meetings = [] }),
                    Layout(new() { Name = "A", Description = "Le {date}" })
                )
            ).Documents,
            Is.Empty
        );

    private static Dictionary<string, int> May(
        IReadOnlyDictionary<GroupRole, AccessLevel> rights,
        Strategy strategy
    )
    {
        // By shares a branch is given as a whole: the folder stands beside the others, under a root closed to all.
        var none = Rights(AccessLevel.None, AccessLevel.None, AccessLevel.None, AccessLevel.None);
        var layout = Layout(
            new() { Name = "A", Rights = rights },
            strategy == Strategy.TeamFolders ? Everybody : none
        );
        var spec = Some.Spec(Some.Territory(Jeunes), layout, strategy);
        var area = Area(spec);
        var access = new EffectiveAccess(SnapshotOf(spec, area));
        return Jeunes.Participations.ToDictionary(
            one => one.PersonId,
            one => access.Of(one.PersonId, $"{area.MountPoint}/A").Bits
        );
    }

    /// <summary>The server as an apply leaves it.</summary>
    private static WorkspaceSnapshot SnapshotOf(WorkspaceSpec spec, AreaSpec area) =>
        WorkspaceSnapshot.Empty with
        {
            Groups = spec.Groups.ToDictionary(
                group => group.GroupId,
                group => new GroupState(group.DisplayName, group.Members.ToHashSet())
            ),
            TeamFolders =
                spec.Strategy == Strategy.TeamFolders
                    ? [new TeamFolderState(1, area.MountPoint, area.Access, area.UsesAcl)]
                    : [],
            Nodes =
            [
                Some.Folder(area.MountPoint, 10, [.. area.Rules]),
                Some.Folder($"{area.MountPoint}/A", 11, [.. area.Folders[0].Rules]),
            ],
            Shares =
            [
                .. area.Shares.Select(share => new ShareState(
                    20,
                    share.FolderKey == area.Key ? 10 : 11,
                    share.GroupId,
                    share.Bits
                )),
            ],
        };

    private static Blueprint Layout(
        FolderBlueprint folder,
        IReadOnlyDictionary<GroupRole, AccessLevel>? rights = null
    )
    {
        var standard = Some.Blueprint();
        var areas = standard.Areas.ToDictionary();
        areas[WorkspaceArea.Group] = new AreaBlueprint
        {
            Name = "{groupe}",
            Rights = rights ?? Everybody,
            Folders = [folder],
        };
        return standard with { Areas = areas, Tokens = Token("numérique") };
    }

    private static Dictionary<string, string> Token(string? value) =>
        value is null ? [] : new() { ["thème"] = value };

    private static IReadOnlyDictionary<GroupRole, AccessLevel> Rights(
        AccessLevel coordination,
        AccessLevel lead,
        AccessLevel member,
        AccessLevel observer
    ) =>
        Some.Rights(
            (GroupRole.Coordination, coordination),
            (GroupRole.Lead, lead),
            (GroupRole.Member, member),
            (GroupRole.Observer, observer)
        );

    private static AreaSpec Area(WorkspaceSpec spec) =>
        spec.Areas.Single(area => area.Area == WorkspaceArea.Group);
}
