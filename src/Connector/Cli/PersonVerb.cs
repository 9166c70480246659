using System.CommandLine;
using Connector.Directories;
using Connector.Domain;
using Connector.Persons;
using Connector.Provisioning;
using Connector.Reports;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Shapes;

namespace Connector.Cli;

/// <summary><c>connector person export|rectify|object|erase|retention</c></summary>
internal sealed class PersonVerb
{
    private readonly Doorway _door;
    private readonly CommonOptions _common;
    private readonly GroupOptions _options;
    private readonly Argument<string> _who;
    private readonly Option<bool> _yes;

    private PersonVerb(Doorway door, CommonOptions common)
    {
        (_door, _common, _options) = (door, common, new GroupOptions(door.Language));
        _who = new Argument<string>("PERSONNE")
        {
            Description = new Text(
                "L'identifiant, l'adresse électronique, ou le nom entier entre guillemets.",
                "The identifier, the e-mail address, or the whole name in quotes."
            ).In(door.Language),
        };
        _yes = new Option<bool>("--yes", "-y")
        {
            Description = new Text("Écrit ; sans cela, dit seulement.", "Writes; without it, only tells.").In(
                door.Language
            ),
        };
    }

    public static Command Build(Doorway door, CommonOptions common)
    {
        var own = new PersonVerb(door, common);
        var verb = new Command("person")
        {
            own.Export(),
            own.Rectify(),
            own.Writing("object", (run, _, ct) => run.ObjectAsync(ct)),
            own.Writing("erase", (run, _, ct) => run.EraseAsync(ct)),
            own.Retention(),
        };
        verb.SetAction(result => new ManualHelp(door).Show(result.CommandResult.Command));
        return verb;
    }

    private Command Export()
    {
        var folder = new Option<string>("--out")
        {
            Description = new Text(
                "Le dossier des deux fichiers. Par défaut : le dossier courant.",
                "The folder of the two files. Default: the current folder."
            ).In(_door.Language),
            HelpName = "DOSSIER",
            DefaultValueFactory = _ => ".",
        };
        var verb = new Command("export") { _who, folder };
        Common(verb);
        verb.SetAction(
            (result, ct) =>
                Run(
                    result,
                    open =>
                        new PersonExportRun(
                            open.Client,
                            open.Ledger,
                            open.Loaded.Territory!,
                            Request(result),
                            _door.Time
                        ).RunAsync(result.GetRequiredValue(folder), ct),
                    ct
                )
        );
        return verb;
    }

    private Command Rectify()
    {
        (Option<string?> Option, Key Key)[] fields =
        [
            (Value("--name", "NOM", "Le nom.", "The name."), PersonRecord.Name),
            (Value("--first-name", "PRÉNOM", "Le prénom.", "The first name."), PersonRecord.FirstName),
            (
                Value("--email", "ADRESSE", "L'adresse professionnelle.", "The professional e-mail."),
                PersonRecord.Email
            ),
            (
                Value("--telephone", "NUMÉRO", "Le téléphone professionnel.", "The professional telephone."),
                PersonRecord.Telephone
            ),
        ];
        var verb = Writing(
            "rectify",
            (run, result, ct) =>
                run.RectifyAsync(
                    [
                        .. fields
                            .Select(field => (field.Key, Value: result.GetValue(field.Option)))
                            .Where(field => field.Value is not null)
                            .Select(field => (field.Key, field.Value!)),
                    ],
                    ct
                )
        );
        foreach (var (option, _) in fields)
        {
            verb.Options.Add(option);
        }

        verb.Validators.Add(result =>
        {
            if (fields.All(field => result.GetValue(field.Option) is null))
            {
                result.AddError(
                    new Text(
                        "Dites ce qui est à corriger : --name, --first-name, --email ou --telephone.",
                        "Say what is to be corrected: --name, --first-name, --email or --telephone."
                    ).In(_door.Language)
                );
            }
        });
        return verb;
    }

    private Command Writing(
        string name,
        Func<PersonRun, ParseResult, CancellationToken, Task<PersonReport>> act
    )
    {
        var verb = new Command(name) { _who, _yes };
        Common(verb);
        verb.SetAction(
            (result, ct) =>
                Run(
                    result,
                    open =>
                        act(
                            new PersonRun(
                                open.Client,
                                open.Ledger,
                                open.Loaded.Territory!,
                                Request(result),
                                _door.Time,
                                CloudDirectoryFile.Of(open.Client, open.Directory)
                            ),
                            result,
                            ct
                        ),
                    ct
                )
        );
        return verb;
    }

    private Command Retention()
    {
        var months = new Option<int?>("--months")
        {
            Description = new Text(
                "Mois après le dernier contact. Par défaut : « conservation » du fichier, sinon 24.",
                "Months after the last contact. Default: 'conservation' of the file, else 24."
            ).In(_door.Language),
        };
        var verb = new Command("retention") { _options.Territory, months, _common.Json };
        verb.SetAction(result =>
        {
            var loaded = TerritoryFile.Load(result.GetRequiredValue(_options.Territory));
            return ReportDoor.Show(
                _door,
                loaded.Territory is { } territory
                    ? RetentionRun.Run(
                        territory,
                        TerritoryDay.Now(_door.Time, territory.TimeZone),
                        result.GetValue(months)
                    )
                    : PersonReport.Refused(loaded.Problems),
                result.GetValue(_common.Json)
            );
        });
        return verb;
    }

    private void Common(Command verb)
    {
        verb.Options.Add(_options.Territory);
        verb.Options.Add(_common.Server);
        verb.Options.Add(_common.Ledger);
        verb.Options.Add(_common.Json);
    }

    private PersonRequest Request(ParseResult result) =>
        new(
            result.GetRequiredValue(_options.Territory),
            result.GetRequiredValue(_who),
            result.CommandResult.Command.Options.Contains(_yes) && result.GetValue(_yes)
        );

    private Task<int> Run(
        ParseResult result,
        Func<OpenTerritory, Task<PersonReport>> run,
        CancellationToken ct
    ) =>
        ReportDoor.RunAsync(
            _door,
            ReportDoor.Request(result, _common, _options),
            result.GetValue(_common.Json),
            run,
            PersonReport.Refused,
            ct
        );

    private Option<string?> Value(string name, string help, string french, string english) =>
        new(name) { Description = new Text(french, english).In(_door.Language), HelpName = help };
}
