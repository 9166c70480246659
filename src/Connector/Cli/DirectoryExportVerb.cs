using System.CommandLine;
using Connector.Directories;
using Connector.Domain;

namespace Connector.Cli;

/// <summary><c>connector directory export</c></summary>
internal static class DirectoryExportVerb
{
    private static readonly Dictionary<string, ExportFormat> Formats = new(StringComparer.Ordinal)
    {
        ["csv"] = ExportFormat.Csv,
        ["geojson"] = ExportFormat.GeoJson,
        ["vcard"] = ExportFormat.VCard,
        ["xlsx"] = ExportFormat.Xlsx,
    };

    public static Command Build(Doorway door, CommonOptions common)
    {
        var options = new GroupOptions(door.Language);
        var format = new Option<string>("--format")
        {
            Description = new Text(
                "csv (standard national, par défaut), geojson (uMap, GoGoCarto), vcard ou xlsx.",
                "csv (national standard, the default), geojson (uMap, GoGoCarto), vcard or xlsx."
            ).In(door.Language),
            HelpName = "csv|geojson|vcard|xlsx",
            DefaultValueFactory = _ => "csv",
        };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        var output = new Option<string?>("--out")
        {
            Description = new Text(
                "Où écrire. Par défaut : le nom officiel, dans le dossier courant.",
                "Where to write. Default: the official name, in the current folder."
            ).In(door.Language),
            HelpName = "SORTIE",
        };
        var verb = new Command("export") { format, options.Territory, output, common.Server, common.Ledger };
        verb.SetAction(
            async (result, ct) =>
            {
                var territory = ReportDoor.Request(result, common, options);
                var loaded = await TerritoryDoor.LoadAsync(door, territory, ct);
                var request = new ExportRequest(
                    Formats[result.GetRequiredValue(format)],
                    DateOnly.FromDateTime(door.Time.GetLocalNow().DateTime),
                    loaded.Territory is null ? [] : SourceSheet.Read(territory.TerritoryPath, loaded)
                );
                return Run(door, request, new ExportRun(request, loaded).Run(), result.GetValue(output));
            }
        );
        return verb;
    }

    private static int Run(Doorway door, ExportRequest request, ExportResult export, string? output)
    {
        door.Warn(export.Warnings);
        door.Complain(export.Problems);
        if (export.Bytes is not { } bytes)
        {
            return 1;
        }

        var path = output ?? export.Name;
        var beside = $"{path}.sources.txt";
        if (
            (request.NamesSourcesBeside && !NewFile.IsFree(door, beside)) || !NewFile.Write(door, path, bytes)
        )
        {
            return 1;
        }

        if (request.NamesSourcesBeside && !NewFile.Write(door, beside, SourceSheet.Text(request.Sources)))
        {
            return 1;
        }

        door.Say(
            new Text(
                $"✓ Structures dans « {path} » : {export.Places}.",
                $"✓ Organisations in '{path}': {export.Places}."
            )
        );
        foreach (var source in request.Sources)
        {
            door.Say(new Text($"  source : {source.Told}", $"  source: {source.Told}"));
        }

        return 0;
    }
}
