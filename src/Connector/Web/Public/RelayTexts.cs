using Connector.Domain.Publicity;
using Connector.Web.Console;

namespace Connector.Web.Public;

/// <summary>Words that a member passes on in their own network: three lengths of the same. Pure.</summary>
internal static class RelayTexts
{
    /// <summary>A short message of most social networks.</summary>
    private const int ShortLength = 280;

    public static string Short(PublicNetwork network, PageScope page, string link)
    {
        var words = page.Say(
            $"Besoin d'un coup de main avec le numérique ? {network.Members.Count} structures de {network.Name} s'organisent pour vous aider : ",
            $"Need a hand with digital life? {network.Members.Count} organisations of {network.Name} work together to help: "
        );
        return words.Length + link.Length <= ShortLength ? words + link : link;
    }

    public static string Medium(PublicNetwork network, PageScope page, string link) =>
        string.Join(
            "\n\n",
            new[]
            {
                Short(network, page, "").TrimEnd(' ', ':') + ".",
                network.Purpose,
                Next(network, page),
                link,
            }.Where(part => part.Length > 0)
        );

    public static string Long(PublicNetwork network, PageScope page, string link) =>
        string.Join(
            "\n\n",
            new[]
            {
                Short(network, page, "").TrimEnd(' ', ':') + ".",
                network.Purpose,
                page.Say("Nos groupes : ", "Our groups: ")
                    + string.Join(
                        " ; ",
                        network.Groups.Select(group =>
                            group.Purpose.Length > 0
                                ? $"{group.Name} ({group.Purpose.TrimEnd('.')})"
                                : group.Name
                        )
                    )
                    + ".",
                page.Say("Ils y participent : ", "They take part: ")
                    + string.Join(", ", network.Members.Select(member => member.Name))
                    + ".",
                Next(network, page),
                page.Say($"En savoir plus, et nous rejoindre : {link}", $"More, and how to join: {link}"),
            }.Where(part => part.Length > 0)
        );

    private static string Next(PublicNetwork network, PageScope page) =>
        network.Dates is [var next, ..]
            ? page.Say("Prochain rendez-vous ouvert à tous : ", "Next date open to all: ")
                + $"{page.Day(next.Date)}, {page.Hour(next.Start)}, {next.Title}"
                + (next.Place.Length > 0 ? $" ({next.Place})." : ".")
            : "";
}
