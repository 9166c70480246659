using Connector.Domain;
using Connector.Templates;

namespace Connector.Conversion;

/// <summary>Why a document was not converted, and what to do.</summary>
internal static class ConversionProblems
{
    public static readonly Problem NoConverter = new()
    {
        Code = "no-converter",
        Message = new Text(
            "Rien ici ne sait convertir ce document : LibreOffice n'est pas installé sur cette machine.",
            "Nothing here can convert this document: LibreOffice is not installed on this machine."
        ),
        Remedy = new Text(
            "Installez LibreOffice (sous Debian : apt install libreoffice-writer-nogui), ou ouvrez le document dans Nextcloud et choisissez « Télécharger en PDF ».",
            "Install LibreOffice (on Debian: apt install libreoffice-writer-nogui), or open the document in Nextcloud and choose 'Download as PDF'."
        ),
    };

    /// <summary>Neither here nor on the server.</summary>
    public static readonly Problem NoConverterAnywhere = new()
    {
        Code = "no-converter",
        Message = new Text(
            "Ni PDF ni ODT : LibreOffice n'est pas installé sur cette machine, et le serveur ne convertit pas de documents (il faut Nextcloud 31 ou plus récent, avec Nextcloud Office).",
            "Neither PDF nor ODT: LibreOffice is not installed on this machine, and the server converts no documents (that needs Nextcloud 31 or later, with Nextcloud Office)."
        ),
        Remedy = NoConverter.Remedy,
    };

    /// <summary>The server offers it, and did not do it.</summary>
    public static Problem NotByServer(TargetFormat form, Text why) =>
        new()
        {
            Code = "not-converted-by-server",
            Message = new Text(
                $"Pas de {form.Extension.ToUpperInvariant()} : {why.French}.",
                $"No {form.Extension.ToUpperInvariant()}: {why.English}."
            ),
            Remedy = new Text(
                "Ouvrez le document dans Nextcloud et choisissez « Télécharger en PDF », ou installez LibreOffice sur cette machine.",
                "Open the document in Nextcloud and choose 'Download as PDF', or install LibreOffice on this machine."
            ),
        };

    /// <summary>Nothing failed: the table of contents is made of links.</summary>
    public static readonly Problem NoPageNumbers = new()
    {
        Code = "no-page-numbers",
        Message = new Text(
            "La table des matières est sans numéros de page : LibreOffice n'est pas installé sur cette machine.",
            "The table of contents has no page numbers: LibreOffice is not installed on this machine."
        ),
        Remedy = new Text(
            "Ses liens mènent aux titres. Pour les numéros, installez LibreOffice, ou mettez la table à jour dans Word ou Collabora.",
            "Its links lead to the headings. For numbers, install LibreOffice, or update the table in Word or Collabora."
        ),
    };

    public static readonly Problem Failed = new()
    {
        Code = "conversion-failed",
        Message = new Text(
            "LibreOffice n'a pas su convertir ce document.",
            "LibreOffice could not convert this document."
        ),
        Remedy = new Text(
            "Ouvrez-le dans LibreOffice et enregistrez-le en .docx, puis recommencez.",
            "Open it in LibreOffice and save it as .docx, then try again."
        ),
    };

    public static Problem TooLate(TimeSpan limit) =>
        new()
        {
            Code = "conversion-timeout",
            Message = new Text(
                $"LibreOffice n'a pas fini en {limit.TotalSeconds:0.#} s : il a été arrêté et rien n'a été écrit.",
                $"LibreOffice was not done after {limit.TotalSeconds:0.#} s: it was stopped and nothing was written."
            ),
            Remedy = new Text(
                "Recommencez quand la machine est moins occupée, ou partagez le document en plusieurs.",
                "Try again when the machine is less busy, or split the document."
            ),
        };

    /// <summary>The document itself is refused: the first reason found.</summary>
    public static Problem Refused(TemplateProblem problem) =>
        new()
        {
            Code = problem.Code,
            Message = new Text(problem.French, problem.English),
            Remedy = new Text(problem.FrenchRemedy, problem.EnglishRemedy),
        };
}
