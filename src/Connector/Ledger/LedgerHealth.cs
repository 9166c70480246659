using Connector.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Connector.Ledger;

/// <summary>What can be wrong with a ledger's file, and what to do about each.</summary>
internal static class LedgerHealth
{
    /// <summary>How long another program, such as one that makes copies, may hold the file before a run gives up.</summary>
    public const int PatienceSeconds = 5;

    /// <summary>Codes of problems that pass by themselves.</summary>
    public const string DatabaseAway = "ledger-database";
    public const string HeldElsewhere = "ledger-held";

    /// <summary>
    /// Looks whether every page of the file can be read: a damaged page would be met in the middle of a run otherwise.
    /// </summary>
    /// <exception cref="LedgerException">It is damaged.</exception>
    public static async Task CheckAsync(LedgerContext db, string path, CancellationToken ct)
    {
        var found = await db.Database.SqlQueryRaw<string>("PRAGMA quick_check(1)").ToListAsync(ct);
        if (found is not ["ok"])
        {
            throw new LedgerException(Damaged(path));
        }
    }

    /// <summary>The sentence for an error of SQLite or of the file system. Source: sqlite.org, « Result Codes ».</summary>
    public static Problem Diagnose(string path, Exception cause) =>
        (cause as SqliteException ?? cause.InnerException as SqliteException)?.SqliteErrorCode switch
        {
            11 or 26 => Damaged(path),
            13 => Full(path),
            5 or 6 => Held(path),
            _ when (cause as NpgsqlException ?? cause.InnerException as NpgsqlException) is { } away => Away(
                path,
                away.Message
            ),
            _ => Unusable(path, (cause.InnerException as SqliteException ?? cause).Message),
        };

    public static Problem Damaged(string path) =>
        new()
        {
            Code = "ledger-damaged",
            Message = new Text(
                $"Le registre « {path} » est abîmé, ou n'est pas un registre. Rien n'a été envoyé.",
                $"The ledger '{path}' is damaged, or is not a ledger. Nothing was sent."
            ),
            Remedy = new Text(
                "Remettez-en une copie si vous en avez une ; sinon mettez-le de côté : le passage suivant relie ce qui existe, sans rien doubler.",
                "Put back a copy if you have one; otherwise put it aside: the next run links what exists and doubles nothing."
            ),
        };

    private static Problem Full(string path) =>
        new()
        {
            Code = "ledger-full",
            Message = new Text(
                $"Il n'y a plus de place sur le disque du registre « {path} » : le passage s'est arrêté là.",
                $"There is no space left on the disk of the ledger '{path}': the run stopped there."
            ),
            Remedy = new Text(
                "Libérez de la place, puis relancez : ce qui est fait ne sera pas refait.",
                "Make room, then run again: what is done will not be done twice."
            ),
        };

    private static Problem Held(string path) =>
        new()
        {
            Code = HeldElsewhere,
            Message = new Text(
                $"Un autre programme tient le registre « {path} » (une sauvegarde, une synchronisation ?).",
                $"Another program holds the ledger '{path}' (a backup, a synchronisation?)."
            ),
            Remedy = new Text(
                "Attendez qu'il ait fini, puis relancez ; gardez le dossier .connector hors des dossiers synchronisés.",
                "Wait until it is done, then run again; keep the folder .connector out of synchronised folders."
            ),
        };

    private static Problem Away(string database, string why) =>
        new()
        {
            Code = DatabaseAway,
            Message = new Text(
                $"La base de données « {database} » ne répond pas ou refuse ({why}) : le passage s'est arrêté là.",
                $"The database '{database}' does not answer or refuses ({why}): the run stopped there."
            ),
            Remedy = new Text(
                "Vérifiez que PostgreSQL tourne et que ce compte y a ses droits ; ce qui est fait ne sera pas refait.",
                "Check that PostgreSQL runs and that this account has its rights there; what is done will not be done twice."
            ),
        };

    private static Problem Unusable(string path, string why) =>
        new()
        {
            Code = "ledger-unusable",
            Message = new Text(
                $"Le registre « {path} » ne peut pas être lu ou écrit ({why}).",
                $"The ledger '{path}' cannot be read or written ({why})."
            ),
            Remedy = new Text(
                "Vérifiez la place et les droits du dossier ; si le fichier est abîmé, mettez-le de côté : Connector relie de nouveau ce qui existe.",
                "Check the folder's space and rights; if the file is damaged, put it aside: Connector links again what exists."
            ),
        };
}
