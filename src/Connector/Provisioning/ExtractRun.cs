using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Domain.Workspaces.Extraction;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Reports;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Blueprints;

namespace Connector.Provisioning;

/// <summary>What somebody wants a blueprint of, and how it is to be called.</summary>
internal sealed record ExtractRequest
{
    /// <summary>A group's identifier or name, a team folder or a folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Name of the blueprint; null for one made from the folder's.</summary>
    public string? Name { get; init; }

    /// <summary>Group id → role, beside what the territory knows.</summary>
    public IReadOnlyDictionary<string, GroupRole> Roles { get; init; } = new Dictionary<string, GroupRole>();

    public int Depth { get; init; } = 3;
}

/// <summary>The territory that the folder belongs to, with its ledger, where there is one.</summary>
internal sealed record ExtractSource(
    Territory Territory,
    IReadOnlyDictionary<string, Blueprint> Blueprints,
    LedgerStore Ledger
);

/// <summary>Makes a blueprint from a live folder. Only reads.</summary>
internal sealed class ExtractRun(NextcloudClient client, TimeProvider time)
{
    private static readonly string[] Heading =
    [
        "Modèle tiré d'un dossier existant par « connector blueprint extract ».",
        "Pour l'utiliser : « modèles: ce-fichier.yaml » dans le territoire, et son nom à la clé « modèle » d'un groupe.",
    ];

    public async Task<ExtractReport> RunAsync(
        ExtractRequest request,
        ExtractSource? source,
        CancellationToken ct
    )
    {
        try
        {
            var scope = source is null
                ? null
                : await new ScopeBuilder(client, source.Ledger, time).BuildAsync(
                    source.Territory,
                    source.Blueprints,
                    ct
                );
            var reader = new LiveAreaReader(client, request);
            var (live, known) = await reader.ReadAsync(scope, source, ct);
            return live is null
                ? new ExtractReport { Problems = [NotFound(request.Folder, known)] }
                : Extract(request, live);
        }
        catch (NextcloudException error)
        {
            return new ExtractReport { Problems = [error.Problem] };
        }
        catch (LedgerException error)
        {
            return new ExtractReport { Problems = [error.Problem] };
        }
    }

    private static ExtractReport Extract(ExtractRequest request, LiveArea live)
    {
        var extracted = BlueprintExtraction.Of(live);
        var slug = Slug.Of(live.Root[(live.Root.LastIndexOf('/') + 1)..]);
        var blueprint = new Blueprint
        {
            Name = request.Name ?? (slug.Length == 0 ? "modele" : slug),
            Version = "1",
            Tokens = extracted.Tokens,
            Areas = new Dictionary<WorkspaceArea, AreaBlueprint> { [live.Area] = extracted.Area },
        };
        return new ExtractReport
        {
            Yaml = BlueprintWriter.Write(blueprint, Heading),
            Notes = extracted.Notes,
        };
    }

    private static Problem NotFound(string folder, IReadOnlyCollection<string> known) =>
        new()
        {
            Code = "unknown-folder",
            Message = new Text(
                $"« {folder} » n'est ni un groupe du territoire, ni un dossier que le compte de service voit.",
                $"'{folder}' is neither a group of the territory nor a folder that the service account sees."
            ),
            Remedy = Nearest.Advice(folder, known),
        };
}
