using Connector.Service;

namespace Connector.Connector.Tests.Service;

/// <summary>A territory is one line more in the configuration, and nothing else changes there.</summary>
internal sealed class TerritoryRegistrationTests
{
    private DirectoryInfo _folder = null!;

    private string Configuration => Path.Combine(_folder.FullName, "connector.yaml");

    [SetUp]
    public void SetUp()
    {
        _folder = Directory.CreateTempSubdirectory("connector-registration-");
        foreach (var name in new[] { "aix", "vallon" })
        {
            Directory.CreateDirectory(Path.Combine(_folder.FullName, "secrets", name));
            Directory.CreateDirectory(Path.Combine(_folder.FullName, name));
            File.WriteAllText(Path.Combine(_folder.FullName, name, "territoire.yaml"), "nom: essai\n");
        }
    }

    [TearDown]
    public void TearDown() => _folder.Delete(recursive: true);

    [TestCase("territoires: []\n", "territoires:\n  - NEW\n")]
    [TestCase("territoires: [] # aucun\nlangue: fr\n", "territoires:\n  - NEW # aucun\nlangue: fr\n")]
    [TestCase(
        "territoires:\n- { id: aix, fichier: aix/territoire.yaml } # le premier\n\n# fin\nlangue: fr\n",
        "territoires:\n- { id: aix, fichier: aix/territoire.yaml } # le premier\n- NEW\n\n# fin\nlangue: fr\n"
    )]
    [TestCase(
        "territoires:\n    - id: aix\n      fichier: aix/territoire.yaml",
        "territoires:\n    - id: aix\n      fichier: aix/territoire.yaml\n    - NEW"
    )]
    [TestCase(
        "territories:\r\n  - { id: aix, file: aix/territoire.yaml }\r\n",
        "territories:\r\n  - { id: aix, file: aix/territoire.yaml }\r\n  - NEW\r\n"
    )]
    [TestCase(
        "territoires: [{ id: aix, fichier: aix/territoire.yaml }]\n",
        "territoires: [{ id: aix, fichier: aix/territoire.yaml }, NEW]\n"
    )]
    public void One_line_is_added_behind_the_last(string before, string after)
    {
        File.WriteAllText(Configuration, before);
        Assert.That(Add(), Is.Empty);
        Assert.That(
            File.ReadAllText(Configuration),
            Is.EqualTo(
                after.Replace(
                    "NEW",
                    "{ id: vallon, fichier: vallon/territoire.yaml, secrets: secrets/vallon }",
                    StringComparison.Ordinal
                )
            )
        );
        Assert.That(File.ReadAllText($"{Configuration}.bak"), Is.EqualTo(before));
        Assert.That(_folder.GetFiles(".connector-*"), Is.Empty);
        Assert.That(ServiceFile.Load(Configuration, _ => null).Configuration!.Find("vallon"), Is.Not.Null);
    }

    [TestCase(
        "territoires: [{ id: aix, fichier: aix/territoire.yaml } # le nôtre\n  ]\n",
        "configuration-by-hand"
    )]
    [TestCase("territoires:\n  - { id: vallon, fichier: aix/territoire.yaml }\n", "duplicate-id")]
    public void What_cannot_be_added_leaves_the_file_as_it_was(string before, string code)
    {
        File.WriteAllText(Configuration, before);
        Assert.That(Add().Select(problem => problem.Code), Does.Contain(code));
        Assert.That(File.ReadAllText(Configuration), Is.EqualTo(before));
    }

    private IReadOnlyList<Domain.Problem> Add() =>
        TerritoryRegistration.Add(
            Configuration,
            "vallon",
            "vallon/territoire.yaml",
            "secrets/vallon",
            _ => null
        );
}
