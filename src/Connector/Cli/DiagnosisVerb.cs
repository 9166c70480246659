using System.CommandLine;
using System.CommandLine.Parsing;
using Connector.Domain;
using Connector.Needs;
using Connector.Reports;
using Connector.TerritoryFiles.Records;

namespace Connector.Cli;

/// <summary><c>connector diagnosis</c></summary>
internal sealed class DiagnosisVerb
{
    private readonly Doorway _door;
    private readonly CommonOptions _common;
    private readonly Option<string> _territory;
    private readonly Option<bool> _json;
    private readonly Option<string?> _scores;
    private readonly Option<string?> _communes;
    private readonly Option<string?> _contours;
    private readonly Option<string?> _epci;
    private readonly Option<string?> _vintage;
    private readonly Option<double?> _distance;
    private readonly Option<string?> _xlsx;
    private readonly Option<string?> _html;

    private DiagnosisVerb(Doorway door, CommonOptions common)
    {
        (_door, _common) = (door, common);
        _territory = new GroupOptions(door.Language).Territory;
        _json = common.Json;
        _scores = File(
            "--ifn",
            "Les scores : code_insee;score;millesime;source.",
            "The scores: code_insee;score;millesime;source."
        );
        _communes = File(
            "--communes",
            "Les communes : code_insee, nom, epci_nom, latitude, longitude.",
            "The municipalities: code_insee, nom, epci_nom, latitude, longitude."
        );
        _contours = File(
            "--contours",
            "Les contours des communes, en GeoJSON.",
            "The outlines of municipalities, as GeoJSON."
        );
        _epci = Words("--epci", "EPCI", "Un EPCI, par son nom ou son SIREN.", "An EPCI, by name or SIREN.");
        _vintage = Words(
            "--vintage",
            "MILLÉSIME",
            "Le millésime à regarder. Par défaut : le plus récent qui couvre toutes les communes.",
            "The vintage to look at. Default: the latest that covers all municipalities."
        );
        _distance = new Option<double?>("--distance")
        {
            Description = new Text(
                "À combien de kilomètres un lieu est encore proche. Par défaut : 10.",
                "How many kilometres away a place is still near. Default: 10."
            ).In(door.Language),
            HelpName = "KM",
            CustomParser = Kilometres,
        };
        _xlsx = File("--xlsx", "Écrit aussi un classeur.", "Also writes a workbook.");
        _html = File(
            "--html",
            "Écrit aussi une page, avec des graphiques et leurs tableaux.",
            "Also writes a page, with charts and their tables."
        );
    }

    public static Command Build(Doorway door, CommonOptions common)
    {
        var own = new DiagnosisVerb(door, common);
        var verb = new Command("diagnosis")
        {
            own._territory,
            own._scores,
            own._communes,
            own._contours,
            own._epci,
            own._vintage,
            own._distance,
            own._xlsx,
            own._html,
            common.Server,
            common.Ledger,
            own._json,
        };
        verb.SetAction(own.Run);
        return verb;
    }

    private async Task<int> Run(ParseResult result, CancellationToken ct)
    {
        var path = result.GetRequiredValue(_territory);
        var territory = new TerritoryRequest(
            path,
            result.GetValue(_common.Server),
            CommonOptions.LedgerPath(path, result.GetValue(_common.Ledger))
        );
        var view = new DiagnosisRun(
            new DiagnosisRequest
            {
                TerritoryPath = path,
                Scores = result.GetValue(_scores),
                Communes = result.GetValue(_communes),
                Contours = result.GetValue(_contours),
                Epci = result.GetValue(_epci),
                Vintage = result.GetValue(_vintage),
                Kilometres = result.GetValue(_distance),
            },
            await TerritoryDoor.LoadAsync(_door, territory, ct)
        ).Run();
        var code = ReportDoor.Show(_door, view, result.GetValue(_json));
        return view.Report is null ? code
            : Save(view, result) ? code
            : 1;
    }

    /// <summary>What was asked for beside the words; a workbook that is there is somebody's.</summary>
    private bool Save(DiagnosisView view, ParseResult result)
    {
        var isWhole = true;
        if (result.GetValue(_xlsx) is { } xlsx)
        {
            isWhole = NewFile.Write(_door, xlsx, DiagnosisWorkbook.Of(view.Report!));
        }

        if (result.GetValue(_html) is { } html)
        {
            var problem = HtmlFile.Save(html, DiagnosisPage.Of(view.Territory, view.Report!));
            isWhole &= problem is null;
            if (problem is not null)
            {
                _door.Complain(problem);
            }
        }

        return isWhole;
    }

    private double? Kilometres(ArgumentResult result)
    {
        if (DistanceShape.Read(result.Tokens[0].Value) is { } kilometres)
        {
            return kilometres;
        }

        result.AddError(
            new Text(
                $"« {result.Tokens[0].Value} » n'est pas une distance, de 0,1 à 500 km.",
                $"'{result.Tokens[0].Value}' is no distance, from 0.1 to 500 km."
            ).In(_door.Language)
        );
        return null;
    }

    private Option<string?> File(string name, string french, string english) =>
        Words(name, "FICHIER", french, english);

    private Option<string?> Words(string name, string shown, string french, string english) =>
        new(name) { Description = new Text(french, english).In(_door.Language), HelpName = shown };
}
