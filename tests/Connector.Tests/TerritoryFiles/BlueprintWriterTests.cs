using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.TerritoryFiles.Blueprints;

namespace Connector.Tests.TerritoryFiles;

/// <summary>A blueprint that is written as a file and read again is the same blueprint, whatever its names are.</summary>
internal sealed class BlueprintWriterTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Start() => _folder = new TemporaryFolder();

    [TearDown]
    public void Stop() => _folder.Dispose();

    [TestCase("01 Feuille de route")]
    [TestCase("- tiret")]
    [TestCase("oui")]
    [TestCase("null")]
    [TestCase("~")]
    [TestCase("1.0")]
    [TestCase("2026-03-12")]
    [TestCase("# dièse")]
    [TestCase("a #b")]
    [TestCase("[crochets], {groupe} & @x !y %z `w`")]
    [TestCase("l'apostrophe ’ et … l'été – 100 %")]
    [TestCase("مرحبا 👩🏽‍💻")]
    [TestCase("a： b")]
    [TestCase("espace\u00A0insécable")]
    public void A_name_is_read_back_as_it_was(string name)
    {
        var read = Again(
            Open() with
            {
                Folders = [Folder(name) with { Folders = [Folder(name)] }],
                Documents = [new DocumentBlueprint($"{name}.docx", DocumentKind.Roadmap)],
                Description = name,
            }
        );

        Assert.That(read.Folders[0].Name, Is.EqualTo(name));
        Assert.That(read.Folders[0].Folders[0].Name, Is.EqualTo(name));
        Assert.That(read.Documents[0].Name, Is.EqualTo($"{name}.docx"));
        Assert.That(read.Description, Is.EqualTo(name));
    }

    [TestCase("# Titre\n\n- un\n  - deux\n\n    code\n\nfin")]
    [TestCase("une ligne\n…et « une autre » : # pas un commentaire")]
    public void A_description_keeps_its_lines(string text) =>
        Assert.That(Again(Open() with { Description = text }).Description, Is.EqualTo(text));

    [TestCase(1)]
    [TestCase(5L << 30)]
    [TestCase(1L << 50)]
    [TestCase(123_456_789)]
    [TestCase(TeamFolderState.Unlimited)]
    public void A_quota_is_read_back_to_the_byte(long quota) =>
        Assert.That(Again(Open() with { Quota = quota }).Quota, Is.EqualTo(quota));

    private AreaBlueprint Again(AreaBlueprint area)
    {
        var blueprint = new Blueprint
        {
            Name = "b",
            Version = "1",
            Areas = new Dictionary<WorkspaceArea, AreaBlueprint> { [WorkspaceArea.Group] = area },
        };
        var yaml = BlueprintWriter.Write(blueprint, ["un", "deux"]);
        var (read, problems) = BlueprintFile.Load(_folder.Write("b.yaml", yaml));

        Assert.That(problems.Select(problem => problem.Message.French), Is.Empty, yaml);
        return read!.Areas[WorkspaceArea.Group];
    }

    private static AreaBlueprint Open() =>
        new()
        {
            Name = "{groupe}",
            Rights = new Dictionary<GroupRole, AccessLevel> { [GroupRole.Lead] = AccessLevel.Write },
        };

    private static FolderBlueprint Folder(string name) => new() { Name = name };
}
