using System.Text;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

public partial class WorkspaceSpecBuilderTests
{
    private static readonly WorkingGroup Jeunes = Some.Group(
        "gt-jeunes",
        new("anaïs", GroupRole.Lead),
        new("bruno", GroupRole.Member),
        new("fatou", GroupRole.Observer),
        new("claire", GroupRole.Coordination)
    );

    [Test]
    public void Everybody_is_in_the_network_and_the_service_account_alone_in_its_group()
    {
        var groups = Some.Spec(Some.Territory(Jeunes)).Groups.ToDictionary(group => group.GroupId);

        Assert.That(
            groups["reseau"].Members,
            Is.EqualTo(new[] { "anaïs", "bruno", "claire", "fatou" }.Order(StringComparer.Ordinal))
        );
        Assert.That(groups["connector-service"].Members, Is.EqualTo(new[] { Some.ServiceAccount }));
        Assert.That(groups["coordination"].Members, Is.EqualTo(new[] { "claire" }));
    }

    [Test]
    public void Leads_are_members_too_and_observers_are_apart()
    {
        var groups = Some.Spec(Some.Territory(Jeunes)).Groups.ToDictionary(group => group.GroupId);

        Assert.That(groups["gt-jeunes"].Members, Is.EquivalentTo(new[] { "anaïs", "bruno", "claire" }));
        Assert.That(groups["gt-jeunes-animation"].Members, Is.EqualTo(new[] { "anaïs" }));
        Assert.That(groups["gt-jeunes-observateurs"].Members, Is.EqualTo(new[] { "fatou" }));
    }

    [Test]
    public void A_role_that_nobody_has_needs_no_group() =>
        Assert.That(
            Some.Spec(Some.Territory(Some.Group("gt"))).Groups.Select(group => group.GroupId),
            Is.EqualTo(new[] { "connector-service", "coordination", "reseau", "gt" })
        );

    [Test]
    public void Past_minutes_are_known_for_what_they_are_while_no_meeting_is_to_come() =>
        Assert.That(
            Area(Some.Spec(Some.Territory(Jeunes))).MeetingForms.Select(form => form.Kind),
            Has.Member(DocumentKind.Minutes)
        );

    [Test]
    public void A_rule_for_members_names_leads_and_coordinators_too()
    {
        var pilotage = Area(Some.Spec(Some.Territory(Jeunes)))
            .Folders.Single(folder => folder.Name == "00 Pilotage");

        Assert.That(
            pilotage.Rules.Select(rule => (rule.MappingId, rule.Permissions)),
            Is.EqualTo(
                new[]
                {
                    ("connector-service", 31),
                    ("coordination", 31),
                    ("gt-jeunes-animation", 15),
                    ("gt-jeunes", 1),
                    ("gt-jeunes-observateurs", 1),
                }
            )
        );
    }

    [Test]
    public void A_group_is_given_the_most_it_may_do_anywhere_and_the_root_takes_the_rest_back()
    {
        var network = Some.Spec(Some.Territory(Jeunes))
            .Areas.Single(area => area.Area == WorkspaceArea.Network);

        Assert.That(network.Access["reseau"], Is.EqualTo(15));
        Assert.That(network.Rules, Does.Contain(new AclRule("group", "reseau", 31, 1)));
    }

    [Test]
    public void Without_rules_advanced_permissions_stay_off() =>
        Assert.That(
            Some.Spec(Some.Territory()).Areas.Single(area => area.Area == WorkspaceArea.Steering).UsesAcl,
            Is.False
        );

    [Test]
    public void Tokens_of_the_next_meeting_are_filled_in() =>
        Assert.That(
            Area(Some.Spec(Some.Territory(Jeunes))).Documents.Select(document => document.Key),
            Does.Contain(
                "area:gt-jeunes/02 Réunions/2026/2026-02-05 Rencontre mensuelle/Compte-rendu 2026-02-05.docx"
            )
        );

    [Test]
    public void Without_a_meeting_to_come_its_folders_and_minutes_wait()
    {
        var area = Area(Some.Spec(Some.Territory(Jeunes with { Meetings = [] })));

        Assert.That(area.Folders.Select(folder => folder.Name), Does.Contain("02 Réunions"));
        Assert.That(area.Folders.Select(folder => folder.Name), Has.None.Contain("2026"));
        Assert.That(area.Documents.Select(document => document.Kind), Has.None.EqualTo(DocumentKind.Minutes));
    }

    [Test]
    public void An_earlier_document_is_known_by_its_name_whatever_the_meeting()
    {
        var layout = Some.GroupLayout() with
        {
            Documents =
            [
                new("{titre}.docx", DocumentKind.Minutes),
                new("Ordre du jour {titre}.docx", DocumentKind.Agenda),
                new("Bilan {année}.docx", DocumentKind.YearlyReview),
            ],
        };
        var area = Area(Some.Spec(Some.Territory(Jeunes), With(layout)));

        Assert.That(area.NamedLike($"{area.Key}/Atelier.docx")?.Kind, Is.EqualTo(DocumentKind.Minutes));
        Assert.That(
            area.NamedLike($"{area.Key}/Ordre du jour Atelier.docx")?.Kind,
            Is.EqualTo(DocumentKind.Agenda)
        );
        Assert.That(
            area.NamedLike($"{area.Key}/Bilan 2024.docx")?.Kind,
            Is.EqualTo(DocumentKind.YearlyReview)
        );
        Assert.That(area.NamedLike($"{area.Key}/Notes.txt"), Is.Null);
    }

    [Test]
    public void A_group_without_a_meeting_has_a_yearly_review_and_no_agenda()
    {
        var layout = Some.GroupLayout() with
        {
            Documents =
            [
                new("Ordre du jour.docx", DocumentKind.Agenda),
                new("Bilan.docx", DocumentKind.YearlyReview),
            ],
        };
        var area = Area(Some.Spec(Some.Territory(Jeunes with { Meetings = [] }), With(layout)));

        Assert.That(
            area.Documents.Select(document => document.Kind),
            Does.Contain(DocumentKind.YearlyReview).And.None.EqualTo(DocumentKind.Agenda)
        );
    }

    [Test]
    public void A_title_that_looks_like_a_token_stays_a_title()
    {
        var group = Jeunes with { Meetings = [Some.Series(title: "{date} / {groupe}")] };

        Assert.That(
            Area(Some.Spec(Some.Territory(group))).Folders.Select(folder => folder.Name),
            Does.Contain("2026-02-05 {date} ／ {groupe}")
        );
    }

    [Test]
    public void A_token_with_decomposed_accents_is_a_token()
    {
        var layout = Some.GroupLayout() with { Folders = [new() { Name = "{anne\u0301e}" }] };

        Assert.That(
            Area(Some.Spec(Some.Territory(Jeunes), With(layout))).Folders.Select(folder => folder.Name),
            Is.EqualTo(new[] { "2026" })
        );
    }

    [Test]
    public void A_committee_called_pilotage_is_not_the_coordinators_own_area() =>
        Assert.That(
            Some.Spec(Some.Territory(Some.Group("pilotage"))).Areas.Select(area => area.Key),
            Is.Unique
        );

    [Test]
    public void A_calendars_colour_is_the_same_at_every_run() =>
        Assert.That(
            Area(Some.Spec(Some.Territory(Jeunes))).Calendar!.Colour,
            Is.EqualTo(Area(Some.Spec(Some.Territory(Some.Group("gt-0"), Jeunes))).Calendar!.Colour)
        );

    [Test]
    public void Observers_read_the_calendar_and_others_write() =>
        Assert.That(
            Area(Some.Spec(Some.Territory(Jeunes))).Calendar!.Shares,
            Is.EqualTo(
                new Dictionary<string, bool>
                {
                    ["coordination"] = true,
                    ["gt-jeunes-animation"] = true,
                    ["gt-jeunes"] = true,
                    ["gt-jeunes-observateurs"] = false,
                }
            )
        );

    private static AreaSpec Area(WorkspaceSpec spec) =>
        spec.Areas.Single(area => area.WorkingGroupId == "gt-jeunes");

    private static string[] MountPoints(params WorkingGroup[] groups) =>
        [.. Some.Spec(Some.Territory(groups)).Areas.Skip(2).Select(area => area.MountPoint)];

    private static Blueprint With(AreaBlueprint layout) =>
        Some.Blueprint() with
        {
            Areas = new Dictionary<WorkspaceArea, AreaBlueprint>(Some.Blueprint().Areas)
            {
                [WorkspaceArea.Group] = layout,
            },
        };
}
