using System.CommandLine;
using Connector.Directories;
using Connector.Domain;
using Connector.TerritoryFiles;

namespace Connector.Cli;

/// <summary><c>connector directory init|import|export|visits|candidates|invite|map|check</c></summary>
internal static class DirectoryVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var verb = new Command("directory")
        {
            Init(door, common),
            DirectoryImportVerb.Build(door, common),
            DirectoryExportVerb.Build(door, common),
            DirectoryVisitsVerb.Build(door, common),
            DirectoryCandidatesVerb.Build(door, common),
            DirectoryInviteVerb.Build(door, common),
            DirectoryMapVerb.Build(door, common),
            DirectoryCheckVerb.Build(door, common),
        };
        verb.SetAction(result => new ManualHelp(door).Show(result.CommandResult.Command));
        return verb;
    }

    private static Command Init(Doorway door, CommonOptions common)
    {
        var options = new GroupOptions(door.Language);
        var file = new Argument<string?>("ANNUAIRE")
        {
            Description = new Text(
                "Où l'écrire. Par défaut : Annuaire.xlsx ici, ou dans le dossier de pilotage quand le territoire l'y veut.",
                "Where to write it. Default: Annuaire.xlsx here, or in the coordinators' folder where the territory wants it there."
            ).In(door.Language),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var verb = new Command("init") { file, options.Territory, common.Server, common.Ledger };
        verb.SetAction(
            async (result, ct) =>
            {
                var request = ReportDoor.Request(result, common, options);
                return result.GetValue(file) is { } path ? OnThisMachine(door, path)
                    : File.Exists(request.TerritoryPath)
                    && TerritoryFile.Load(request.TerritoryPath).Territory?.CloudDirectory is not null
                        ? await OnServerAsync(door, request, ct)
                    : OnThisMachine(door, DirectoryWorkbook.FileName);
            }
        );
        return verb;
    }

    private static int OnThisMachine(Doorway door, string path)
    {
        if (!NewFile.Write(door, path, DirectoryWorkbook.Empty()))
        {
            return 1;
        }

        door.Say(
            new Text(
                $"✓ Annuaire vide écrit dans « {path} » ; nommez-le dans le fichier du territoire : « annuaire: {Path.GetFileName(path)} ».",
                $"✓ Empty directory written to '{path}'; name it in the territory file: 'annuaire: {Path.GetFileName(path)}'."
            )
        );
        return 0;
    }

    /// <summary>One that was deleted comes back as it last could be used, not empty.</summary>
    private static async Task<int> OnServerAsync(Doorway door, TerritoryRequest request, CancellationToken ct)
    {
        var problems = await DirectoryDoor.OpenAsync<IReadOnlyList<Problem>>(
            door,
            request,
            async open =>
            {
                if (open.File.IsThere)
                {
                    return [IsThere(open.File.ShownAs)];
                }

                if (await open.File.SaveAsync(open.File.Bytes, ct) is { } problem)
                {
                    return [problem];
                }

                door.Say(
                    new Text(
                        $"✓ Annuaire écrit dans « {open.File.ShownAs} » sur Nextcloud.",
                        $"✓ Directory written to '{open.File.ShownAs}' on Nextcloud."
                    )
                );
                return [];
            },
            problems => problems,
            ct
        );
        door.Complain(problems);
        return problems.Count == 0 ? 0 : 1;
    }

    private static Problem IsThere(string path) =>
        new()
        {
            Code = "file-exists",
            Message = new Text(
                $"« {path} » existe déjà sur Nextcloud : rien n'a été écrit.",
                $"'{path}' exists already on Nextcloud: nothing was written."
            ),
            Remedy = new Text("Ouvrez-le.", "Open it."),
        };
}
