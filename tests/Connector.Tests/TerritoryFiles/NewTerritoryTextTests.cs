using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Beginning;

namespace Connector.Tests.TerritoryFiles;

/// <summary>The first file of a network is a whole territory, whatever the words in it.</summary>
internal sealed class NewTerritoryTextTests
{
    private static readonly Uri Server = new("https://nuage.exemple.fr/nc/");
    private static readonly DateOnly Today = new(2026, 11, 30);
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void SetUp() => _folder = Directory.CreateTempSubdirectory("connector-beginning-");

    [TearDown]
    public void TearDown() => _folder.Delete(recursive: true);

    [TestCase("Pays de Valombre")]
    [TestCase("Nord : « l'Été » # 1")]
    [TestCase("- [ok] {a: b}")]
    [TestCase("oui")]
    [TestCase("\"guillemets\" et 'apostrophes'")]
    [TestCase("27")]
    [TestCase("Vallée 🌱")]
    public void Words_are_read_back_as_they_were_typed(string words)
    {
        var said = Sample() with
        {
            Name = words,
            Organisation = words,
            Purpose =
                $"{words} {string.Concat(Enumerable.Repeat("pour que personne ne reste seul ", 8)).Trim()}",
            Groups =
            [
                new NewGroup
                {
                    Name = words,
                    Purpose = words,
                    Place = words,
                    Rule = "le 15 de chaque mois de 10 h à 11 h 30",
                },
            ],
        };
        Assert.That(NewTerritoryCheck.Territory(said), Is.Empty);
        var territory = Load(said);
        Assert.That(territory.Name, Is.EqualTo(words));
        Assert.That(territory.Purpose, Is.EqualTo(said.Purpose));
        Assert.That(territory.Organisations.Single().Name, Is.EqualTo(words));
        Assert.That(territory.Groups.Single().Name, Is.EqualTo(words));
        Assert.That(territory.Groups.Single().Meetings.Single().Place, Is.EqualTo(words));
        Assert.That(territory.Server, Is.EqualTo(Server));
    }

    [Test]
    public void All_usual_groups_meet_as_they_say()
    {
        Assert.That(NewTerritoryCheck.Groups(UsualGroups.All), Is.Empty);
        var territory = Load(Sample() with { Groups = UsualGroups.All });
        Assert.That(
            territory.Groups.Select(group => group.Name),
            Is.EqualTo(UsualGroups.All.Select(group => group.Name))
        );
        Assert.That(territory.Groups.Select(group => group.Meetings.Count), Is.All.EqualTo(1));
    }

    [Test]
    public void People_get_an_account_of_their_name_unless_they_have_one()
    {
        var territory = Load(
            Sample() with
            {
                Coordinators =
                [
                    new NewPerson { FirstName = "Inès", Name = "Le Goff" },
                    new NewPerson { Name = "Çelik", Account = "n.celik@exemple.fr" },
                ],
            }
        );
        Assert.That(territory.Coordinators, Is.EqualTo(new[] { "ines.le-goff", "n.celik@exemple.fr" }));
    }

    private Domain.Territories.Territory Load(NewTerritory said)
    {
        var file = Path.Combine(_folder.FullName, "territoire.yaml");
        File.WriteAllText(file, NewTerritoryText.Of(said, Server, Today));
        var loaded = TerritoryFile.Load(file);
        Assert.That(
            loaded.Problems.Select(problem => problem.Message.French),
            Is.Empty,
            File.ReadAllText(file)
        );
        return loaded.Territory!;
    }

    private static NewTerritory Sample() =>
        new()
        {
            Name = "Vallon",
            Purpose = "Que personne ne reste seul.",
            Organisation = "CCAS",
            Coordinators =
            [
                new NewPerson
                {
                    FirstName = "Inès",
                    Name = "Le Goff",
                    Email = "ines@exemple.fr",
                },
            ],
        };
}
