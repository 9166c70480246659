using Connector.Domain;

namespace Connector.Cli;

/// <summary>The manual page of the yearly review.</summary>
internal static partial class Manuals
{
    private static Manual Review =>
        new()
        {
            Summary = new Text(
                "raconter une année du réseau, et en préparer le bilan",
                "tell of a year of the network, and prepare its review"
            ),
            Description = new Text(
                """
                Relit les comptes rendus de l'année : rencontres tenues, temps conviviaux, décisions, actions menées à bien,
                organisations qui ont pris part (par ordre alphabétique, jamais un classement), personnes arrivées. En fait un
                document, « Bilan ANNÉE.docx », dans le dossier « Bilans » du réseau, à compléter ensemble. S'il y est déjà, il
                est à vous : rien n'est récrit.
                """,
                """
                Reads the year's minutes: meetings held, convivial times, decisions, actions done, organisations that took part
                (in the order of the alphabet, never a ranking), people who came. Makes a document of it, 'Bilan YEAR.docx', in
                the network's folder 'Bilans', to complete together. If it is there already, it is yours: nothing is written
                anew.
                """
            ),
            Examples =
            [
                ("connector review", new Text("l'année qui court", "the running year")),
                ("connector review 2026 --look", new Text("sans rien écrire", "writing nothing")),
            ],
            ExitCodes = [Done, Failed],
        };
}
