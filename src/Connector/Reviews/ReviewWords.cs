using Connector.Domain;
using Connector.Domain.Documents;

namespace Connector.Reviews;

/// <summary>A year in sentences.</summary>
internal static class ReviewWords
{
    public static IEnumerable<Text> Lines(YearReview review)
    {
        yield return Summary(review);
        foreach (var time in review.Convivial)
        {
            yield return new Text(
                $"  {time.Date:dd/MM/yyyy} – {time.Title} ({time.Group})",
                $"  {time.Date:dd/MM/yyyy} – {time.Title} ({time.Group})"
            );
        }

        yield return new Text("Ont pris part :", "Took part:");
        foreach (var one in review.Organisations)
        {
            yield return new Text(
                $"  {one.Organisation} : {Count(one.Meetings, "rencontre", "rencontres")}",
                $"  {one.Organisation}: {Count(one.Meetings, "meeting", "meetings")}"
            );
        }

        if (review.Newcomers.Count > 0)
        {
            var names = string.Join(", ", review.Newcomers.Select(one => one.Name));
            yield return new Text($"Nous ont rejoints : {names}", $"Joined us: {names}");
        }
    }

    public static Text Summary(YearReview review) =>
        new(
            $"{review.Year} : {Count(review.Meetings, "rencontre tenue", "rencontres tenues")}, dont {Count(review.Convivial.Count, "conviviale", "conviviales")} ; {Count(review.Decisions, "décision", "décisions")} ; {Count(review.ActionsDone, "action menée à bien", "actions menées à bien")}.",
            $"{review.Year}: {Count(review.Meetings, "meeting held", "meetings held")}, {review.Convivial.Count} convivial; {Count(review.Decisions, "decision", "decisions")}; {Count(review.ActionsDone, "action done", "actions done")}."
        );

    private static string Count(int number, string one, string many) =>
        $"{number} {(number < 2 ? one : many)}";
}
