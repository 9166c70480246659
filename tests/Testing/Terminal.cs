using System.Diagnostics;
using Connector.Cli;
using Microsoft.Data.Sqlite;

namespace Connector.Testing;

/// <summary>What a verb wrote and how it ended.</summary>
internal sealed record Said(int Code, string Out, string Errors)
{
    public string All => Out + Errors;
}

/// <summary>A shell of one test's own: a folder with a small territory file, an environment, an input.</summary>
internal sealed class Terminal : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connector-terminal-");

    public Terminal()
    {
        File.WriteAllText(Territory, SmallTerritory);
        Environment["HOME"] = _folder.FullName;
        Environment["XDG_CONFIG_HOME"] = At("config");
    }

    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public string Input { get; set; } = "";

    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Two groups, three people, one series each, with the built-in blueprint; accounts are made.</summary>
    public string Territory => At("territoire.yaml");

    /// <summary>A terminal whose environment signs in to a server.</summary>
    public static Terminal At(Workplace place)
    {
        var terminal = new Terminal();
        terminal.Environment["CONNECTOR_URL"] = place.Server.BaseAddress.AbsoluteUri;
        terminal.Environment["CONNECTOR_USER"] = "admin";
        terminal.Environment["CONNECTOR_PASSWORD"] = Workplace.Password;
        return terminal;
    }

    public string At(string name) => Path.Combine(_folder.FullName, name);

    public Task<Said> RunAsync(params string[] args) => RunAsync(default, args);

    public async Task<Said> RunAsync(CancellationToken ct, params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var language = Doorway.LanguageOf(args, Environment.GetValueOrDefault);
        var door = new Doorway(output, errors, language, Time)
        {
            Input = new StringReader(Input),
            Environment = Environment.GetValueOrDefault,
        };
        var code = await ConnectorCommand.RunAsync(args, door, ct);
        return new Said(code, output.ToString(), errors.ToString());
    }

    /// <summary>The program itself, as its user would start it here.</summary>
    public ProcessStartInfo Program(params string[] args)
    {
        string[] all = [Path.ChangeExtension(typeof(Doorway).Assembly.Location, ".dll"), .. args];
        var start = new ProcessStartInfo("dotnet", all)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Nothing of this machine's, so that a program makes what a terminal makes: no PDF where LibreOffice happens to be.
        start.Environment["PATH"] = "";
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private const string SmallTerritory = """
        nom: Vallon d'Argentière
        périmètre: groupement de communes
        raison d'être: Que personne ne reste seul devant un écran.
        coordination: ccas
        coordinateurs: [ines.le-goff]
        créer-les-comptes: oui
        comptes-rendus: 40 jours
        organisations:
          - id: ccas
            nom: CCAS de l'Argentière
            type: CCAS
            commune: L'Argentière
          - id: biblio
            nom: Médiathèque « Les Échos »
            type: BIB
        personnes:
          - id: ines.le-goff
            prénom: Inès
            nom: Le Goff
            courriel: ines@example.org
            organisation: ccas
          - id: noe.d-almeida
            prénom: Noé
            nom: D'Almeida
            organisation: biblio
          - id: zoe.saint-exupere
            prénom: Zoé
            nom: Saint-Exupère
            organisation: biblio
        comités:
          - id: comite
            nom: Comité stratégique
            raison d'être: Fixer le cap.
            animation: ines.le-goff
            membres: noe.d-almeida
            observateurs: zoe.saint-exupere
            rencontres:
              - id: comite
                titre: Comité stratégique
                règle: premier jeudi du mois
                début: 2026-09-01
                heure: 14:00
                durée: 1h30
                lieu: Mairie
        groupes-de-travail:
          - id: jeunes
            nom: "Jeunes & numérique : l'été"
            raison d'être: Aller vers les jeunes.
            animation: noe.d-almeida
            membres: [zoe.saint-exupere, ines.le-goff]
            rencontres:
              - id: gouter
                titre: Goûter numérique
                genre: convivial
                règle: FREQ=WEEKLY;INTERVAL=2;BYDAY=TU
                début: 2026-09-01
                heure: 16:00
                durée: 2h
                lieu: Médiathèque
        """;
}
