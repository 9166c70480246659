using System.Text;
using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.TerritoryFiles.Blueprints;

namespace Connector.Tests.TerritoryFiles;

/// <summary>« anciennement », as people write it in a blueprint.</summary>
internal sealed class FormerNamesTests
{
    private const string Head = "nom: mien\nversion: 1.2\nétend: standard\ngroupe:\n";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Start() => _folder = new TemporaryFolder();

    [TearDown]
    public void Stop() => _folder.Dispose();

    [Test]
    public void A_folder_and_a_document_have_had_other_names()
    {
        var area = Load(
            """
              dossiers:
                - nom: 06 Finances
                  anciennement: [06 Budget, 06 Sous]
                  documents:
                    - { nom: Bilan.docx, genre: feuille-de-route, anciennement: [Comptes.docx] }
            """
        );

        var folder = area.Folders.Single(folder => folder.Name == "06 Finances");
        Assert.That(folder.FormerNames, Is.EqualTo(new[] { "06 Budget", "06 Sous" }));
        Assert.That(folder.Documents.Single().FormerNames, Is.EqualTo(new[] { "Comptes.docx" }));
    }

    [TestCase("03 Documents de travail")]
    [TestCase("03 DOCUMENTS DE TRAVAIL")]
    public void A_folder_of_the_extended_blueprint_is_renamed_in_its_place_and_keeps_what_is_in_it(
        string former
    )
    {
        var standard = BlueprintFile.Standard.Areas[WorkspaceArea.Group];
        var area = Load(
            $"  dossiers:\n    - nom: 03 Documents\n      anciennement: [{former}]\n      dossiers: [Neuf]\n"
        );

        var at = standard.Folders.ToList().FindIndex(folder => folder.Name == "03 Documents de travail");
        Assert.That(area.Folders, Has.Count.EqualTo(standard.Folders.Count));
        Assert.That(area.Folders[at].Name, Is.EqualTo("03 Documents"));
        Assert.That(area.Folders[at].Rights, Is.EqualTo(standard.Folders[at].Rights));
        Assert.That(area.Folders[at].Folders.Select(folder => folder.Name), Is.EqualTo(new[] { "Neuf" }));
    }

    [Test]
    public void Names_of_each_version_in_the_chain_are_remembered()
    {
        _folder.Write(
            "deux.yaml",
            Encoding.UTF8.GetBytes(
                "nom: deux\nversion: 2\nétend: standard\ngroupe: { dossiers: [{ nom: B, anciennement: [A] }] }\n"
            )
        );
        var area = Read(
            "nom: mien\nversion: 3\nétend: deux\ngroupe: { dossiers: [{ nom: C, anciennement: [B] }] }\n"
        ).Blueprint!.Areas[WorkspaceArea.Group];

        Assert.That(area.Folders[^1].FormerNames, Is.EqualTo(new[] { "B", "A" }));
        Assert.That(area.Folders.Select(folder => folder.Name), Has.None.AnyOf("A", "B"));
    }

    [TestCase(
        "    - { nom: A, anciennement: [02 Réunions] }\n    - 02 Réunions",
        "6:32 ambiguous-former-name",
        "02 Réunions"
    )]
    [TestCase("    - { nom: A, anciennement: [a] }", "6:32 ambiguous-former-name", "« a »")]
    [TestCase(
        "    - { nom: A, anciennement: [Vieux] }\n    - { nom: B, anciennement: [vieux] }",
        "7:32 ambiguous-former-name",
        "« vieux »"
    )]
    [TestCase("    - { nom: A, anciennement: [B/C] }", "6:32 bad-name", "B-C")]
    [TestCase("    - { nom: A, anciennement: [..] }", "6:32 bad-name", "..")]
    [TestCase("    - { nom: A, anciennement: [\"{nimporte}\"] }", "6:32 unknown-token", "nimporte")]
    [TestCase("    - { nom: A, ancienement: [Vieux] }", "6:17 unknown-key", "ancienement")]
    public void What_cannot_be_meant_is_told_with_its_place(string folders, string told, string named)
    {
        var problems = Read($"{Head}  dossiers:\n{folders}\n").Problems;

        var problem = problems[0];
        var place = problem.Place!.Value;
        Assert.That($"{place.Line}:{place.Column} {problem.Code}", Is.EqualTo(told), problem.Message.French);
        Assert.That(problem.Message.French + problem.Remedy.French, Does.Contain(named));
        Assert.That(problem.Remedy.French, Is.Not.Empty);
        Assert.That(problem.Message.English, Is.Not.EqualTo(problem.Message.French));
    }

    private AreaBlueprint Load(string area)
    {
        var (blueprint, problems) = Read(Head + area + "\n");
        Assert.That(problems.Select(problem => problem.Message.French), Is.Empty);
        return blueprint!.Areas[WorkspaceArea.Group];
    }

    private (Blueprint? Blueprint, IReadOnlyList<Problem> Problems) Read(string yaml) =>
        BlueprintFile.Load(_folder.Write("mien.yaml", Encoding.UTF8.GetBytes(yaml)));
}
