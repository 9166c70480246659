using System.CommandLine;
using Connector.Domain;

namespace Connector.Cli;

/// <summary>What the verbs about one working group have in common.</summary>
internal sealed class GroupOptions
{
    public GroupOptions(Language language)
    {
        Group = new Argument<string>("GROUPE")
        {
            Description = new Text(
                "L'identifiant du groupe dans le fichier du territoire, ou son nom.",
                "The group's identifier in the territory's file, or its name."
            ).In(language),
        };
        Territory = new Option<string>("--file", "-f")
        {
            Description = new Text(
                "Le fichier du territoire. Par défaut : territoire.yaml dans le dossier courant.",
                "The territory's file. Default: territoire.yaml in the current folder."
            ).In(language),
            HelpName = "TERRITOIRE",
            DefaultValueFactory = _ => CommonOptions.DefaultTerritory,
        };
        DryRun = new Option<bool>("--dry-run")
        {
            Description = new Text(
                "Dit ce qui serait fait, et ne fait rien.",
                "Says what would be done, and does nothing."
            ).In(language),
        };
        Yes = new Option<bool>("--yes", "-y")
        {
            Description = new Text(
                "Ne demande pas de confirmation ; nécessaire hors d'un terminal.",
                "Asks for no confirmation; needed outside a terminal."
            ).In(language),
        };
    }

    public Argument<string> Group { get; }

    public Option<string> Territory { get; }

    public Option<bool> DryRun { get; }

    public Option<bool> Yes { get; }

    public GroupRequest Request(ParseResult result, CommonOptions common)
    {
        var path = result.GetRequiredValue(Territory);
        return new GroupRequest
        {
            Territory = new TerritoryRequest(
                path,
                result.GetValue(common.Server),
                CommonOptions.LedgerPath(path, result.GetValue(common.Ledger))
            ),
            Group = result.GetRequiredValue(Group),
            DryRun = result.GetValue(DryRun),
            Yes = result.GetValue(Yes),
            Json = result.GetValue(common.Json),
        };
    }
}

/// <summary>As typed: about which group of which territory, and whether to ask.</summary>
internal sealed record GroupRequest
{
    public required TerritoryRequest Territory { get; init; }

    public required string Group { get; init; }

    public required bool DryRun { get; init; }

    public required bool Yes { get; init; }

    public required bool Json { get; init; }
}
