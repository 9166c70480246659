using Connector.DocumentFlow;
using Connector.Domain;
using Connector.Templates;

namespace Connector.Provisioning;

/// <summary>Why a template in the coordinators' folder is not used.</summary>
internal static class TemplateProblems
{
    public static Problem Refused(string path, IReadOnlyList<TemplateVerdict> errors, bool isLastUsed)
    {
        var others = errors.Count - 1;
        return new Problem
        {
            Code = "shared-template-refused",
            Message = new Text(
                $"« {path} » n'est pas utilisé. {errors[0].What.French}{(others == 0 ? "" : $" (et {others} {(others == 1 ? "autre erreur" : "autres erreurs")})")} {Meanwhile(isLastUsed).French}",
                $"'{path}' is not used. {errors[0].What.English}{(others == 0 ? "" : $" (and {others} more {(others == 1 ? "error" : "errors")})")} {Meanwhile(isLastUsed).English}"
            ),
            Remedy = new Text(
                $"{errors[0].Remedy.French} Une fois enregistré, il est relu au prochain passage.",
                $"{errors[0].Remedy.English} Once saved, the next run reads it again."
            ),
        };
    }

    public static Problem TooLarge(string path, bool isLastUsed) =>
        new()
        {
            Code = "shared-template-too-large",
            Message = new Text(
                $"« {path} » n'est pas utilisé : il dépasse 20 Mo, ou a disparu pendant la lecture. {Meanwhile(isLastUsed).French}",
                $"'{path}' is not used: it is larger than 20 MB, or went away while it was read. {Meanwhile(isLastUsed).English}"
            ),
            Remedy = new Text(
                "Réduisez ses images et enregistrez-le.",
                "Make its pictures smaller and save it."
            ),
        };

    public static Problem Twice(string path, string used) =>
        new()
        {
            Code = "shared-template-twice",
            Message = new Text(
                $"« {path} » n'est pas utilisé : « {used} » porte le nom du même document.",
                $"'{path}' is not used: '{used}' has the name of the same document."
            ),
            Remedy = new Text("Renommez ou déplacez l'un des deux.", "Rename or move one of the two."),
        };

    public static Problem NoKind(string path) =>
        new()
        {
            Code = "shared-template-unknown",
            Message = new Text(
                $"« {path} » n'est pas utilisé : aucun document ne porte ce nom.",
                $"'{path}' is not used: no document has that name."
            ),
            Remedy = new Text(
                $"Pour qu'il serve de modèle, nommez-le : {Names}. Sinon, rangez-le ailleurs.",
                $"To make it a template, name it: {Names}. Else keep it elsewhere."
            ),
        };

    /// <summary>Those that <c>template get</c> gives.</summary>
    private static string Names { get; } =
        string.Join(", ", BuiltInTemplates.All.Select(template => template.FileName));

    private static Text Meanwhile(bool isLastUsed) =>
        isLastUsed
            ? new Text(
                "Sa dernière version sans erreur reste en service.",
                "Its last version without mistakes stays in use."
            )
            : new Text("Le modèle intégré est utilisé.", "The built-in template is used.");
}
