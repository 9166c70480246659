using Connector.Domain.Documents;
using Connector.Templates;

namespace Connector.Minutes;

/// <summary>Minutes as people left them, read back from the document itself.</summary>
internal static class MinutesReading
{
    /// <param name="docx">As it is now.</param>
    /// <param name="template">What it was filled from.</param>
    /// <param name="content">What it was filled with.</param>
    /// <exception cref="TemplateException">The file is no document, or is another one.</exception>
    public static WrittenMinutes Read(byte[] docx, DocumentTemplate template, MinutesContent content)
    {
        var read = DocumentReader.Read(docx, template, content.ToData());
        if (read.Problems.Count > 0)
        {
            throw new TemplateException([.. read.Problems]);
        }

        return new WrittenMinutes
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
    }

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

    private static IEnumerable<ReadRow> Rows(ReadDocument read, string list) =>
        read.Rows.Where(row => row.List == list && row.Values.Any(value => value.Text.Length > 0));

    private static string Words(IEnumerable<ReadValue> values, string key) =>
        values.FirstOrDefault(value => value.Key == key)?.Text ?? "";

    private static DateOnly? Day(IEnumerable<ReadValue> values, string key) =>
        values.FirstOrDefault(value => value.Key == key)?.Value is DateValue { Date: var day } ? day : null;
}
