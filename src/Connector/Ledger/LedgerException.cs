using Connector.Domain;

namespace Connector.Ledger;

/// <summary>The ledger cannot be read or written. The work stops: nothing may be done that it does not know of.</summary>
internal sealed class LedgerException : Exception
{
    public LedgerException(string path, Exception cause)
        : base(cause.Message, cause) =>
        Problem = new Problem
        {
            Code = "ledger-unusable",
            Message = new Text(
                $"Le registre « {path} » ne peut pas être lu ou écrit ({cause.Message}).",
                $"The ledger '{path}' cannot be read or written ({cause.Message})."
            ),
            Remedy = new Text(
                "Vérifiez la place et les droits du dossier ; si le fichier est abîmé, mettez-le de côté : Connector relie de nouveau ce qui existe.",
                "Check the folder's space and rights; if the file is damaged, put it aside: Connector links again what exists."
            ),
        };

    public LedgerException(string path, int version, int understood)
        : base("The ledger is from a newer version.") =>
        Problem = new Problem
        {
            Code = "ledger-newer",
            Message = new Text(
                $"Le registre « {path} » vient d'une version plus récente (schéma {version}, compris jusqu'à {understood}).",
                $"The ledger '{path}' is from a newer version (schema {version}, understood up to {understood})."
            ),
            Remedy = new Text("Mettez Connector à jour.", "Update Connector."),
        };

    public Problem Problem { get; }
}
