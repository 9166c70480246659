using Connector.Domain.Documents;
using Connector.Templates;
using static Connector.DocumentFlow.ReadWords;

namespace Connector.DocumentFlow;

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
                .. read
                    .Rows.Where(row => row.List == "jalons")
                    .Select(Milestone)
                    .Where(item => item.Title.Length + item.Workstream.Length + item.DateText.Length > 0),
            ],
            Commitments = [.. Rows(read, "engagements").Where(Promises).Select(Organisation)],
            Uncommitted = [.. Rows(read, "engagements").Where(row => !Promises(row)).Select(Organisation)],
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
            EndText = Words(row.Values, "fin"),
        };

    private static WrittenMilestone Milestone(ReadRow row, int index) =>
        new(row.Key, Day(row.Values, "date"), Words(row.Values, "jalon"), Words(row.Values, "chantier"))
        {
            DateText = Words(row.Values, "date"),
            Row = index + 1,
        };

    private static bool Promises(ReadRow organisation) =>
        organisation.Rows.Any(promise => Words(promise.Values, "texte").Length > 0);

    private static string Organisation(ReadRow row) => Words(row.Values, "organisation");

    private static IEnumerable<string> Doubts(ReadDocument read) =>
        read
            .Rows.Where(row => row.Key is not null && row.Confidence < Sure)
            .Select(row =>
                $"{row.List} : {string.Join(" | ", row.Values.Take(2).Select(value => value.Text))}"
            );
}
