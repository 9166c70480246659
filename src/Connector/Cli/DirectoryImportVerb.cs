using System.CommandLine;
using Connector.Directories;
using Connector.Domain;
using Connector.Nextcloud;
using Connector.Reports;
using Connector.TerritoryFiles;

namespace Connector.Cli;

/// <summary><c>connector directory import</c></summary>
internal static class DirectoryImportVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var file = new Argument<string?>("FICHIER")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = new Text(
                "Lieux au standard national (CSV ou JSON), liste de structures (CSV, xlsx) ou cartes (vcf).",
                "Places in the national standard (CSV or JSON), a list of organisations (CSV, xlsx) or cards (vcf)."
            ).In(door.Language),
        };
        var options = new GroupOptions(door.Language);
        var into = new Option<string?>("--into")
        {
            Description = new Text(
                "Un autre annuaire, .xlsx ou .csv, sur cette machine ; fait s'il n'y est pas. Par défaut : celui du territoire, ici ou dans Nextcloud.",
                "Another directory, .xlsx or .csv, on this machine; made when it is not there. Default: the territory's, here or on Nextcloud."
            ).In(door.Language),
            HelpName = "ANNUAIRE",
        };
        var yes = new Option<bool>("--yes", "-y")
        {
            Description = new Text("Écrit ; sans cela, dit seulement.", "Writes; without it, only tells.").In(
                door.Language
            ),
        };
        var alike = new Option<bool>("--add-alike")
        {
            Description = new Text(
                "Ajoute aussi les structures qui ressemblent à une autre.",
                "Also adds organisations that look like another one."
            ).In(door.Language),
        };
        var source = new Option<string?>("--source")
        {
            Description = new Text(
                "Qui publie ce fichier, gardé dans la feuille « Sources » et nommé dans les exports. Par défaut : ce qu'en disent ses lignes.",
                "Who publishes this file, kept in the sheet 'Sources' and named in exports. Default: what its rows say."
            ).In(door.Language),
            HelpName = "NOM",
        };
        var licence = new Option<string?>("--licence", "--license")
        {
            Description = new Text(
                "Sous quelle licence il est publié, par exemple « Licence Ouverte 2.0 ».",
                "Under which licence it is published, for instance 'Licence Ouverte 2.0'."
            ).In(door.Language),
            HelpName = "LICENCE",
        };
        var server = new Option<bool>("--from-nextcloud")
        {
            Description = new Text(
                "Les personnes, structures et participations que disent les comptes et groupes de Nextcloud, à la place d'un fichier.",
                "People, organisations and participations that Nextcloud's accounts and groups tell of, in place of a file."
            ).In(door.Language),
        };
        var verb = new Command("import")
        {
            file,
            server,
            into,
            options.Territory,
            yes,
            alike,
            source,
            licence,
            common.Server,
            common.Ledger,
            common.Json,
        };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(server) != (result.GetValue(file) is null))
            {
                result.AddError(
                    new Text(
                        "Donnez un fichier, ou --from-nextcloud.",
                        "Give a file, or --from-nextcloud."
                    ).In(door.Language)
                );
            }
        });
        verb.SetAction(
            async (result, ct) =>
            {
                if (result.GetValue(server))
                {
                    var people = await FromServerAsync(
                        door,
                        ReportDoor.Request(result, common, options),
                        result.GetValue(yes),
                        ct
                    );
                    return ReportDoor.Show(door, people, result.GetValue(common.Json));
                }

                var request = new ImportRequest
                {
                    File = result.GetValue(file)!,
                    Yes = result.GetValue(yes),
                    AddAlike = result.GetValue(alike),
                    Source = result.GetValue(source),
                    Licence = result.GetValue(licence),
                    Today = DateOnly.FromDateTime(door.Time.GetLocalNow().DateTime),
                };
                var territory = ReportDoor.Request(result, common, options);
                // Without a territory file the usual name in the current folder stands for it.
                var local =
                    result.GetValue(into)
                    ?? (
                        result.GetResult(options.Territory) is { Implicit: true }
                        && !File.Exists(territory.TerritoryPath)
                            ? DirectoryWorkbook.FileName
                            : null
                    );
                var view = local is null
                    ? await DirectoryDoor.OpenAsync(
                        door,
                        territory,
                        open => new ImportRun(request, open.File).RunAsync(ct),
                        problems => ImportView.Refused(request.File, [], problems),
                        ct
                    )
                    : await IntoAsync(request, local, ct);
                return ReportDoor.Show(door, view, result.GetValue(common.Json));
            }
        );
        return verb;
    }

    private static Task<ServerImportView> FromServerAsync(
        Doorway door,
        TerritoryRequest territory,
        bool yes,
        CancellationToken ct
    ) =>
        DirectoryDoor.OpenAsync(
            door,
            territory,
            async open =>
            {
                try
                {
                    return open.Loaded.Territory is { } whole
                        ? await new ServerImportRun(open.Client!, open.File, whole).RunAsync(yes, ct)
                        : ServerImportView.Refused(open.File.ShownAs, open.Loaded.Problems);
                }
                catch (NextcloudException error)
                {
                    return ServerImportView.Refused(open.File.ShownAs, [error.Problem]);
                }
            },
            problems => ServerImportView.Refused(territory.TerritoryPath, problems),
            ct,
            needsServer: true
        );

    private static async Task<ImportView> IntoAsync(ImportRequest request, string path, CancellationToken ct)
    {
        var problems = new ProblemList(path);
        return LocalDirectory.Open(path, problems) is { } directory
            ? await new ImportRun(request, directory).RunAsync(ct)
            : ImportView.Refused(request.File, problems.Warnings, problems.Errors);
    }
}
