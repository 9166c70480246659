using System.CommandLine;
using Connector.Conversion;
using Connector.Domain;
using Connector.Invitations;
using Connector.Reports;
using Connector.TerritoryFiles;

namespace Connector.Cli;

/// <summary><c>connector directory invite STRUCTURE…</c></summary>
internal static class DirectoryInviteVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var options = new GroupOptions(door.Language);
        var who = new Argument<string[]>("STRUCTURE")
        {
            Description = new Text(
                "Structures de l'annuaire, par identifiant ou nom.",
                "Organisations of the directory, by identifier or name."
            ).In(door.Language),
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string?>("--output")
        {
            Description = new Text(
                "Écrit les lettres dans ce dossier de la machine, sans demander à aucun serveur.",
                "Writes the letters into this folder of the machine, and asks no server."
            ).In(door.Language),
            HelpName = "DOSSIER",
        };
        var until = DayOption(door);
        var yes = new Option<bool>("--yes", "-y")
        {
            Description = new Text(
                "Note aussi dans l'annuaire « invité » et la relance.",
                "Also writes 'invité' and the reminder into the directory."
            ).In(door.Language),
        };
        var verb = new Command("invite")
        {
            who,
            options.Territory,
            output,
            until,
            yes,
            common.Server,
            common.Ledger,
            common.Json,
        };
        verb.SetAction(
            (result, ct) =>
            {
                var request = new InviteRequest
                {
                    Who = result.GetRequiredValue(who),
                    AnswerBy = result.GetValue(until),
                    Yes = result.GetValue(yes),
                };
                var territory = ReportDoor.Request(result, common, options);
                var desk = new InviteDesk(request, LibreOffice.Find(door.Environment), door.Time);
                var json = result.GetValue(common.Json);
                return result.GetValue(output) is { } folder
                    ? LocalAsync(door, desk, territory, folder, json, ct)
                    : ReportDoor.RunAsync(
                        door,
                        territory,
                        json,
                        (client, ledger, loaded) => desk.OnServerAsync(client, ledger, loaded, ct),
                        InviteReport.Refused,
                        ct
                    );
            }
        );
        return verb;
    }

    private static async Task<int> LocalAsync(
        Doorway door,
        InviteDesk desk,
        TerritoryRequest territory,
        string folder,
        bool json,
        CancellationToken ct
    )
    {
        var loaded = await TerritoryDoor.LoadAsync(door, territory, ct);
        return ReportDoor.Show(door, await desk.InFolderAsync(loaded, folder, ct), json);
    }

    private static Option<DateOnly?> DayOption(Doorway door) =>
        new("--until")
        {
            Description = new Text(
                "Le jour avant lequel une réponse est espérée, qui est aussi celui de la relance. Par défaut : dans trois semaines.",
                "The day before which an answer is hoped for, and of the reminder. Default: in three weeks."
            ).In(door.Language),
            HelpName = "AAAA-MM-JJ",
        };
}
