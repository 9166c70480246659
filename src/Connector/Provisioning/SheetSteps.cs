using System.Globalization;
using Connector.DocumentFlow;
using Connector.Domain;
using Connector.Domain.Documents;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Templates.Spreadsheets;

namespace Connector.Provisioning;

/// <summary>Writes what changed into sheets of actions that people wrote in: single cells and new rows, nothing else.</summary>
internal sealed class SheetSteps(NextcloudClient client, ProvisionScope scope)
{
    private static readonly Text SavedMeanwhile = new(
        "quelqu'un vient de l'enregistrer : ce sera fait à la prochaine exécution",
        "somebody has just saved it: the next run does it"
    );

    private static readonly Text OpenedBySomebody = new(
        "quelqu'un l'a ouvert : ce sera fait à la prochaine exécution",
        "somebody has it open: the next run does it"
    );

    public async Task<StepOutcome> Change(MergeDocument action, MadeDocument made, CancellationToken ct)
    {
        var seen = await client.Files.Find(action.Path, ct);
        var sheet = scope.Board.Find(action.Document.Key);
        if (seen is null or { IsFolder: true } || seen.FileId != action.FileId || sheet is null)
        {
            return StepOutcome.Waiting(SavedMeanwhile);
        }

        var file = await client.Files.GetFile(action.Path, ct);
        if (file is null || file.ETag != seen.ETag)
        {
            return StepOutcome.Waiting(SavedMeanwhile);
        }

        try
        {
            var (rows, register) = ActionSheets.Read(file.Bytes, scope.Source, scope.Today);
            var changes = SheetChanges.Of(scope.Board, sheet, rows);
            if (changes.Cells.Count + changes.Added.Count == 0)
            {
                return StepOutcome.Waiting(SavedMeanwhile);
            }

            var bytes = ActionSheets.Change(file.Bytes, scope.Source, register, changes);
            return await Write(action, made, bytes, seen, Told(changes.Cells.Count, changes.Added.Count), ct);
        }
        catch (SpreadsheetException)
        {
            // It could be read a moment ago: the next look tells what became of it.
            return StepOutcome.Waiting(SavedMeanwhile);
        }
    }

    private async Task<StepOutcome> Write(
        MergeDocument action,
        MadeDocument made,
        byte[] bytes,
        DavResource seen,
        Text told,
        CancellationToken ct
    )
    {
        var condition = PutCondition.IfUnchanged(seen);
        var outcome = await client.Files.PutFile(action.Path, bytes, condition, made.ContentType, ct);
        if (!outcome.Changed)
        {
            return outcome.Result switch
            {
                DavResult.PreconditionFailed or DavResult.NotFound => StepOutcome.Waiting(SavedMeanwhile),
                DavResult.Locked => StepOutcome.Waiting(OpenedBySomebody),
                _ => StepOutcome.Failed(
                    outcome.Message ?? new Text($"refusé ({outcome.Result})", $"refused ({outcome.Result})")
                ),
            };
        }

        return StepOutcome.Done(
            new KnownResource
            {
                Key = action.Document.Key,
                RemoteId = action.FileId.ToString(CultureInfo.InvariantCulture),
                Path = action.Path,
                ETag = outcome.ETag,
                BaseHash = action.BaseHash,
            }
        ) with
        {
            Content = bytes,
            Changed = seen.ETag,
            Message = told,
        };
    }

    private static Text Told(int cells, int rows) =>
        new(
            $"actualisé : {Count(cells, "cellule", "cellules")}, {Count(rows, "ligne ajoutée", "lignes ajoutées")}",
            $"updated: {Count(cells, "cell", "cells")}, {Count(rows, "row added", "rows added")}"
        );

    private static string Count(int number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number > 1 ? many : one)}");
}
