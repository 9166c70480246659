using Connector.Domain;
using Connector.Domain.Chains;
using Connector.Domain.Signatures;
using Connector.Templates;

namespace Connector.Roadmaps;

/// <summary>What stands in the way of publishing, signing or checking a roadmap, in sentences.</summary>
internal static class RoadmapProblems
{
    public static Problem Unknown(string who, IEnumerable<RoadmapFile> files) =>
        new()
        {
            Code = "unknown-roadmap",
            Message = new Text(
                $"« {who} » n'est ni « {RoadmapShelf.Network} », ni un groupe de travail qui a une feuille de route.",
                $"'{who}' is neither 'network' nor a working group that has a roadmap."
            ),
            Remedy = new Text($"Écrivez l'un de : {Names(files)}.", $"Write one of: {Names(files)}."),
        };

    /// <summary>Another version was published between reading and signing.</summary>
    public static Problem OtherVersion(RoadmapFile file, Publication published) =>
        new()
        {
            Code = "signed-other-version",
            Message = new Text(
                $"La version {published.Version} de la feuille de route de « {file.Owner} » a été publiée pendant que vous lisiez ; rien n'a été signé.",
                $"Version {published.Version} of the roadmap of '{file.Owner}' was published while you were reading; nothing was signed."
            ),
            Remedy = new Text("Lisez-la, puis signez.", "Read it, then sign."),
        };

    public static Problem NoOrganisation { get; } =
        new()
        {
            Code = "signatory-without-organisation",
            Message = new Text(
                "L'annuaire ne vous rattache à aucune structure : rien n'a été signé.",
                "The directory ties you to no organisation: nothing was signed."
            ),
            Remedy = new Text(
                "Demandez à la coordination de compléter l'annuaire.",
                "Ask those who coordinate to complete the directory."
            ),
        };

    public static Problem Gone(RoadmapFile file) =>
        new()
        {
            Code = "roadmap-missing",
            Message = new Text(
                $"La feuille de route de « {file.Owner} » n'est pas sur le serveur.",
                $"The roadmap of '{file.Owner}' is not on the server."
            ),
            Remedy = new Text(
                "Lancez « connector apply » ; si quelqu'un l'a supprimée, « connector apply --restore » la reprend de la corbeille.",
                "Run 'connector apply'; if somebody deleted it, 'connector apply --restore' takes it back from the trash bin."
            ),
        };

    /// <summary>The register itself, or its copy beside the published files, says something else than was written.</summary>
    public static Problem Tampered(string where, ChainFault fault) =>
        new()
        {
            Code = "signatures-tampered",
            Message = fault.Kind switch
            {
                ChainFaultKind.Altered => new Text(
                    $"{where} : la ligne {fault.Number} des signatures ne dit plus ce qui avait été écrit.",
                    $"{where}: line {fault.Number} of the signatures no longer says what was written."
                ),
                ChainFaultKind.Misplaced => new Text(
                    $"{where} : la ligne {fault.Number} des signatures ne suit pas la précédente ; une ligne a été ôtée, ajoutée ou déplacée.",
                    $"{where}: line {fault.Number} of the signatures does not follow the one before; a line was taken out, put in or moved."
                ),
                _ => new Text(
                    $"{where} : la ligne {fault.Number} des signatures manque.",
                    $"{where}: line {fault.Number} of the signatures is missing."
                ),
            },
            Remedy = new Text(
                "N'effacez rien : comparez le registre avec « signatures.json », à côté des fichiers publiés, et avec vos sauvegardes.",
                "Delete nothing: compare the ledger with 'signatures.json', beside the published files, and with your backups."
            ),
        };

    public static Problem VersionTaken(string version) =>
        new()
        {
            Code = "version-published",
            Message = new Text(
                $"La version {version} a déjà été publiée, avec un autre contenu.",
                $"Version {version} was published already, with another content."
            ),
            Remedy = new Text(
                "Choisissez un autre numéro avec --version, ou laissez Connector prendre le suivant.",
                "Choose another number with --version, or let Connector take the next one."
            ),
        };

    public static Problem NeverPublished(RoadmapFile file) =>
        new()
        {
            Code = "never-published",
            Message = new Text(
                $"Aucune version de la feuille de route de « {file.Owner} » n'est publiée : il n'y a rien à signer.",
                $"No version of the roadmap of '{file.Owner}' is published: there is nothing to sign."
            ),
            Remedy = new Text(
                $"Publiez-la : connector roadmap publish {file.GroupId ?? RoadmapShelf.Network}",
                $"Publish it: connector roadmap publish {file.GroupId ?? "network"}"
            ),
        };

    public static Problem UnknownMember(string organisation, RoadmapFile file, Text advice) =>
        new()
        {
            Code = "unknown-member",
            Message = new Text(
                $"« {organisation} » n'est pas membre de « {file.Owner} ».",
                $"'{organisation}' is not a member of '{file.Owner}'."
            ),
            Remedy = advice,
        };

    public static Problem NoProof(string path) =>
        new()
        {
            Code = "no-proof",
            Message = new Text(
                $"La preuve « {path} » ne peut pas être lue, ou est vide.",
                $"The proof '{path}' cannot be read, or is empty."
            ),
            Remedy = new Text(
                "Donnez avec --proof la page signée, numérisée ou photographiée.",
                "Give the signed page, scanned or photographed, with --proof."
            ),
        };

    private static string Names(IEnumerable<RoadmapFile> files) =>
        string.Join(", ", files.Select(file => file.GroupId ?? RoadmapShelf.Network));
}
