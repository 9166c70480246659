using Connector.Domain.Documents;
using Connector.Templates;
using static Connector.DocumentFlow.ReadWords;

namespace Connector.DocumentFlow;

/// <summary>Minutes as people left them, read back from the document itself.</summary>
internal static class MinutesReading
{
    /// <param name="docx">As it is now.</param>
    /// <param name="template">What it was filled from.</param>
    /// <param name="content">What it was filled with.</param>
    /// <exception cref="TemplateException">The file is no document, or is another one.</exception>
    public static WrittenMinutes Read(byte[] docx, DocumentTemplate template, MinutesContent content) =>
        ReadAll(docx, template, content).Minutes;

    /// <summary>The same, with the rows of the table of actions and what is left of their marks.</summary>
    /// <inheritdoc cref="Read"/>
    public static (WrittenMinutes Minutes, IReadOnlyList<ReadAction> Actions) ReadAll(
        ReadOnlyMemory<byte> docx,
        DocumentTemplate template,
        MinutesContent content
    )
    {
        var read = DocumentReader.Read(docx, template, content.ToData());
        if (read.Problems.Count > 0)
        {
            throw new TemplateException([.. read.Problems]);
        }

        var minutes = new WrittenMinutes
        {
            Key = content.Stamp.Id,
            Title = Words(read.Values, "reunion.titre"),
            Date = Day(read.Values, "reunion.date"),
            State = Words(read.Values, "reunion.etat"),
            IsConvivial = content.IsConvivial,
            Guests = [.. Rows(read, "invites").Select(Guest)],
            Decisions =
            [
                .. Rows(read, "decisions")
                    .Select(row => new WrittenDecision(
                        Words(row.Values, "decision"),
                        Words(row.Values, "responsable")
                    ))
                    .Where(decision => decision.Text.Length > 0),
            ],
            Actions =
            [
                .. Rows(read, "actions")
                    .Select(row => new WrittenAction(
                        row.Key,
                        Words(row.Values, "quoi"),
                        Words(row.Values, "qui"),
                        Day(row.Values, "quand"),
                        Words(row.Values, "statut")
                    ))
                    .Where(action => action.What.Length > 0),
            ],
        };
        return (minutes, [.. Rows(read, "actions").Select(Action)]);
    }

    private static ReadAction Action(ReadRow row) =>
        new()
        {
            Key = row.Key,
            IsMarked = row.Key is not null && row.Rung is ReadRung.ControlTag or ReadRung.Bookmark,
            What = Said(row, "quoi"),
            Who = Said(row, "qui"),
            Due = Due(row),
            Status = Said(row, "statut"),
        };

    /// <summary>Null when the table has no such column any more.</summary>
    private static string? Said(ReadRow row, string key) =>
        row.Values.FirstOrDefault(value => value.Key == key)?.Text;

    /// <summary>Words that are no date say nothing.</summary>
    private static string? Due(ReadRow row) =>
        Day(row.Values, "quand") is { } day ? ActionWords.Written(day)
        : string.IsNullOrWhiteSpace(Said(row, "quand")) ? Said(row, "quand")
        : null;

    private static WrittenGuest Guest(ReadRow row)
    {
        Presence[] ticked =
        [
            .. new[]
            {
                ("present", Presence.Present),
                ("excuse", Presence.Excused),
                ("absent", Presence.Absent),
            }
                .Where(box =>
                    row.Values.FirstOrDefault(value => value.Key == box.Item1)?.Value
                        is CheckValue { IsChecked: true }
                )
                .Select(box => box.Item2),
        ];
        return new WrittenGuest(
            row.Key,
            Words(row.Values, "personne"),
            Words(row.Values, "organisation"),
            ticked is [var only] ? only : Presence.Unknown
        );
    }
}
