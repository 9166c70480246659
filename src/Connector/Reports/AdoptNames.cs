using Connector.Domain;
using Connector.Domain.Workspaces.Adoption;

namespace Connector.Reports;

/// <summary>The words for what an adoption found.</summary>
internal static class AdoptNames
{
    /// <summary>Why this candidate.</summary>
    public static Text Why(MatchQuality quality) =>
        quality switch
        {
            MatchQuality.Exact => new Text("même nom", "same name"),
            MatchQuality.Folded => new Text(
                "même nom, aux accents, majuscules, signes et numéro près",
                "same name but for accents, case, signs and number"
            ),
            MatchQuality.Near => new Text("nom voisin", "similar name"),
            _ => new Text("choisi par vous", "chosen by you"),
        };

    public static Text Of(AdoptionLine line, bool isLinked) =>
        line.State switch
        {
            _ when isLinked => new Text("relié", "linked"),
            AdoptionState.Proposed or AdoptionState.Accepted => new Text("à décider", "to decide"),
            AdoptionState.Refused => new Text("écarté", "set aside"),
            AdoptionState.Ambiguous => new Text("ambigu", "ambiguous"),
            AdoptionState.Information => new Text("groupe existant ressemblant", "similar group exists"),
            _ => new Text("rien de ressemblant", "nothing alike"),
        };

    public static string Colour(AdoptionLine line, bool isLinked) =>
        line.State switch
        {
            _ when isLinked => "green",
            AdoptionState.Proposed or AdoptionState.Accepted => "yellow",
            AdoptionState.Ambiguous => "red",
            AdoptionState.Information => "blue",
            _ => "grey",
        };
}
