using System.Text;
using Connector.Domain.Cartography;
using Connector.Domain.Needs;
using static Connector.Reports.HtmlPage;

namespace Connector.Cartography;

/// <summary>
/// The map as one page that needs nothing but a browser. The list of places is plain HTML, and the script puts on the map what
/// stands in the list: without script, or for who does not see a map, nothing is missing. Same content, same bytes.
/// </summary>
internal sealed class MapPage
{
    private readonly MapContent _content;
    private readonly StringBuilder _page = new();

    private readonly (string Address, string Words)? _back;

    private MapPage(MapContent content, (string Address, string Words)? back) =>
        (_content, _back) = (content, back);

    /// <param name="content">What it shows.</param>
    /// <param name="back">Where a link at its top leads back to, and its words; null for a page that stands alone.</param>
    public static string Of(MapContent content, (string Address, string Words)? back = null)
    {
        var page = new MapPage(content, back);
        page.Head();
        page.Tools();
        page.Body();
        page.Communes();
        page.Foot();
        return page._page.ToString();
    }

    /// <summary>Its own scripts and style by their fingerprints, pictures from the one host of the tiles, and nothing else.</summary>
    public static string Policy(MapContent content)
    {
        var tiles = content.Tiles.Origin is { } origin ? $" {origin}" : "";
        return $"default-src 'none'; script-src {MapParts.Fingerprint(MapParts.Leaflet)} {MapParts.Fingerprint(MapParts.Script)}; "
            + $"style-src {MapParts.Fingerprint(MapParts.Style)}; img-src data:{tiles}; base-uri 'none'; form-action 'none'";
    }

    private void Head()
    {
        var title = Escaped($"Cartographie – {_content.Territory}");
        var policy = Policy(_content);
        var back = _back is var (address, words)
            ? $"<p><a href=\"{Escaped(address)}\">{Escaped(words)}</a></p>\n"
            : "";
        // OpenStreetMap serves no tiles to pages that do not say where they are.
        var referrer = _content.Tiles == MapTiles.OpenStreetMap ? "origin" : "no-referrer";
        Add(
            $"""
            <!DOCTYPE html>
            <html lang="fr">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="{Reports.HtmlFile.Generator}">
            <meta name="referrer" content="{referrer}">
            <title>{title}</title>
            <style>{MapParts.Style}</style>
            </head>
            <body>
            <a class="skip" href="#liste">Aller à la liste des lieux</a>
            <header>
            {back}<h1>{title}</h1>
            <p class="soft">{Escaped(Counted())}</p>
            </header>
            <main>

            """
        );
    }

    private string Counted()
    {
        var (all, placed) = (
            _content.Places.Count,
            _content.Places.Count(place => place.Position is not null)
        );
        var scores =
            _content.Communes.Count > 0 && _content.Diagnosis is { } report
                ? $" Communes colorées selon l'indice de fragilité numérique, IFN {report.Vintage.Chosen.Name}."
                : "";
        return $"{all} {(all > 1 ? "structures" : "structure")}, dont {placed} sur la carte ; toutes sont dans la liste.{scores}";
    }

    private void Tools()
    {
        Add(
            """
            <form class="tools" id="filters" role="search" aria-label="Filtrer les lieux">
            <label for="words">Chercher<input type="search" id="words" autocomplete="off" placeholder="nom, commune, mot…"></label>

            """
        );
        Choice("service", "Service", "Tous les services", _content.Services);
        Choice("audience", "Public", "Tous les publics", _content.Audiences);
        Choice("family", "Famille d'acteurs", "Toutes les familles", _content.Families);
        Add(
            """
            <button type="button" id="all">Tout montrer</button>
            <button type="button" id="print">Imprimer</button>
            <output id="count" for="words service audience family"></output>
            </form>

            """
        );
    }

    /// <summary>A list to choose from; none where there is nothing to choose.</summary>
    private void Choice(string id, string label, string all, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        Add(
            $"<label for=\"{id}\">{Escaped(label)}<select id=\"{id}\"><option value=\"\">{Escaped(all)}</option>"
        );
        for (var index = 0; index < values.Count; index++)
        {
            Add($"<option value=\"{index}\">{Escaped(values[index])}</option>");
        }

        Add("</select></label>\n");
    }

    private void Body()
    {
        Add(
            "<div class=\"both\">\n<section class=\"map\" aria-label=\"Carte\">\n<div id=\"map\" role=\"group\" aria-label=\"Carte : les flèches la déplacent, + et - changent l'échelle\"></div>\n"
        );
        Add(
            "<p class=\"soft\" id=\"no-tiles\" hidden>Le fond de carte n'a pas pu être chargé ; les lieux sont montrés sans lui.</p>\n"
        );
        Legend();
        Add("</section>\n<section class=\"list\" id=\"liste\" tabindex=\"-1\">\n<h2>Liste des lieux</h2>\n");
        var list = new MapList(_content, _page);
        list.Write();
        Add("</section>\n</div>\n");
    }

    private void Legend()
    {
        Add("<ul class=\"legend\"><li><span class=\"dot\"></span>un lieu</li>");
        if (_content.Communes.Count > 0)
        {
            var steps = _content.Steps;
            for (var level = 0; level < steps.Count; level++)
            {
                var words =
                    level == steps.Count - 1
                        ? $"{Number(steps[level])} et plus"
                        : $"de {Number(steps[level])} à moins de {Number(steps[level + 1])}";
                Add($"<li><span class=\"k{level}\"></span>IFN {Escaped(words)}</li>");
            }

            if (steps.Count == 0 && _content.Diagnosis?.Median is { } median)
            {
                Add($"<li><span class=\"k1\"></span>IFN jusqu'à la médiane ({Number(median)})</li>");
                Add("<li><span class=\"k3\"></span>IFN au-dessus</li>");
            }

            if (_content.Communes.Any(commune => commune.Score is null))
            {
                Add("<li><span class=\"k9\"></span>pas de score</li>");
            }
        }

        Add("</ul>\n");
    }

    /// <summary>What the colours say, for who does not see them.</summary>
    private void Communes()
    {
        if (_content.Diagnosis is not { } report)
        {
            return;
        }

        Add("<details>\n<summary>Fragilité numérique et lieux, commune par commune</summary>\n");
        Add($"<p>{Escaped(DiagnosisWords.Vintage(report).French)}</p>\n<table>\n<thead><tr>");
        Add(
            "<th scope=\"col\">Commune</th><th scope=\"col\">Score</th><th scope=\"col\">Lieux et distance</th></tr></thead>\n<tbody>\n"
        );
        foreach (var need in report.Communes)
        {
            var score = need.Score is { } known ? Number(known) : "–";
            Add(
                $"<tr><th scope=\"row\">{Escaped(need.Commune.Name)}</th><td>{score}</td><td>{Escaped(DiagnosisWords.Reached(need).French)}</td></tr>\n"
            );
        }

        Add("</tbody>\n</table>\n</details>\n");
    }

    private void Foot()
    {
        var sources =
            _content.Sources.Count == 0
                ? ""
                : $"<p class=\"soft\">Sources des lieux : {Escaped(string.Join(" ; ", _content.Sources))}.</p>\n";
        var credit = string.Join(
            " · ",
            new[] { _content.Tiles.Attribution, "Carte : Leaflet 1.9.4" }.Where(words => words.Length > 0)
        );
        Add(
            $"""
            </main>
            <footer>
            {sources}<p class="soft">{Escaped(credit)}</p>
            </footer>
            <script type="application/json" id="settings">{MapSettings.Of(_content)}</script>
            <!--
            {MapParts.Licence}-->
            <script>{MapParts.Leaflet}</script>
            <script>{MapParts.Script}</script>
            </body>
            </html>

            """
        );
    }

    private static string Number(double number) => DiagnosisWords.Number(number, isFrench: true);

    private void Add(string words) => _page.Append(words);
}
