using System.Globalization;

namespace Connector.Domain.Needs;

/// <summary>A diagnosis in sentences: the same in the terminal, the roadmap and the page.</summary>
public static class DiagnosisWords
{
    private const int MostNames = 8;

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>The whole in a few sentences, for people who have not seen the tables.</summary>
    public static IEnumerable<Text> Summary(DiagnosisReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        yield return Vintage(report);
        yield return Offer(report);
        yield return Forgotten(report);
        if (Unknown(report) is { } unknown)
        {
            yield return unknown;
        }

        yield return Gaps(
            report.Services,
            new Text("Services que personne n'offre", "Services that nobody offers"),
            new Text(
                "Chaque service du standard est offert quelque part.",
                "Each service is offered somewhere."
            )
        );
        yield return Gaps(
            report.Audiences,
            new Text(
                "Publics que personne n'accueille spécifiquement",
                "Audiences that nobody addresses specifically"
            ),
            new Text("Chaque public du standard a au moins un lieu.", "Each audience has a place at least.")
        );
        yield return Gaps(
            report.Support,
            new Text("Prises en charge que personne ne propose", "Specific support that nobody gives"),
            new Text("Chaque prise en charge est proposée quelque part.", "Each support is given somewhere.")
        );
        yield return Hours(report.Opening);
    }

    /// <summary>Which scores are looked at, why, and which are not.</summary>
    public static Text Vintage(DiagnosisReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var (choice, without) = (report.Vintage, report.WithoutScore.Count());
        var (french, english) = choice.Reason switch
        {
            VintageReason.Asked => ("celui qui est demandé", "the one that was asked for"),
            VintageReason.LatestComplete => (
                "le plus récent qui couvre toutes les communes",
                "the latest that covers all municipalities"
            ),
            _ => (
                "aucun ne couvre toutes les communes, celui-ci en couvre le plus",
                "none covers all municipalities, this one covers the most"
            ),
        };
        var median = report.Median is { } middle
            ? new Text($" ; médiane {Number(middle, true)}", $"; median {Number(middle, false)}")
            : Text.Same("");
        var others = Others(choice);
        var missing =
            without == 0
                ? Text.Same("")
                : new Text(
                    $" {Count(without, "commune n'a", "communes n'ont")} pas de score.",
                    $" {without} without a score."
                );
        return new Text(
            $"Fragilité numérique : IFN {choice.Chosen.Name} ({french}){median.French}.{missing.French}{others.French}",
            $"Digital fragility: IFN {choice.Chosen.Name} ({english}){median.English}.{missing.English}{others.English}"
        );
    }

    /// <summary>« 12,5 km », « dans la commune », « distance inconnue »: how far the nearest place is.</summary>
    public static Text Reached(CommuneNeed need)
    {
        ArgumentNullException.ThrowIfNull(need);
        return need.Reach switch
        {
            Reach.Here => new Text(
                Count(need.Places.Count, "lieu", "lieux"),
                need.Places.Count == 1 ? "1 place" : $"{need.Places.Count} places"
            ),
            Reach.Unknown => new Text("aucun lieu, distance inconnue", "no place, distance unknown"),
            _ when need.Kilometres is { } far => new Text(
                $"aucun lieu ; {need.Nearest} à {Number(far, true)} km",
                $"no place; {need.Nearest} at {Number(far, false)} km"
            ),
            _ => new Text("aucun lieu", "no place"),
        };
    }

    /// <summary>One digit after the comma at most.</summary>
    public static string Number(double number, bool isFrench) =>
        number.ToString("0.#", isFrench ? French : CultureInfo.InvariantCulture);

    private static Text Others(VintageChoice choice)
    {
        var names = string.Join(" ; ", choice.Others.Select(vintage => vintage.Name));
        return choice.Others.Count == 0
            ? Text.Same("")
            : new Text(
                $" Non utilisés, car deux millésimes ne se comparent pas : {names}.",
                $" Not used, for two vintages cannot be compared: {names}."
            );
    }

    private static Text Offer(DiagnosisReport report)
    {
        var served = report.Communes.Count(need => need.Reach == Reach.Here);
        var elsewhere = report.Elsewhere.Count;
        var (french, english) =
            elsewhere == 0
                ? ("", "")
                : (
                    $" Hors des communes regardées, ou sans commune : {Names(report.Elsewhere)}.",
                    $" Outside these municipalities, or without one: {Names(report.Elsewhere)}."
                );
        return new Text(
            $"Offre : {Count(report.Places, "lieu", "lieux")}, dans {served} des {Count(report.Communes.Count, "commune", "communes")}.{french}",
            $"Offer: {report.Places} places, in {served} of {report.Communes.Count} municipalities.{english}"
        );
    }

    private static Text Forgotten(DiagnosisReport report)
    {
        var (far, near) = (Number(report.Distance, true), Number(report.Distance, false));
        var forgotten = report.Forgotten.ToList();
        return forgotten.Count == 0
            ? new Text(
                $"Aucune commune plus fragile que la médiane n'est à plus de {far} km d'un lieu.",
                $"No municipality above the median is further than {near} km from a place."
            )
            : new Text(
                $"Plus fragiles que la médiane, sans lieu à moins de {far} km : {Names([.. forgotten.Select(need => need.Commune.Name)])}.",
                $"Above the median, without a place within {near} km: {Names([.. forgotten.Select(need => need.Commune.Name)])}."
            );
    }

    private static Text? Unknown(DiagnosisReport report)
    {
        var names = report.OfUnknownReach.Select(need => need.Commune.Name).ToList();
        return names.Count == 0
            ? null
            : new Text(
                $"Distance inconnue, faute de position de la commune ou des lieux : {Names(names)}.",
                $"Distance unknown, for want of a position of the municipality or of places: {Names(names)}."
            );
    }

    private static Text Gaps(IReadOnlyList<OfferLine> lines, Text title, Text none)
    {
        var gaps = string.Join(", ", lines.Where(line => line.Places.Count == 0).Select(line => line.Value));
        return gaps.Length == 0 ? none : new Text($"{title.French} : {gaps}.", $"{title.English}: {gaps}.");
    }

    private static Text Hours(OpeningReport opening)
    {
        var unread =
            opening.Unreadable.Count == 0
                ? ("", "")
                : (
                    $" Horaires illisibles, donc laissés de côté : {Names([.. opening.Unreadable.Select(place => place.Place)])}.",
                    $" Hours that cannot be read, and are left aside: {Names([.. opening.Unreadable.Select(place => place.Place)])}."
                );
        var silent =
            opening.Silent == 0
                ? ("", "")
                : (
                    $" {Count(opening.Silent, "lieu ne dit rien de ses", "lieux ne disent rien de leurs")} horaires.",
                    $" {opening.Silent} say nothing of their hours."
                );
        var never =
            opening.Never.Count == 0
                ? ("", "")
                : (
                    $" Ni l'un ni l'autre : {Names(opening.Never)}.",
                    $" Neither of both: {Names(opening.Never)}."
                );
        return new Text(
            $"Horaires lus : {opening.Read} ; ouverts après 18 h : {opening.Evening.Count}, le samedi : {opening.Saturday.Count}.{never.Item1}{unread.Item1}{silent.Item1}",
            $"Hours read: {opening.Read}; open after 6 pm: {opening.Evening.Count}, on Saturday: {opening.Saturday.Count}.{never.Item2}{unread.Item2}{silent.Item2}"
        );
    }

    private static string Count(int count, string one, string many) => $"{count} {(count > 1 ? many : one)}";

    private static string Names(IReadOnlyList<string> names) =>
        names.Count <= MostNames
            ? string.Join(", ", names)
            : $"{string.Join(", ", names.Take(MostNames))}, + {names.Count - MostNames}";
}
