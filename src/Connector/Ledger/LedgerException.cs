using Connector.Domain;

namespace Connector.Ledger;

/// <summary>The ledger cannot be read or written. The work stops: nothing may be done that it does not know of.</summary>
internal sealed class LedgerException : Exception
{
    public LedgerException(Problem problem)
        : base(problem.Message.English) => Problem = problem;

    public LedgerException(string path, Exception cause)
        : base(cause.Message, cause) => Problem = LedgerHealth.Diagnose(path, cause);

    public LedgerException(string path, int version, int understood)
        : this(
            new Problem
            {
                Code = "ledger-newer",
                Message = new Text(
                    $"Le registre « {path} » vient d'une version plus récente (schéma {version}, compris jusqu'à {understood}).",
                    $"The ledger '{path}' is from a newer version (schema {version}, understood up to {understood})."
                ),
                Remedy = new Text("Mettez Connector à jour.", "Update Connector."),
            }
        ) { }

    public Problem Problem { get; }
}
