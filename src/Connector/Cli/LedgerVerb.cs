using System.CommandLine;
using System.Globalization;
using Connector.Domain;
using Connector.Ledger;

namespace Connector.Cli;

/// <summary><c>connector ledger backup|verify|restore</c></summary>
internal static class LedgerVerb
{
    public static Command Build(Doorway door, CommonOptions common)
    {
        var verb = new Command("ledger")
        {
            Backup(door, common),
            Verify(door, common),
            Restore(door, common),
        };
        verb.SetAction(result => new ManualHelp(door).Show(result.CommandResult.Command));
        return verb;
    }

    private static Command Backup(Doorway door, CommonOptions common)
    {
        var target = new Option<string?>("--to")
        {
            Description = new Text(
                "Le fichier de la copie. Par défaut : à côté du registre, avec la date.",
                "The copy's file. Default: beside the ledger, with the date."
            ).In(door.Language),
            HelpName = "FICHIER",
        };
        var verb = new Command("backup") { common.Territory, common.Ledger, target };
        verb.SetAction(
            (result, ct) =>
                Guarded(
                    door,
                    async () =>
                    {
                        var ledger = Of(result, common);
                        var stamp = door
                            .Time.GetLocalNow()
                            .ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
                        var copy = result.GetValue(target) ?? $"{ledger}.{stamp}.copie";
                        await LedgerBackup.SaveAsync(ledger, copy, ct);
                        Say(door, copy, await LedgerBackup.VerifyAsync(copy, ct));
                    }
                )
        );
        return verb;
    }

    private static Command Verify(Doorway door, CommonOptions common)
    {
        var verb = new Command("verify") { common.Territory, common.Ledger };
        verb.SetAction(
            (result, ct) =>
                Guarded(
                    door,
                    async () =>
                    {
                        var ledger = Of(result, common);
                        Say(door, ledger, await LedgerBackup.VerifyAsync(ledger, ct));
                    }
                )
        );
        return verb;
    }

    private static Command Restore(Doorway door, CommonOptions common)
    {
        var copy = new Argument<string>("COPIE")
        {
            Description = new Text("La copie à remettre en place.", "The copy to put back.").In(
                door.Language
            ),
        };
        var verb = new Command("restore") { copy, common.Territory, common.Ledger };
        verb.SetAction(
            (result, ct) =>
                Guarded(
                    door,
                    async () =>
                    {
                        var ledger = Of(result, common);
                        var former = await LedgerBackup.RestoreAsync(
                            result.GetValue(copy)!,
                            ledger,
                            door.Time.GetLocalNow(),
                            ct
                        );
                        Say(door, ledger, await LedgerBackup.VerifyAsync(ledger, ct));
                        if (former is not null)
                        {
                            door.Say(
                                new Text(
                                    $"  Le registre précédent est gardé : {former}",
                                    $"  The former ledger is kept: {former}"
                                )
                            );
                        }
                    }
                )
        );
        return verb;
    }

    private static string Of(ParseResult result, CommonOptions common) =>
        CommonOptions.LedgerPath(result.GetRequiredValue(common.Territory), result.GetValue(common.Ledger));

    private static void Say(Doorway door, string path, LedgerCheck found) =>
        door.Say(
            new Text(
                $"✓ {path} : {found.Resources} choses connues, {found.Runs} passages, {found.Steps} étapes, {found.Signatures} signatures (schéma {found.Version})",
                $"✓ {path}: {found.Resources} things known, {found.Runs} runs, {found.Steps} steps, {found.Signatures} signatures (schema {found.Version})"
            )
        );

    private static async Task<int> Guarded(Doorway door, Func<Task> act)
    {
        try
        {
            await act();
            return 0;
        }
        catch (LedgerException error)
        {
            door.Complain(error.Problem);
            return 1;
        }
    }
}
