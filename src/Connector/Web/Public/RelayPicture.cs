using System.Globalization;
using System.Xml.Linq;
using Connector.Domain.Publicity;
using Connector.Web.Console;

namespace Connector.Web.Public;

/// <summary>A picture of the network's numbers, 1,200 by 630 as social networks show them, as SVG.</summary>
internal static class RelayPicture
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Write(PublicNetwork network, PageScope page)
    {
        var numbers = Numbers(network, page);
        var root = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", "0 0 1200 630"),
            new XAttribute("width", 1200),
            new XAttribute("height", 630),
            new XAttribute("role", "img"),
            new XElement(Svg + "title", network.Name),
            new XElement(
                Svg + "rect",
                new XAttribute("width", 1200),
                new XAttribute("height", 630),
                new XAttribute("fill", "#00527f")
            ),
            Text(network.Name, 80, 180, Fitting(network.Name)),
            Text(Motto(page), 80, 260, 34)
        );
        for (var index = 0; index < numbers.Count; index++)
        {
            var (count, what) = numbers[index];
            root.Add(Text(count.ToString(CultureInfo.InvariantCulture), 80 + index * 360, 440, 96));
            root.Add(Text(what, 80 + index * 360, 500, 30));
        }

        return root.ToString();
    }

    public static string Motto(PageScope page) =>
        page.Say(
            "ensemble pour que personne ne reste seul devant un écran",
            "together, so that nobody is left alone in front of a screen"
        );

    public static IReadOnlyList<(int Count, string What)> Numbers(PublicNetwork network, PageScope page) =>
        [
            (network.Members.Count, page.Say("structures", "organisations")),
            (network.Groups.Count, page.Say("groupes", "groups")),
            (network.Dates.Count, page.Say("dates ouvertes à tous", "dates open to all")),
        ];

    /// <summary>Long names are written smaller.</summary>
    private static int Fitting(string name) => Math.Clamp(1800 / Math.Max(name.Length, 1), 36, 80);

    private static XElement Text(string words, int x, int y, int size) =>
        new(
            Svg + "text",
            new XAttribute("x", x),
            new XAttribute("y", y),
            new XAttribute("font-size", size),
            new XAttribute("font-family", "system-ui, DejaVu Sans, sans-serif"),
            new XAttribute("font-weight", 600),
            new XAttribute("fill", "#ffffff"),
            words
        );
}
