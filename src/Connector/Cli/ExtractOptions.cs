using System.CommandLine;
using Connector.Domain;

namespace Connector.Cli;

/// <summary>What <c>blueprint extract</c> can be told.</summary>
internal sealed class ExtractOptions(Language language)
{
    public Argument<string> Folder { get; } =
        new("DOSSIER")
        {
            Description = new Text(
                "Un groupe du territoire (identifiant ou nom), un dossier d'équipe ou un dossier.",
                "A group of the territory (identifier or name), a team folder or a folder."
            ).In(language),
        };

    public Option<string> Territory { get; } = new GroupOptions(language).Territory;

    public Option<string[]> Roles { get; } =
        new("--role")
        {
            Description = new Text(
                "Rôle d'un groupe Nextcloud que le territoire ne connaît pas : --role elus=membre. Répétable.",
                "Role of a Nextcloud group that the territory does not know: --role elus=membre. Repeatable."
            ).In(language),
            HelpName = "GROUPE=RÔLE",
        };

    public Option<string?> Name { get; } =
        new("--name")
        {
            Description = new Text(
                "Nom du modèle. Par défaut : celui du dossier.",
                "Name of the blueprint. Default: the folder's."
            ).In(language),
            HelpName = "NOM",
        };

    public Option<int> Depth { get; } =
        new("--depth")
        {
            Description = new Text(
                "Niveaux de dossiers à reprendre ; 3 par défaut. Ce que Connector a créé l'est toujours.",
                "Levels of folders to take; default 3. What Connector made always is."
            ).In(language),
            HelpName = "N",
            DefaultValueFactory = _ => 3,
        };

    public Option<string?> Output { get; } =
        new("--out")
        {
            Description = new Text(
                "Fichier à écrire, qui ne doit pas exister. Par défaut : la sortie standard.",
                "File to write, which must not exist. Default: standard output."
            ).In(language),
            HelpName = "FICHIER",
        };
}
