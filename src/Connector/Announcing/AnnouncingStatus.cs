using System.Globalization;
using Connector.Domain;
using Connector.Domain.Announcing;
using Connector.Domain.Territories;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Reports;

namespace Connector.Announcing;

/// <summary>Tells how announcements stand, what would be sent, and tries again what failed.</summary>
internal sealed class AnnouncingStatus(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    private const int SentShown = 10;

    /// <summary>What waits, what was sent last, and what nobody tries any more.</summary>
    public async Task<AnnounceReport> StatusAsync(Territory territory, CancellationToken ct)
    {
        var board = await AnnouncementBoard.ReadAsync(client, ledger, time, territory, ct);
        var report = new AnnounceReport
        {
            Territory = territory.Name,
            Waiting = board.Waiting.Count,
            Data = new
            {
                begun = board.HasBegun,
                waiting = board.Waiting,
                sent = board.Sent,
                dead = board.Dead,
            },
        };
        if (territory.Announcing.IsSilent)
        {
            return report with { Said = AnnounceReport.Silent };
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(territory.TimeZone);
        return report with
        {
            Lines =
            [
                .. Section(Waits, board.Waiting, line => Waiting(line, zone)),
                .. Section(WasSent, [.. board.Sent.Take(SentShown)], line => Sent(line, zone)),
                .. Section(IsDead, board.Dead, Dead),
            ],
            Said = board.HasBegun ? Numbers(board) : NotBegun,
        };
    }

    /// <summary>The messages that would leave with the next digest.</summary>
    public async Task<(AnnounceReport Report, AnnouncementBoard Board)> PreviewAsync(
        Territory territory,
        CancellationToken ct
    )
    {
        var board = await AnnouncementBoard.ReadAsync(client, ledger, time, territory, ct);
        var report = new AnnounceReport
        {
            Territory = territory.Name,
            Waiting = board.Waiting.Count,
            Data = new
            {
                messages = board.Previews.Select(preview => new
                {
                    channel = preview.Channel.Id,
                    to = preview.Recipient,
                    preview.Subject,
                    preview.Text,
                    preview.Html,
                }),
            },
            Lines = [.. board.Previews.SelectMany(Lines)],
            Said =
                territory.Announcing.IsSilent ? AnnounceReport.Silent
                : !board.HasBegun ? NotBegun
                : board.Previews.Count == 0 ? Nothing
                : Count(board.Previews.Count),
        };
        return (report, board);
    }

    /// <summary>What failed is tried again by the next run.</summary>
    public async Task<AnnounceReport> RetryAsync(Territory territory, CancellationToken ct)
    {
        var count = await new DeliveryStore(ledger, Slug.Of(territory.Name), time).ReviveAsync(ct);
        return new AnnounceReport { Territory = territory.Name, Said = Revived(count) };
    }

    private static IEnumerable<Text> Section(
        Text title,
        IReadOnlyList<BoardLine> lines,
        Func<BoardLine, Text> line
    ) => lines.Count == 0 ? [] : lines.Select(line).Prepend(title);

    private static Text Waiting(BoardLine line, TimeZoneInfo zone)
    {
        var when = Moment(line.NotBefore, zone);
        var why = line.Reason is { Length: > 0 } reason ? $" – {reason}" : "";
        return Text.Same($"  • {What(line)} ({when}{(line.Attempts > 0 ? $", {line.Attempts}×" : "")}){why}");
    }

    private static Text Sent(BoardLine line, TimeZoneInfo zone) =>
        Text.Same($"  • {What(line)} ({Moment(line.EndedAt ?? line.At, zone)})");

    private static Text Dead(BoardLine line) => Text.Same($"  ✗ {What(line)} – {line.Reason}");

    private static string What(BoardLine line)
    {
        var title = line.Title.Length > 0 ? line.Title : line.Kind?.ToString() ?? "?";
        return $"{title} → {line.Channel}{(line.Recipient is { } person ? $", {person}" : "")}";
    }

    private static string Moment(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    private static IEnumerable<Text> Lines(MessagePreview preview)
    {
        yield return Text.Same(
            $"── {preview.Channel.Id}{(preview.Recipient is { } person ? $" → {person}" : "")}"
        );
        foreach (var line in preview.Text.Split('\n'))
        {
            yield return Text.Same($"   {line}");
        }
    }

    private static Text Numbers(AnnouncementBoard board) =>
        new(
            $"{board.Waiting.Count} en attente, {board.Dead.Count} non remis.",
            $"{board.Waiting.Count} waiting, {board.Dead.Count} not delivered."
        );

    private static Text Count(int count) =>
        count == 1
            ? new Text("1 message partirait. Rien n'est envoyé.", "1 message would leave. Nothing is sent.")
            : new Text(
                $"{count} messages partiraient. Rien n'est envoyé.",
                $"{count} messages would leave. Nothing is sent."
            );

    private static Text Revived(int count) =>
        count == 0
            ? new Text("Rien n'est à retenter.", "There is nothing to try again.")
            : new Text(
                $"{count} envoi{(count > 1 ? "s seront retentés" : " sera retenté")} au prochain passage, ou tout de suite avec « connector announce send ».",
                $"{count} {(count > 1 ? "deliveries are" : "delivery is")} tried again by the next run, or now with 'connector announce send'."
            );

    private static readonly Text Waits = new("En attente :", "Waiting:");
    private static readonly Text WasSent = new("Derniers envois :", "Sent last:");
    private static readonly Text IsDead = new("Non remis :", "Not delivered:");
    private static readonly Text Nothing = new("Il n'y a rien à annoncer.", "There is nothing to announce.");

    private static readonly Text NotBegun = new(
        "Rien n'a encore été annoncé : le premier « connector announce send » note ce qui est déjà là, sans rien envoyer.",
        "Nothing was announced yet: the first 'connector announce send' notes what is there, and sends nothing."
    );
}
