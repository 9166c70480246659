using Connector.Domain;
using Connector.Domain.Directories;
using Connector.Templates.Spreadsheets;

namespace Connector.Directories;

/// <summary>
/// What the columns of the directory are for, told to whoever selects a header or a cell below it, and the column in which
/// Connector says what is to be verified.
/// </summary>
internal static class DirectoryHelp
{
    private static readonly SheetColumn ToVerify = new(CheckNote.Header, 30)
    {
        IsWrapped = true,
        Help =
            "Connector écrit ici ce qui ne va pas dans la ligne (⚠) et l'efface quand c'est réglé. Vos propres mots restent.",
    };

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["id"] = "Un nom court et unique, sans espace ni accent : ccas-valombre. Ne le changez plus ensuite.",
        ["pivot"] =
            "SIRET (14 chiffres) ou RNA (W et 9 chiffres). Se trouve sur annuaire-entreprises.data.gouv.fr.",
        ["nom"] = "Le nom de la structure, ou de la personne.",
        ["commune"] = "Le nom de la commune, sans code postal.",
        ["code_postal"] = "Cinq chiffres, zéro compris : 01990.",
        ["code_insee"] = "Le code de la commune d'après l'INSEE, cinq signes.",
        ["adresse"] = "Numéro et rue, sans la commune.",
        ["typologie"] =
            "Quel genre d'acteur c'est : choisissez dans la liste ; plusieurs se séparent par |. Sert à voir qui manque au réseau.",
        ["telephone"] = "Celui de la structure : +33 5 53 00 00 00 ou 05 53 00 00 00.",
        ["courriels"] = "L'adresse de la structure, pas celle d'une personne ; plusieurs se séparent par |.",
        ["site_web"] = "Une adresse complète : https://exemple.fr",
        ["horaires"] = "À la manière d'OpenStreetMap : Mo-Fr 09:00-12:00,14:00-17:00",
        ["latitude"] = "En degrés, avec un point : 44.8378",
        ["longitude"] = "En degrés, avec un point : 0.5792",
        ["presentation_resume"] = "280 signes au plus.",
        ["date_maj"] = "Le jour où quelqu'un a vérifié cette ligne.",
        ["source"] = "D'où viennent ces informations.",
        ["services"] = "Ce que le lieu propose ; plusieurs se séparent par |.",
        ["état"] = "Où en est la prise de contact. Vide : la structure est membre.",
        ["historique"] = "oui : un acteur sans qui le réseau ne se conçoit pas ; son absence est dite.",
        ["rôle"] = "Ce que la structure fait dans le réseau, ou la place de la personne dans le groupe.",
        ["référent"] = "L'identifiant de la personne à qui s'adresser (feuille Personnes).",
        ["identifiant"] = "Le nom de compte dans Nextcloud : ines.le-goff. Ne le changez plus ensuite.",
        ["prénom"] = "Le prénom.",
        ["courriel"] = "L'adresse professionnelle de la personne.",
        ["organisation"] = "L'id de la structure (feuille Organisations).",
        ["élu"] = "oui pour une élue ou un élu.",
        ["confirmé le"] = "Le jour où la personne a confirmé ces informations.",
        ["personne"] = "L'identifiant de la personne (feuille Personnes).",
        ["groupe"] = "L'identifiant du groupe dans le fichier du territoire : gt-jeunes.",
        ["date"] = "Le jour de la rencontre : 01/10/2026.",
        ["par"] = "Qui y est allé.",
        ["avec"] = "Qui vous avez rencontré.",
        ["suite"] = "La prochaine étape, en quelques mots.",
        ["pour le"] = "Pour quel jour : les suites en retard sont dites.",
        ["fait"] = "oui quand la suite est faite.",
        ["notes privées"] = "Restent ici : Connector ne les lit pas et ne les sort jamais.",
    };

    private static readonly Dictionary<string, string> ByKey = Words.ToDictionary(
        pair => Folded.Key(pair.Key),
        pair => pair.Value,
        StringComparer.Ordinal
    );

    public static Sheet With(Sheet sheet) =>
        sheet with
        {
            Columns =
            [
                ToVerify,
                .. sheet.Columns.Select(column =>
                    column.Help is null && ByKey.TryGetValue(Folded.Key(column.Header), out var help)
                        ? column with
                        {
                            Help = help,
                        }
                        : column
                ),
            ],
        };
}
