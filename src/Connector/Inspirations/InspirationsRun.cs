using Connector.DocumentFlow;
using Connector.Domain;
using Connector.Domain.Inspirations;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Provisioning;
using Connector.Reports;
using Connector.Templates;

namespace Connector.Inspirations;

/// <summary>
/// <c>connector inspirations</c>: reads the sheets of every folder « Ressources et inspirations », keeps an index and a page in it, and
/// tells with whom nobody talked. Each folder has its own, so that whoever may read the sheets reads the index, and nobody else.
/// </summary>
internal sealed class InspirationsRun(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    private static readonly string FolderName = Folded.Key("Ressources et inspirations");

    private readonly List<Problem> _warnings = [];
    private readonly List<KnownResource> _learnt = [];
    private readonly List<KeptBase> _bases = [];

    public async Task<InspirationsReport> RunAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        CancellationToken ct
    )
    {
        var scope = await new ScopeBuilder(client, ledger, time).BuildAsync(territory, blueprints, ct);
        var templates = Templates(scope);
        var shelf = new SheetShelf(client, ledger, scope.Known, templates);
        var folders = new List<IndexedFolder>();
        foreach (var folder in Folders(scope))
        {
            var sheets = new List<Inspiration>();
            foreach (var node in Documents(scope, folder))
            {
                sheets.AddRange(await shelf.ReadAsync(node, ct) is { } sheet ? [sheet] : []);
            }

            folders.Add(await Index(scope, folder, sheets, templates[0], ct));
        }

        await ledger.RememberAsync(
            scope.Territory,
            [.. shelf.Learnt, .. _learnt],
            [.. shelf.Bases, .. _bases],
            ct
        );
        return new InspirationsReport
        {
            Territory = territory.Name,
            Folders = folders,
            Sources = territory.InspirationSources,
            Warnings = [.. scope.Templates.Warnings, .. shelf.Warnings, .. _warnings],
        };
    }

    private async Task<IndexedFolder> Index(
        ProvisionScope scope,
        NodeState folder,
        IReadOnlyList<Inspiration> sheets,
        DocumentTemplate template,
        CancellationToken ct
    )
    {
        var written = new List<string>();
        var pages = new PageWriter(client, scope, template);
        Take(await pages.WriteFormAsync(folder, ct), written);
        if (sheets.Count == 0 && scope.Known.Find($"inspirations:{folder.FileId}") is null)
        {
            return new IndexedFolder(folder, sheets) { Written = written };
        }

        var index = await new IndexWriter(client, ledger, scope).WriteAsync(
            folder,
            [.. sheets.Select(IndexRow.Of)],
            ct
        );
        written.AddRange(index.Written is { } path ? [path] : []);
        _learnt.AddRange(index.Learnt is { } learnt ? [learnt] : []);
        _bases.AddRange(index.Base is { } kept ? [kept] : []);
        _warnings.AddRange(index.Warnings);
        var whole = sheets.Select(sheet => Completed(sheet, index.Seen)).ToList();
        var notTalked = whole.Where(sheet => sheet.Talked.Length == 0 && !IsMet(scope, sheet)).ToList();
        Take(await pages.WritePageAsync(folder, whole, notTalked, ct), written);
        return new IndexedFolder(folder, whole) { NotTalked = notTalked, Written = written };
    }

    private void Take((KnownResource? Learnt, Problem? Problem) outcome, List<string> written)
    {
        _learnt.AddRange(outcome.Learnt is null ? [] : [outcome.Learnt]);
        written.AddRange(outcome.Learnt?.Path is { } path ? [path] : []);
        _warnings.AddRange(outcome.Problem is null ? [] : [outcome.Problem]);
    }

    /// <summary>Whoever talked with a carrier may have noted it in the index, and not in the sheet.</summary>
    private static Inspiration Completed(Inspiration sheet, IReadOnlyDictionary<long, IndexRow> seen) =>
        sheet.Talked.Length == 0 && seen.TryGetValue(sheet.FileId, out var row)
            ? sheet with
            {
                Talked = row[IndexColumn.Talked],
            }
            : sheet;

    /// <summary>Whether the directory tells of a visit at an organisation of that name.</summary>
    private static bool IsMet(ProvisionScope scope, Inspiration sheet) =>
        sheet.Lead.Length > 0
        && scope
            .Source.Organisations.Where(one => Folded.Key(one.Name) == Folded.Key(sheet.Lead))
            .Any(one =>
                scope.Source.Visits.Any(visit => visit.Organisation == one.Id && visit.IsMade(scope.Today))
            );

    private static IReadOnlyList<DocumentTemplate> Templates(ProvisionScope scope)
    {
        var builtIn = BuiltInTemplates.OfKind(TemplateKinds.Inspiration);
        return scope.Templates.Files.TryGetValue(TemplateKinds.Inspiration.Name, out var own)
            ? [DocumentTemplate.Load(own.Docx), builtIn]
            : [builtIn];
    }

    /// <summary>In the network's own areas and groups; a folder inside such a folder is part of it.</summary>
    private static IEnumerable<NodeState> Folders(ProvisionScope scope)
    {
        var roots = scope
            .Spec.Areas.Where(area => !scope.Known.IsClosed(area))
            .Select(area => KnownPlace.Of(area.Key, scope.Spec, scope.Known, scope.Snapshot))
            .OfType<string>()
            .ToList();
        var found = scope
            .Snapshot.Nodes.Where(node =>
                node.IsFolder
                && Folded.Key(node.Path.Split('/')[^1]).EndsWith(FolderName, StringComparison.Ordinal)
                && roots.Exists(root => node.Path.StartsWith($"{root}/", StringComparison.Ordinal))
            )
            .OrderBy(node => node.Path, StringComparer.Ordinal)
            .ToList();
        return found.Where(node =>
            !found.Exists(other => node.Path.StartsWith($"{other.Path}/", StringComparison.Ordinal))
        );
    }

    private static IEnumerable<NodeState> Documents(ProvisionScope scope, NodeState folder) =>
        scope
            .Snapshot.Nodes.Where(node =>
                !node.IsFolder
                && node.Path.StartsWith($"{folder.Path}/", StringComparison.Ordinal)
                && node.Path.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)
                && node.Path.Split('/')[^1] is [not ('~' or '.'), ..]
            )
            .OrderBy(node => node.Path, StringComparer.Ordinal);
}
