using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.Domain.Tests.Workspaces;

public class BlueprintAdviceTests
{
    [Test]
    public void A_sound_blueprint_gets_none() =>
        Assert.That(BlueprintAdvice.On(Some.Blueprint()).Select(advice => advice.Message.French), Is.Empty);

    [Test]
    public void A_token_that_is_used_nowhere() =>
        Told(
            "unused-token",
            Some.Blueprint() with
            {
                Tokens = new Dictionary<string, string> { ["thème"] = "a" },
            },
            "{thème}"
        );

    [Test]
    public void A_folder_of_a_meeting_where_there_are_none() =>
        Told("never-made", With(WorkspaceArea.Network, new() { Name = "{date}" }), "{date}");

    [Test]
    public void Minutes_that_each_have_the_same_name() =>
        Told(
            "one-minutes",
            With(
                WorkspaceArea.Group,
                new() { Name = "Réunions", Documents = [new("CR.docx", DocumentKind.Minutes)] }
            ),
            "Réunions/CR.docx"
        );

    [Test]
    public void A_folder_that_nobody_reads() =>
        Told(
            "nobody-reads",
            With(
                WorkspaceArea.Steering,
                new() { Name = "Clos", Rights = Some.Rights((GroupRole.Coordination, AccessLevel.None)) }
            ),
            "Clos"
        );

    [Test]
    public void A_folder_that_is_open_below_a_closed_one() =>
        Told(
            "out-of-reach",
            With(
                WorkspaceArea.Group,
                new()
                {
                    Name = "Clos",
                    Rights = Some.Rights((GroupRole.Member, AccessLevel.None)),
                    Folders =
                    [
                        new()
                        {
                            Name = "Ouvert",
                            Rights = Some.Rights((GroupRole.Member, AccessLevel.Write)),
                        },
                    ],
                }
            ),
            "Clos/Ouvert"
        );

    private static Blueprint With(WorkspaceArea area, FolderBlueprint folder)
    {
        var areas = Some.Blueprint().Areas.ToDictionary();
        areas[area] = areas[area] with { Folders = [folder] };
        return Some.Blueprint() with { Areas = areas };
    }

    private static void Told(string code, Blueprint blueprint, string about)
    {
        var advice = BlueprintAdvice.On(blueprint).Single();
        Assert.That(advice.Code, Is.EqualTo(code));
        Assert.That(advice.Message.French, Does.Contain(about));
        Assert.That(advice.Message.English, Is.Not.EqualTo(advice.Message.French));
    }
}
