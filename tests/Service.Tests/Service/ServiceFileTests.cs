using System.Net;
using Connector.Domain;
using Connector.Jobs;
using Connector.Service;

namespace Connector.Connector.Tests.Service;

/// <summary><c>connector.yaml</c> and the environment: every mistake at once, each with its line.</summary>
public sealed class ServiceFileTests
{
    private Terminal _terminal = null!;

    private string Config => _terminal.At("connector.yaml");

    [SetUp]
    public void Start() => _terminal = new Terminal();

    [TearDown]
    public void Stop() => _terminal.Dispose();

    [Test]
    public void The_published_schema_is_the_reader_s_own() =>
        PublishedFile.Matches("connector.schema.json", ServiceSchema.Generate(), "connector schema service");

    [Test]
    public void Two_lines_are_enough()
    {
        Write("territoires:\n  - { id: vallon, fichier: territoire.yaml }\n");
        var configuration = Load().Configuration!;
        Assert.Multiple(() =>
        {
            Assert.That(configuration.Listen, Is.EqualTo(new IPEndPoint(IPAddress.Loopback, 8420)));
            Assert.That(configuration.Database.JobsFile, Is.EqualTo(_terminal.At(".connector/jobs.db")));
            Assert.That(
                configuration.Territories.Single().Ledger,
                Is.EqualTo(_terminal.At(".connector/ledger.db"))
            );
            Assert.That(
                configuration.Territories[0].Schedules[JobKind.Provision].Every,
                Is.EqualTo(TimeSpan.FromMinutes(15))
            );
        });
    }

    [Test]
    public void Every_mistake_is_told_at_once_with_its_line()
    {
        Write(
            """
            écoute: nulle part
            langue: breton
            postgresql: Host=db;Database=c;Username=c;Password=secret
            horaires:
              provision: souvent
              ménage: toutes les 15 minutes
            territoires:
              - id: vallon
                fichier: territoire.yaml
                serveur: nuage
                secrets: /nulle/part
              - id: vallon
                fichier: territoire.yaml
              - id: autre
                fichier: absent.yaml
              - fichier: territoire.yaml
            """
        );
        var problems = Load().Problems;
        Assert.That(
            problems.Select(problem => (problem.Code, problem.Place!.Value.Line)),
            Is.EqualTo(
                new[]
                {
                    ("bad-address", 1),
                    ("unknown-value", 2),
                    ("password-in-file", 3),
                    ("bad-schedule", 5),
                    ("unknown-job", 6),
                    ("bad-server-address", 10),
                    ("no-secrets-folder", 11),
                    ("duplicate-id", 12),
                    ("file-not-found", 15),
                    ("missing-key", 16),
                }
            )
        );
        Assert.That(string.Concat(problems), Does.Not.Contain("secret\""));
    }

    [Test]
    public void The_environment_wins_and_is_enough_alone()
    {
        _terminal.Environment["CONNECTOR_TERRITORIES"] = _terminal.Territory;
        _terminal.Environment["CONNECTOR_LISTEN"] = "9000";
        _terminal.Environment["CONNECTOR_LANGUAGE"] = "en";
        _terminal.Environment["CONNECTOR_WORKERS"] = "7";
        _terminal.Environment["CONNECTOR_POSTGRESQL"] = "Host=db;Database=c;Username=c";
        _terminal.Environment["CONNECTOR_POSTGRESQL_PASSWORD"] = "s3cret-of-the-base";
        var configuration = Load().Configuration!;
        Assert.Multiple(() =>
        {
            Assert.That(configuration.Path, Is.Null);
            Assert.That(configuration.Listen.Port, Is.EqualTo(9000));
            Assert.That(configuration.Language, Is.EqualTo(Language.English));
            Assert.That(configuration.Workers, Is.EqualTo(7));
            Assert.That(configuration.Territories.Single().File, Is.EqualTo(_terminal.Territory));
            Assert.That(configuration.Database.IsShared);
            Assert.That(configuration.Database.ToString(), Is.EqualTo("db/c"));
        });
    }

    [Test]
    public void A_territory_signs_in_with_its_own_secrets_alone()
    {
        var folder = Directory.CreateDirectory(_terminal.At("secrets")).FullName;
        Write(
            $"""
            territoires:
              - id: dossier
                fichier: territoire.yaml
                secrets: secrets
              - id: variables
                fichier: territoire.yaml
                registre: autre.db
                environnement: VALLON
            """
        );
        _terminal.Environment["CONNECTOR_PASSWORD"] = "of-the-process";
        _terminal.Environment["VALLON_USER"] = "robot";
        _terminal.Environment["VALLON_PASSWORD"] = "of-the-territory";
        var territories = Load().Configuration!.Territories;
        var (first, second) = (
            territories[0].Environment(_terminal.Environment.GetValueOrDefault),
            territories[1].Environment(_terminal.Environment.GetValueOrDefault)
        );
        Assert.Multiple(() =>
        {
            Assert.That(first("CONNECTOR_SECRETS"), Is.EqualTo(folder));
            Assert.That(first("CONNECTOR_PASSWORD"), Is.Null);
            Assert.That(second("CONNECTOR_PASSWORD"), Is.EqualTo("of-the-territory"));
            Assert.That(second("CONNECTOR_ADMIN_PASSWORD"), Is.Null);
        });
    }

    [Test]
    public async Task Check_reads_the_territory_files_too()
    {
        Write("territoires:\n  - { id: vallon, fichier: territoire.yaml }\n");
        var text = await File.ReadAllTextAsync(_terminal.Territory);
        await File.WriteAllTextAsync(
            _terminal.Territory,
            text.Replace("coordinateurs:", "cordinateurs:", StringComparison.Ordinal)
        );
        var said = await _terminal.RunAsync("config", "check", "--config", Config);
        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Errors, Does.Contain("territoire.yaml:5").And.Contain("« coordinateurs »"));

        await File.WriteAllTextAsync(_terminal.Territory, text);
        said = await _terminal.RunAsync("config", "check", "--config", Config);
        Assert.That(said.Errors, Does.Contain("connector login"), "no sign-in is a mistake as well");
        _terminal.Environment["CONNECTOR_URL"] = "https://nuage.example.org";
        _terminal.Environment["CONNECTOR_USER"] = "robot";
        _terminal.Environment["CONNECTOR_PASSWORD"] = "essai";
        said = await _terminal.RunAsync("config", "check", "--config", Config);
        Assert.That(said.Code, Is.Zero, said.All);
    }

    private void Write(string yaml) => File.WriteAllText(Config, yaml);

    private ServiceLoad Load() => ServiceFile.Load(Config, _terminal.Environment.GetValueOrDefault);
}
