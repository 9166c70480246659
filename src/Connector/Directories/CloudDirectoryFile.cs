using Connector.Domain;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Provisioning;

namespace Connector.Directories;

/// <summary>The directory in the coordinators' folder on Nextcloud.</summary>
/// <param name="client">The server.</param>
/// <param name="reading">How it was read.</param>
internal sealed class CloudDirectoryFile(NextcloudClient client, DirectoryReading reading) : IOwnDirectory
{
    /// <returns>Null for a territory that keeps none on its server.</returns>
    public static CloudDirectoryFile? Of(NextcloudClient client, DirectoryReading? reading) =>
        reading is null ? null : new CloudDirectoryFile(client, reading);

    public string ShownAs => reading.File?.Path ?? reading.Place ?? reading.Name;

    public bool IsThere => reading.File is not null;

    public byte[] Bytes { get; } =
        reading.File?.Bytes ?? reading.Last ?? DirectoryWorkbook.EmptyOf(reading.Name);

    public async Task<Problem?> SaveAsync(byte[] after, CancellationToken ct)
    {
        if (reading.File is null && reading.Place is null)
        {
            return Problem("no-steering-folder", NoFolder, ApplyFirst);
        }

        var condition = reading.File is { } file
            ? PutCondition.IfMatch(file.ETag ?? "")
            : PutCondition.IfNoneMatchAny;
        var type = DirectoryWorkbook.IsCsv(ShownAs) ? MadeDocument.Csv : MadeDocument.Xlsx;
        var outcome = await client.Files.PutFile(ShownAs, after, condition, type, ct);
        if (!outcome.Changed)
        {
            return outcome.Result switch
            {
                DavResult.PreconditionFailed or DavResult.NotFound => Problem(
                    "file-changed",
                    SavedMeanwhile,
                    RunAgain
                ),
                DavResult.Locked => Problem("file-open", IsOpen, RunLater),
                _ => Problem(
                    "file-unwritable",
                    outcome.Message
                        ?? new Text($"Refusé ({outcome.Result}).", $"Refused ({outcome.Result})."),
                    LookAtRights
                ),
            };
        }

        var written = new DirectoryVersion(
            ShownAs,
            outcome.FileId ?? reading.File?.FileId ?? 0,
            outcome.ETag,
            after
        );
        await reading.Memory.KeepAsync(written, isUsable: false, ct);
        return null;
    }

    private Problem Problem(string code, Text message, Text remedy) =>
        new()
        {
            Code = code,
            Place = new SourcePlace(ShownAs, 0, 0),
            Message = message,
            Remedy = remedy,
        };

    private static readonly Text NoFolder = new(
        "Le dossier de pilotage n'est pas encore sur Nextcloud : l'annuaire n'a pas de place.",
        "The coordinators' folder is not on Nextcloud yet: the directory has no place."
    );

    private static readonly Text ApplyFirst = new(
        "Lancez d'abord « connector apply », qui crée l'un et l'autre.",
        "Run 'connector apply' first, which makes both."
    );

    private static readonly Text SavedMeanwhile = new(
        "Quelqu'un vient d'enregistrer l'annuaire : rien n'a été écrit.",
        "Somebody has just saved the directory: nothing was written."
    );

    private static readonly Text RunAgain = new("Relancez.", "Run again.");

    private static readonly Text IsOpen = new(
        "Quelqu'un a l'annuaire ouvert : rien n'a été écrit.",
        "Somebody has the directory open: nothing was written."
    );

    private static readonly Text RunLater = new(
        "Relancez quand il est refermé.",
        "Run again when it is closed."
    );

    private static readonly Text LookAtRights = new(
        "Vérifiez les droits et l'espace du dossier de pilotage.",
        "Check the rights and the space of the coordinators' folder."
    );
}
