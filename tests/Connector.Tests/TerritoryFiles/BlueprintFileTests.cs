using System.Text;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Templates;
using Connector.TerritoryFiles.Blueprints;

namespace Connector.Tests.TerritoryFiles;

/// <summary>Blueprints as people write them: what they extend, what they take away, and what is wrong with them.</summary>
internal sealed partial class BlueprintFileTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Start() => _folder = new TemporaryFolder();

    [TearDown]
    public void Stop() => _folder.Dispose();

    [Test]
    public void What_is_not_written_is_as_in_the_extended_blueprint()
    {
        var read = Load("nom: mien\nversion: 2\nétend: standard\n");

        Assert.That((read.Name, read.Version), Is.EqualTo(("mien", "2")));
        Assert.That(Folders(read), Is.EqualTo(Folders(BlueprintFile.Standard)));
        Assert.That(Group(read).Rights, Is.EqualTo(Group(BlueprintFile.Standard).Rights));
    }

    [Test]
    public void A_folder_of_the_same_name_is_completed_and_a_new_one_follows()
    {
        var read = Group(
            Load(
                """
                nom: mien
                version: 1
                étend: standard
                groupe:
                  quota: 5 Go
                  droits: { observateur: aucun }
                  dossiers:
                    - nom: 01 FEUILLE DE ROUTE
                      description: Notre cap.
                      droits: { observateur: lecture }
                      documents:
                        - { nom: Bilan.docx, genre: feuille-de-route }
                      dossiers: [Archives]
                    - 06 Budget
                """
            )
        );

        Assert.That(read.Quota, Is.EqualTo(5L << 30));
        Assert.That(read.Rights[GroupRole.Observer], Is.EqualTo(AccessLevel.None));
        Assert.That(read.Rights[GroupRole.Member], Is.EqualTo(AccessLevel.Read));
        Assert.That(read.Folders[^1].Name, Is.EqualTo("06 Budget"));
        var roadmap = read.Folders[1];
        Assert.That(roadmap.Description, Is.EqualTo("Notre cap."));
        Assert.That(roadmap.Rights[GroupRole.Member], Is.EqualTo(AccessLevel.Write));
        Assert.That(roadmap.Rights[GroupRole.Observer], Is.EqualTo(AccessLevel.Read));
        Assert.That(
            roadmap.Documents.Select(one => one.Name),
            Is.EqualTo(new[] { "Feuille de route.docx", "Bilan.docx" })
        );
        Assert.That(roadmap.Folders.Select(one => one.Name), Is.EqualTo(new[] { "Archives" }));
    }

    [Test]
    public void What_is_removed_is_gone_with_what_is_inside_and_may_be_written_anew()
    {
        var read = Group(
            Load(
                """
                nom: mien
                version: 1
                étend: standard
                groupe:
                  retirer: [02 Réunions, 04 communication, Readme.md]
                  description: Bienvenue
                  dossiers:
                    - 02 Réunions
                    - nom: 01 Feuille de route
                      retirer: Feuille de route.docx
                """
            )
        );

        Assert.That(read.Documents, Is.Empty);
        Assert.That(read.Description, Is.EqualTo("Bienvenue"));
        Assert.That(
            read.Folders.Select(folder => folder.Name),
            Is.EqualTo(
                new[]
                {
                    "00 Pilotage",
                    "01 Feuille de route",
                    "03 Documents de travail",
                    "05 Ressources et inspirations",
                    "02 Réunions",
                }
            )
        );
        Assert.That(read.Folders[^1].Folders, Is.Empty);
        Assert.That(read.Folders[1].Documents, Is.Empty);
    }

    [Test]
    public void A_folder_deeper_down_is_removed_by_its_path() =>
        Assert.That(
            Group(
                Load(
                    "nom: m\nversion: 1\nétend: standard\ngroupe:\n  retirer: [\"02 Réunions/{année}/{date} {titre}\"]\n"
                )
            )
                .Folders[2]
                .Folders[0]
                .Folders,
            Is.Empty
        );

    [Test]
    public void Blueprints_beside_the_file_can_be_extended_in_a_chain()
    {
        _folder.Write(
            "a.yaml",
            "nom: a\nversion: 1\nétend: standard\njetons: { thème: numérique, lieu: ici }\n"
        );
        _folder.Write("b.yml", "nom: b\nversion: 1\nétend: a\njetons: { lieu: là }\n");
        _folder.Write("broken.yaml", "nom: [");
        var read = Load(
            "nom: c\nversion: 1\nétend: b\ngroupe: { dossiers: [\"{thème} {lieu}\"], agenda: non }\n"
        );

        Assert.That(
            read.Tokens,
            Is.EqualTo(new Dictionary<string, string> { ["thème"] = "numérique", ["lieu"] = "là" })
        );
        Assert.That(Group(read).Folders[^1].Name, Is.EqualTo("{thème} {lieu}"));
        Assert.That(Group(read).HasCalendar, Is.False);
    }

    [Test]
    public void A_blueprint_called_standard_may_extend_the_built_in_one() =>
        Assert.That(
            Folders(Load("nom: standard\nversion: 9\nétend: standard\n")),
            Is.EqualTo(Folders(BlueprintFile.Standard))
        );

    [Test]
    public void Without_étend_an_area_is_only_what_is_written_and_others_are_the_built_in_ones()
    {
        var read = Load("nom: m\nversion: 1\ngroupe: { nom: \"{groupe}\", dossiers: [A] }\n");

        Assert.That(Folders(read), Is.EqualTo(new[] { "A" }));
        Assert.That(read.Areas[WorkspaceArea.Network].Name, Is.EqualTo("Réseau"));
    }

    [Test]
    public void One_word_closes_a_folder_to_all_who_are_not_named()
    {
        var rights = Group(
            Load(
                "nom: m\nversion: 1\nétend: standard\ngroupe:\n  dossiers:\n    - { nom: Clos, droits: { tous: aucun, animation: écriture } }\n"
            )
        )
            .Folders[^1]
            .Rights;

        Assert.That(
            rights,
            Is.EquivalentTo(
                new Dictionary<GroupRole, AccessLevel>
                {
                    [GroupRole.Coordination] = AccessLevel.None,
                    [GroupRole.Lead] = AccessLevel.Write,
                    [GroupRole.Member] = AccessLevel.None,
                    [GroupRole.Observer] = AccessLevel.None,
                }
            )
        );
    }

    [TestCase("étend: standart", "3:8 unknown-reference", "standard")]
    [TestCase("étend: mien", "3:8 blueprint-circle", "étend")]
    [TestCase(
        "groupe: { nom: G, documents: [{ nom: A.md, genre: accueil, gabarit: a.docx }] }",
        "3:69 unused-template",
        "gabarit"
    )]
    [TestCase(
        "groupe: { nom: G, documents: [{ nom: A.docx, genre: visite, gabarit: ../a.docx }] }",
        "3:70 outside-folder",
        "à côté"
    )]
    [TestCase(
        "groupe: { nom: G, documents: [{ nom: A.docx, genre: visite, gabarit: a.docx }] }",
        "3:70 file-not-found",
        "à côté"
    )]
    [TestCase("groupe: { nom: G, quota: 5 litres }", "3:26 bad-size", "5 Go")]
    [TestCase("groupe: { dossiers: [A] }", "3:9 missing-key", "nom")]
    [TestCase("groupe: { nom: \"{date}\" }", "3:16 meeting-token", "{année}")]
    [TestCase("groupe: { nom: \"{grope}\" }", "3:16 unknown-token", "{groupe}")]
    [TestCase("groupe: { nom: \"{x\" }", "3:16 bad-name", "{groupe}")]
    [TestCase("jetons: { thème: a }\ngroupe: { nom: \"{theme}\" }", "4:16 unknown-token", "{thème}")]
    [TestCase("jetons: { date: a }", "3:11 reserved-token", "autre")]
    [TestCase("jetons: { \"a/b\": a }", "3:11 bad-token", "jeton")]
    [TestCase("groupe: { nom: G, description: \"{lieux}\" }", "3:32 unknown-token", "jetons")]
    [TestCase(
        "étend: standard\ngroupe: { retirer: [04 Comunication] }",
        "4:21 unknown-path",
        "04 Communication"
    )]
    [TestCase(
        "étend: standard\ngroupe: { description: Ici }",
        "4:24 two-descriptions",
        "retirer: [Readme.md]"
    )]
    public void What_is_wrong_is_told_with_its_place_and_what_to_write(
        string rest,
        string told,
        string advice
    )
    {
        var problem = Problems($"nom: mien\nversion: 1\n{rest}\n").Single();
        var place = problem.Place!.Value;

        Assert.That($"{place.Line}:{place.Column} {problem.Code}", Is.EqualTo(told));
        Assert.That(problem.Remedy.French, Does.Contain(advice));
        Assert.That(problem.Message.English, Is.Not.EqualTo(problem.Message.French));
    }

    [Test]
    public void A_circle_through_several_files_is_told_once_with_its_way()
    {
        _folder.Write("a.yaml", "nom: a\nversion: 1\nétend: b\n");
        _folder.Write("b.yaml", "nom: b\nversion: 1\nétend: mien\n");
        var problem = Problems("nom: mien\nversion: 1\nétend: a\n").Single();

        Assert.That(
            problem.Message.French,
            Does.Contain("a → b → mien → a").Or.Contain("mien → a → b → mien")
        );
    }

    private Blueprint Load(string yaml)
    {
        var (blueprint, problems) = BlueprintFile.Load(
            _folder.Write("mien.yaml", Encoding.UTF8.GetBytes(yaml))
        );
        Assert.That(problems.Select(problem => problem.Message.French), Is.Empty);
        return blueprint!;
    }

    private IReadOnlyList<Problem> Problems(string yaml)
    {
        var (blueprint, problems) = BlueprintFile.Load(
            _folder.Write("mien.yaml", Encoding.UTF8.GetBytes(yaml))
        );
        Assert.That(blueprint, Is.Null);
        return problems;
    }

    private static AreaBlueprint Group(Blueprint blueprint) => blueprint.Areas[WorkspaceArea.Group];

    private static IEnumerable<string> Folders(Blueprint blueprint) =>
        Group(blueprint).Folders.Select(folder => folder.Name);
}
