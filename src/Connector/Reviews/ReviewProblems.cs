using Connector.Domain;

namespace Connector.Reviews;

internal static class ReviewProblems
{
    public static readonly Problem NotThereYet = new()
    {
        Code = "no-network-folder",
        Message = new Text(
            "Le dossier du réseau n'est pas encore en place.",
            "The network's folder is not set up yet."
        ),
        Remedy = new Text(
            "Lancez « connector apply », puis recommencez.",
            "Run 'connector apply', then try again."
        ),
    };
}
