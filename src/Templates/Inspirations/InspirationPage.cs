using System.Globalization;
using System.Text;

namespace Connector.Templates;

/// <summary>One inspiration, as a page shows it.</summary>
/// <param name="Id">Unique in the page: letters, digits, hyphens.</param>
/// <param name="Title">What it is called.</param>
public sealed record InspirationArticle(string Id, string Title)
{
    /// <summary>Names and values; those without value are left out.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts { get; init; } = [];

    /// <summary>Headings and what was told; those without words are left out.</summary>
    public IReadOnlyList<(string Heading, string Words)> Parts { get; init; } = [];

    /// <summary>Whether somebody of the network talked with its carrier.</summary>
    public bool IsTalked { get; init; }

    /// <summary>The sheet itself.</summary>
    public Uri? Sheet { get; init; }

    /// <summary>A page that tells more.</summary>
    public Uri? More { get; init; }
}

/// <summary>A place to look for more.</summary>
public sealed record InspirationSourceLink(string Name, Uri Address, string About);

/// <summary>
/// The inspirations of a folder as one web page in French: a list to jump from, one section each, the carriers who were not talked to
/// yet, and where to find more. Nothing from elsewhere, no script. The same data give the same page.
/// </summary>
public sealed record InspirationPage
{
    public required string Network { get; init; }

    /// <summary>Of which folder.</summary>
    public required string Folder { get; init; }

    public required IReadOnlyList<InspirationArticle> Articles { get; init; }

    /// <summary>« Commune de Gap (Le bus numérique) »</summary>
    public required IReadOnlyList<string> NotTalked { get; init; }

    public required IReadOnlyList<InspirationSourceLink> Sources { get; init; }

    public string ToHtml()
    {
        var (contents, main) = (new StringBuilder(), new StringBuilder());
        foreach (var article in Articles)
        {
            contents.Append(
                CultureInfo.InvariantCulture,
                $"<li><a href=\"#{Escaped(article.Id)}\">{Escaped(article.Title)}</a></li>\n"
            );
            Section(main, article.Id, article.Title, () => Body(main, article));
        }

        contents.Append("<li><a href=\"#a-contacter\">À contacter</a></li>\n");
        Section(main, "a-contacter", "Porteurs à contacter", () => Contact(main));
        contents.Append("<li><a href=\"#ailleurs\">Ailleurs</a></li>\n");
        Section(main, "ailleurs", "Chercher ailleurs", () => Elsewhere(main));
        var head =
            $"<p class=\"over\">{Escaped(Network)}</p>\n<h1>Inspirations</h1>\n<p class=\"under\">{Escaped(Typeset(Count()))}</p>\n";
        return new PageShell(FieldWords.French, $"Inspirations – {Network}", "Dans cette page").Around(
            head,
            contents.ToString(),
            main.ToString(),
            $"{Folder} · refaite à chaque passage de Connector à partir des fiches"
        );
    }

    private string Count() =>
        Articles.Count switch
        {
            0 => "Aucune fiche n'est encore remplie.",
            1 => "Une fiche : ce que d'autres ont fait, et ce que nous en reprenons.",
            _ => $"{Articles.Count} fiches : ce que d'autres ont fait, et ce que nous en reprenons.",
        };

    private static void Section(StringBuilder main, string id, string title, Action body)
    {
        main.Append(
            CultureInfo.InvariantCulture,
            $"<section aria-labelledby=\"{Escaped(id)}\">\n<h2 id=\"{Escaped(id)}\">{Escaped(Typeset(title))}</h2>\n"
        );
        body();
        main.Append("</section>\n");
    }

    private static void Body(StringBuilder main, InspirationArticle article)
    {
        var facts = article.Facts.Where(fact => fact.Value.Length > 0).ToList();
        if (facts.Count > 0)
        {
            main.Append("<dl>\n");
            foreach (var (name, value) in facts)
            {
                main.Append(
                    CultureInfo.InvariantCulture,
                    $"<dt>{Escaped(name)}</dt>\n<dd>{Lines(value)}</dd>\n"
                );
            }

            main.Append("</dl>\n");
        }

        foreach (var (heading, words) in article.Parts.Where(part => part.Words.Length > 0))
        {
            main.Append(
                CultureInfo.InvariantCulture,
                $"<h3>{Escaped(Typeset(heading))}</h3>\n<p>{Lines(words)}</p>\n"
            );
        }

        var links = new[]
        {
            Link(article.Sheet, $"La fiche « {article.Title} »"),
            Link(article.More, "En savoir plus"),
        };
        if (links.OfType<string>().ToList() is { Count: > 0 } known)
        {
            main.Append(CultureInfo.InvariantCulture, $"<p>{string.Join(" · ", known)}</p>\n");
        }
    }

    private void Contact(StringBuilder main)
    {
        if (NotTalked.Count == 0)
        {
            main.Append("<p class=\"none\">Chacun a été appelé ou rencontré.</p>\n");
            return;
        }

        main.Append(
            CultureInfo.InvariantCulture,
            $"<p>{Escaped(Typeset("Personne du réseau n'a encore parlé avec :"))}</p>\n<ul>\n"
        );
        foreach (var carrier in NotTalked)
        {
            main.Append(CultureInfo.InvariantCulture, $"<li>{Escaped(Typeset(carrier))}</li>\n");
        }

        main.Append("</ul>\n");
    }

    private void Elsewhere(StringBuilder main)
    {
        main.Append("<ul>\n");
        foreach (var source in Sources)
        {
            var about = source.About.Length > 0 ? Escaped(Typeset($" : {source.About}")) : "";
            main.Append(
                CultureInfo.InvariantCulture,
                $"<li>{Link(source.Address, source.Name) ?? Escaped(source.Name)}{about}</li>\n"
            );
        }

        main.Append("</ul>\n");
    }

    /// <summary>Only what a browser opens as a page: an address in a sheet is somebody's words.</summary>
    private static string? Link(Uri? address, string words) =>
        address is { IsAbsoluteUri: true, Scheme: "https" or "http" }
            ? $"<a href=\"{Escaped(address.AbsoluteUri)}\" rel=\"noopener noreferrer\">{Escaped(Typeset(words))}</a>"
            : null;

    private static string Lines(string words) =>
        string.Join(
            "<br />",
            words.ReplaceLineEndings("\n").Split('\n').Select(line => Escaped(Typeset(line)))
        );

    private static string Typeset(string words) => FieldWords.Typeset(words, FieldWords.French);

    private static string Escaped(string words) => PageShell.Escaped(words);
}
