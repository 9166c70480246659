using Connector.Domain;

namespace Connector.Provisioning;

/// <summary>Why an event could not be written for the coordinator, in sentences.</summary>
internal static class EventProblems
{
    public static Problem Refused(string title, Text? why) =>
        new()
        {
            Code = "event-refused",
            Message = new Text(
                $"Le serveur n'a pas pris « {title} » : {why?.French ?? "refusé"}.",
                $"The server did not take '{title}': {why?.English ?? "refused"}."
            ),
            Remedy = new Text("Réessayez plus tard.", "Try again later."),
        };

    public static Problem Busy(string title) =>
        new()
        {
            Code = "event-busy",
            Message = new Text(
                $"Quelqu'un enregistre « {title} » en ce moment.",
                $"Somebody is saving '{title}' just now."
            ),
            Remedy = new Text("Réessayez dans une minute.", "Try again in a minute."),
        };
}
