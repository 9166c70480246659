using Connector.DocumentFlow;
using Connector.Domain;
using Connector.Domain.Documents;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning;

namespace Connector.Roadmaps;

/// <summary>All roadmaps of a territory, as one look at the server finds them.</summary>
internal sealed record RoadmapShelf
{
    /// <summary>How the network's roadmap is asked for on the command line.</summary>
    public const string Network = "réseau";

    private static readonly string[] NetworkNames = ["reseau", "network"];

    public required string Territory { get; init; }

    /// <summary>The network's first.</summary>
    public required IReadOnlyList<RoadmapFile> Files { get; init; }

    /// <summary>The coordinators' own folder, where proofs are kept; null when it was never made.</summary>
    public required string? Steering { get; init; }

    public required DateOnly Today { get; init; }

    public static async Task<RoadmapShelf> LookAsync(
        NextcloudClient client,
        LedgerStore ledger,
        TimeProvider time,
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        CancellationToken ct
    )
    {
        var scope = await new ScopeBuilder(client, ledger, time).BuildAsync(territory, blueprints, ct);
        return Of(scope, ledger, territory);
    }

    /// <summary>The same from a look that was taken already.</summary>
    public static RoadmapShelf Of(ProvisionScope scope, LedgerStore ledger, Territory territory)
    {
        var context = new ComposedTerritory(scope.Spec, territory, scope.Today)
        {
            Calendars = scope.Calendars,
        };
        return new RoadmapShelf
        {
            Territory = scope.Territory,
            Today = scope.Today,
            Files =
            [
                .. scope
                    .Spec.Areas.OrderBy(area => area.WorkingGroupId is null ? 0 : 1)
                    .SelectMany(area =>
                        area.Documents.Where(document => document.Kind == DocumentKind.Roadmap)
                            .Select(document => File(scope, ledger, context, area, document))
                    ),
            ],
            Steering = Place(scope, WorkspaceKeys.Steering),
        };
    }

    /// <summary>By the group's identifier or name; « réseau » for the network's; null when nobody is called so.</summary>
    public RoadmapFile? Find(string who) =>
        Files.FirstOrDefault(file => file.GroupId == who)
        ?? Files.FirstOrDefault(file =>
            file.GroupId is null
                ? NetworkNames.Contains(Folded.Key(who)) || Folded.Key(file.Owner) == Folded.Key(who)
                : Folded.Key(file.Owner) == Folded.Key(who)
        );

    /// <summary>Where the coordinators keep proofs and reminders of a version; null without a folder of their own.</summary>
    public string? SignatureFolder(RoadmapFile file, string version) =>
        Steering is null
            ? null
            : $"{Steering}/Signatures/{FileName.Safe($"{file.Owner} – version {version}")}";

    private static RoadmapFile File(
        ProvisionScope scope,
        LedgerStore ledger,
        ComposedTerritory context,
        AreaSpec area,
        DocumentSpec document
    ) =>
        new()
        {
            Key = document.Key,
            GroupId = area.WorkingGroupId,
            Owner = context.Group(area)?.Name ?? context.Territory.Name,
            Area = area,
            Path = Place(scope, document.Key),
            Content = () => RoadmapComposer.Compose(context, area, document),
            Template = ct => new TemplateMemory(scope.Known, ledger).OfAsync(document.Key, document, ct),
            Members =
            [
                .. RoadmapComposer
                    .OrganisationsOf(context, context.Group(area))
                    .Select(organisation => new Signer(organisation.Id, organisation.Name)),
            ],
        };

    private static string? Place(ProvisionScope scope, string key) =>
        KnownPlace.Of(key, scope.Spec, scope.Known, scope.Snapshot);
}
