using Connector.Domain.Documents;
using Connector.Templates;

namespace Connector.Roadmaps;

/// <summary>A roadmap as its members left it, read back from the document itself.</summary>
internal static class RoadmapReading
{
    /// <summary>Below it a person should look.</summary>
    private const double Sure = 0.7;

    /// <param name="docx">As it is now.</param>
    /// <param name="template">What it was filled from.</param>
    /// <param name="content">What it was filled with.</param>
    /// <exception cref="TemplateException">The file is no document, or is another one.</exception>
    public static WrittenRoadmap Read(byte[] docx, DocumentTemplate template, RoadmapContent content)
    {
        var read = DocumentReader.Read(docx, template, content.ToData());
        return read.Problems.Count > 0 ? throw new TemplateException([.. read.Problems]) : From(read);
    }

    private static WrittenRoadmap From(ReadDocument read) =>
        new()
        {
            Purpose = Words(read.Values, "libre preambule"),
            MoreObjectives = Words(read.Values, "libre objectifs"),
            Members = [.. Rows(read, "membres").Select(row => Words(row.Values, "organisation"))],
            Objectives =
            [
                .. Rows(read, "objectifs")
                    .Select(row => new WrittenObjective(
                        Words(row.Values, "objectif"),
                        Words(row.Values, "indicateur")
                    )),
            ],
            Roles =
            [
                .. Rows(read, "roles")
                    .Select(row => new WrittenRole(
                        Words(row.Values, "personne"),
                        Words(row.Values, "tache")
                    )),
            ],
            Workstreams = [.. Rows(read, "chantiers").Select(Workstream)],
            Meetings = [.. Rows(read, "reunions").Select(row => Day(row.Values, "date"))],
            Milestones =
            [
                .. Rows(read, "jalons")
                    .Select(row => new WrittenMilestone(
                        row.Key,
                        Day(row.Values, "date"),
                        Words(row.Values, "jalon"),
                        Words(row.Values, "chantier")
                    )),
            ],
            Commitments = [.. Rows(read, "engagements").Select(row => Words(row.Values, "organisation"))],
            Signatures =
            [
                .. Rows(read, "signatures")
                    .Select(row => new WrittenSignature(
                        Words(row.Values, "organisation"),
                        Words(row.Values, "signataire"),
                        Day(row.Values, "date")
                    )),
            ],
            Doubts = [.. Doubts(read)],
        };

    private static WrittenWorkstream Workstream(ReadRow row) =>
        new(
            row.Key,
            Words(row.Values, "chantier"),
            Words(row.Values, "porteur"),
            Day(row.Values, "debut"),
            Day(row.Values, "fin"),
            Words(row.Values, "statut")
        )
        {
            Partners = Words(row.Values, "partenaires"),
        };

    /// <summary>The rows in which something is written.</summary>
    private static IEnumerable<ReadRow> Rows(ReadDocument read, string list) =>
        read.Rows.Where(row => row.List == list && row.Values.Any(value => value.Text.Length > 0));

    private static string Words(IEnumerable<ReadValue> values, string key) =>
        values.FirstOrDefault(value => value.Key == key)?.Text ?? "";

    private static DateOnly? Day(IEnumerable<ReadValue> values, string key) =>
        values.FirstOrDefault(value => value.Key == key)?.Value is DateValue { Date: var day } ? day : null;

    private static IEnumerable<string> Doubts(ReadDocument read) =>
        read
            .Rows.Where(row => row.Key is not null && row.Confidence < Sure)
            .Select(row =>
                $"{row.List} : {string.Join(" | ", row.Values.Take(2).Select(value => value.Text))}"
            );
}
