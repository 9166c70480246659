using Connector.Domain;

namespace Connector.Cli;

/// <summary>The manual pages of the verbs about needs and the map.</summary>
internal static partial class Manuals
{
    private static Dictionary<string, Manual> OfNeeds =>
        new(StringComparer.Ordinal)
        {
            ["diagnosis"] = new Manual
            {
                Summary = new Text(
                    "la fragilité numérique et l'offre, commune par commune",
                    "digital fragility and the help that is there, commune by commune"
                ),
                Description = new Text(
                    """
                    Compare l'indice de fragilité numérique (IFN) aux lieux de l'annuaire qui offrent un service : quelles
                    communes plus fragiles que la médiane n'ont aucun lieu à moins de 10 km (--distance), quels services et
                    quels publics personne ne couvre, quels lieux n'ouvrent ni le soir ni le samedi. Un seul millésime est
                    regardé, et il est dit lequel. Les fichiers se nomment à « diagnostic » dans celui du territoire, ou
                    par les options. N'interroge aucun serveur, ne modifie rien. Le guide : docs/directory.md.
                    """,
                    """
                    Compares the index of digital fragility (IFN) with the places of the directory that offer a service:
                    which municipalities above the median have no place within 10 km (--distance), which services and
                    audiences nobody covers, which places are open neither in the evening nor on Saturday. One vintage
                    alone is looked at, and it is told which. Files are named under 'diagnostic' in the territory file, or
                    by options. Asks no server, changes nothing. The guide: docs/directory.md.
                    """
                ),
                Examples =
                [
                    ("connector diagnosis", new Text("dire les besoins", "tell the needs")),
                    (
                        "connector diagnosis --ifn ifn.csv --communes communes.csv --epci 200054807",
                        new Text(
                            "avec d'autres fichiers que ceux du territoire",
                            "with other files than the territory's"
                        )
                    ),
                    (
                        "connector diagnosis --xlsx diagnostic.xlsx --html diagnostic.html",
                        new Text("un classeur, et une page à imprimer", "a workbook, and a page to print")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
            ["directory map"] = new Manual
            {
                Summary = new Text(
                    "la carte des lieux, en une page qui se suffit",
                    "the map of places, as one page that needs nothing else"
                ),
                Description = new Text(
                    """
                    Écrit une page HTML : les structures membres et les lieux qui offrent un service, sur une carte et dans
                    une liste qui se lit sans carte ni script, à filtrer par service, public et famille, à imprimer. Les
                    communes sont colorées selon leur fragilité où « diagnostic » nomme des scores et des contours.
                    Aucune personne n'y figure. Seul le fond de carte est demandé ailleurs, par qui l'ouvre : « carte:
                    fond: » en choisit un autre, ou aucun. « connector apply » met la même page dans le dossier du réseau.
                    """,
                    """
                    Writes an HTML page: the member organisations and the places that offer a service, on a map and in a
                    list that is read without map or script, to filter by service, audience and family, to print.
                    Municipalities are coloured by fragility where 'diagnostic' names scores and outlines. No person is
                    on it. Only the tiles below are asked for elsewhere, by whoever opens it: 'carte: fond:' chooses
                    others, or none. 'connector apply' puts the same page into the network's folder.
                    """
                ),
                Examples =
                [
                    (
                        "connector directory map --output carte.html",
                        new Text("à ouvrir dans un navigateur", "to open in a browser")
                    ),
                ],
                ExitCodes = [Done, Failed],
            },
        };
}
