using Connector.Domain;
using Connector.Templates;

namespace Connector.Publishing;

/// <summary>What stands in the way of reading a document and of putting published files beside it.</summary>
internal static class PublishingProblems
{
    public static Problem Unreadable(string path, TemplateException refusal) =>
        new()
        {
            Code = refusal.Problems[0].Code,
            Message = new Text(
                $"« {path} » ne peut pas être lu : {refusal.Problems[0].French}",
                $"'{path}' cannot be read: {refusal.Problems[0].English}"
            ),
            Remedy = new Text(refusal.Problems[0].FrenchRemedy, refusal.Problems[0].EnglishRemedy),
        };

    public static Problem InTheWay(string path) =>
        new()
        {
            Code = "file-in-the-way",
            Message = new Text(
                $"« {path} » existe déjà et n'est pas ce qui serait publié : rien n'a été publié.",
                $"'{path}' exists already and is not what would be published: nothing was published."
            ),
            Remedy = new Text(
                "Renommez-le ou déplacez-le, puis recommencez.",
                "Rename it or move it, then try again."
            ),
        };

    public static Problem NotWritten(string path, Text? why) =>
        new()
        {
            Code = "not-written",
            Message = new Text(
                $"« {path} » n'a pas pu être écrit. {why?.French}".TrimEnd(),
                $"'{path}' could not be written. {why?.English}".TrimEnd()
            ),
            Remedy = new Text(
                "Corrigez cela et recommencez : ce qui est déjà fait n'est pas refait.",
                "Put that right and try again: what is done already is not done again."
            ),
        };

    public static Problem NotReadOnly(string folder) =>
        new()
        {
            Code = "not-read-only",
            Message = new Text(
                $"« {folder} » n'a pas pu être mis en lecture seule ; l'empreinte dit quand même si un fichier publié a changé.",
                $"'{folder}' could not be made read-only; the fingerprint tells all the same whether a published file changed."
            ),
            Remedy = new Text(
                "Activez les droits avancés du dossier d'équipe, ou laissez-le ainsi.",
                "Switch the team folder's advanced permissions on, or leave it so."
            ),
        };
}
