using Connector.Domain;
using Connector.Domain.Needs;
using Connector.Reports;

namespace Connector.Needs;

/// <summary>A diagnosis to read, to print and to pass on: sentences, and charts each with its table.</summary>
internal static class DiagnosisPage
{
    public static string Of(string territory, DiagnosisReport report)
    {
        var page = new HtmlPage(Language.French);
        page.Add("h1", $"Diagnostic – {territory}");
        foreach (var sentence in DiagnosisWords.Summary(report))
        {
            page.Add("p", sentence.French);
        }

        Scores(page, report);
        Offer(page, "services", "Services", "Service", report.Services);
        Offer(page, "publics", "Publics accueillis spécifiquement", "Public", report.Audiences);
        Offer(page, "soutien", "Prises en charge spécifiques", "Prise en charge", report.Support);
        Hours(page, report.Opening);
        return page.Whole($"Diagnostic – {territory}");
    }

    private static void Scores(HtmlPage page, DiagnosisReport report)
    {
        page.Add("h2", "Fragilité et lieux, par commune");
        if (report.Communes.Any(need => need.Score is not null))
        {
            var more =
                report.Communes.Count > DiagnosisCharts.MostBars
                    ? $" Les {DiagnosisCharts.MostBars} premières ; toutes sont dans le tableau."
                    : "";
            page.Chart(
                DiagnosisCharts.Scores(report),
                $"Score de fragilité de chaque commune, la plus fragile en haut ; en sombre, au-dessus de la médiane.{more}"
            );
        }

        page.Open("table").Open("thead");
        page.Row(isHead: true, "Commune", "Score", "Lieux et distance", "À retenir")
            .Close("thead")
            .Open("tbody");
        foreach (var need in report.Communes)
        {
            page.Row(
                isHead: false,
                need.Commune.Name,
                need.Score is { } score ? DiagnosisWords.Number(score, isFrench: true) : "–",
                DiagnosisWords.Reached(need).French,
                need.IsForgotten ? "fragile et loin"
                    : need.IsAboveMedian ? "fragile"
                    : ""
            );
        }

        page.Close("tbody").Close("table");
    }

    private static void Offer(
        HtmlPage page,
        string id,
        string title,
        string header,
        IReadOnlyList<OfferLine> lines
    )
    {
        page.Add("h2", title);
        // A chart without a bar says nothing.
        if (lines.Any(line => line.Places.Count > 0))
        {
            page.Chart(
                DiagnosisCharts.Offer(lines, id),
                $"{title} : nombre de lieux pour chacun ; en sombre, un seul lieu ou aucun."
            );
        }

        page.Open("table").Open("thead");
        page.Row(isHead: true, header, "Lieux", "Communes").Close("thead").Open("tbody");
        foreach (var line in lines)
        {
            page.Row(isHead: false, line.Value, $"{line.Places.Count}", $"{line.Communes}");
        }

        page.Close("tbody").Close("table");
    }

    private static void Hours(HtmlPage page, OpeningReport opening)
    {
        page.Add("h2", "Horaires");
        List(page, "Ouverts après 18 h", opening.Evening);
        List(page, "Ouverts le samedi", opening.Saturday);
        List(page, "Ni le soir ni le samedi", opening.Never);
        List(
            page,
            "Horaires illisibles",
            [.. opening.Unreadable.Select(place => $"{place.Place} : « {place.Words} »")]
        );
    }

    private static void List(HtmlPage page, string title, IReadOnlyList<string> names)
    {
        page.Add("h3", $"{title} : {names.Count}");
        if (names.Count > 0)
        {
            page.Open("ul");
            foreach (var name in names)
            {
                page.Add("li", name);
            }

            page.Close("ul");
        }
    }
}
