using System.Text;
using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces.Extraction;

/// <summary>
/// Makes a blueprint's area from a live folder. What Connector made keeps the blueprint's own words, by its file id;
/// other folders are described anew. Folders that differ by a date alone are one. Pure.
/// </summary>
public sealed class BlueprintExtraction
{
    private readonly LiveArea _live;
    private readonly LiveRights _rights;
    private readonly ILookup<string, NodeState> _children;
    private readonly ExtractionNotes _notes = new();
    private readonly LiveNames _names;

    private BlueprintExtraction(LiveArea live)
    {
        _live = live;
        _rights = new LiveRights(live);
        _names = new LiveNames(live, _notes);
        _children = live
            .Nodes.Where(node => node.Path.Length > live.Root.Length)
            .OrderBy(node => node.Path, StringComparer.Ordinal)
            .ToLookup(node => LiveNames.ParentOf(node.Path), StringComparer.Ordinal);
    }

    public static ExtractedArea Of(LiveArea live)
    {
        var extraction = new BlueprintExtraction(live);
        var root = extraction.Inside(
            [live.Root],
            "",
            Current.Root(live.Current?.Whole),
            _ => AccessLevel.None,
            depth: 0
        );
        var area = new AreaBlueprint
        {
            Name =
                live.RootPattern
                ?? extraction._names.Pattern(
                    live.Root,
                    live.Names.Spoken(LiveNames.NameOf(live.Root), FileName.Safe)
                )
                ?? "{groupe}",
            Rights = root.Rights,
            Folders = root.Folders,
            Documents = root.Documents,
            Description = root.Description,
            Quota = extraction.Quota(),
            CalendarColour = live.Colour,
            HasCalendar = live.HasCalendar,
        };
        return new ExtractedArea(
            area,
            extraction.Tokens(root, area.Name),
            [.. extraction._rights.Notes(), .. extraction._notes.Told(live.Depth)]
        );
    }

    /// <summary>Only a team folder has one; without, what the blueprint in force says still holds.</summary>
    private long? Quota() =>
        _live.TeamFolder is { } team && team.Quota != _live.Current?.Quota
            ? team.Quota >= 0
                ? team.Quota
                : null
            : _live.Current?.Quota;

    /// <param name="paths">The folders that are one, the latest last.</param>
    /// <param name="name">Their pattern.</param>
    /// <param name="current">The folder of the blueprint in force that they come from.</param>
    /// <param name="above">What a role may do in the folder above.</param>
    /// <param name="depth">How far down.</param>
    private FolderBlueprint Inside(
        IReadOnlyList<string> paths,
        string name,
        Current? current,
        Func<GroupRole, AccessLevel> above,
        int depth
    )
    {
        AccessLevel Level(GroupRole role) =>
            current is not null && _live.AsGiven.Contains(role) ? current.Level(role)
            : depth > 0 && IsOutOfReach(above(role)) ? AccessLevel.None
            : _rights.Of(role, paths[^1]);
        if (
            _rights.Roles.Any(role =>
                paths.Any(path => _rights.Of(role, path) != _rights.Of(role, paths[^1]))
            )
        )
        {
            _notes.Differing.Add(paths[^1]);
        }

        var files = paths.SelectMany(path => _children[path]).Where(node => !node.IsFolder).ToList();
        return new FolderBlueprint
        {
            Name = name,
            Rights = Rights(Level, above, current?.Folder),
            Description = Description(files, current?.Folder),
            Documents = Documents(files, current?.Folder),
            Folders = Folders(paths, current, Level, depth),
        };
    }

    /// <summary>A team folder opens what is inside only to those who may open what is above; a share opens a folder by itself.</summary>
    private bool IsOutOfReach(AccessLevel above) => above == AccessLevel.None && _live.TeamFolder is not null;

    private Dictionary<GroupRole, AccessLevel> Rights(
        Func<GroupRole, AccessLevel> level,
        Func<GroupRole, AccessLevel> above,
        FolderBlueprint? current
    )
    {
        var rights = _rights
            .Roles.Where(role => level(role) != above(role))
            .ToDictionary(role => role, level);
        // Nobody has the role here: what the blueprint in force gives to it still holds.
        foreach (var (role, wanted) in current?.Rights ?? new Dictionary<GroupRole, AccessLevel>())
        {
            if (!_rights.Roles.Contains(role))
            {
                rights[role] = wanted;
            }
        }

        return rights;
    }

    private List<FolderBlueprint> Folders(
        IReadOnlyList<string> paths,
        Current? current,
        Func<GroupRole, AccessLevel> level,
        int depth
    )
    {
        var nodes = paths
            .SelectMany(path => _children[path])
            .Where(node => node.IsFolder && !LiveNames.IsHidden(node))
            .ToList();
        var layout = nodes.Where(node => depth < _live.Depth || _names.HasKnown(node)).ToList();
        _notes.Deep.UnionWith(nodes.Except(layout).Select(node => node.Path));
        var guessed = _live.Names.Of([
            .. layout
                .Where(node => _names.KnownPattern(node) is null)
                .Select(node => LiveNames.NameOf(node.Path))
                .Distinct(),
        ]);
        return
        [
            .. layout
                .Select(node => (node, pattern: _names.KnownPattern(node) ?? Guessed(node, guessed)))
                .Where(pair => pair.pattern is not null)
                .GroupBy(pair => PlanningTable.Normalise(pair.pattern!), StringComparer.OrdinalIgnoreCase)
                .OrderBy(same => same.Key, StringComparer.Ordinal)
                .Select(same =>
                    Inside(
                        [.. same.Select(pair => pair.node.Path).Order(StringComparer.Ordinal)],
                        same.First().pattern!,
                        current?.Inside(same.Key),
                        level,
                        depth + 1
                    )
                ),
        ];
    }

    private string? Guessed(NodeState node, IReadOnlyDictionary<string, string?> guessed)
    {
        var name = LiveNames.NameOf(node.Path);
        if (guessed[name] is { } pattern)
        {
            return _names.Pattern(node.Path, pattern);
        }

        _notes.SingleDays.Add(node.Path);
        return null;
    }

    private List<DocumentBlueprint> Documents(IReadOnlyList<NodeState> files, FolderBlueprint? current)
    {
        var documents = new Dictionary<string, DocumentBlueprint>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            if (Document(file, current) is { } document)
            {
                documents.TryAdd(document.Name, document);
            }
            else if (!_names.IsDescription(file))
            {
                _notes.Files++;
            }
        }

        return [.. documents.Values.OrderBy(document => document.Name, StringComparer.Ordinal)];
    }

    private DocumentBlueprint? Document(NodeState file, FolderBlueprint? current)
    {
        if (!_live.Known.TryGetValue(file.FileId, out var known) || known.Kind == DocumentKind.Description)
        {
            return null;
        }

        var name = LiveNames.NameOf(file.Path);
        var guess = _live.Names.Of([name])[name] ?? name;
        if (known.Kind is not { } kind)
        {
            // Made for an earlier meeting: the blueprint in force may still say what of.
            return current?.Documents.FirstOrDefault(document => PlanningNames.Same(document.Name, guess));
        }

        return (_names.KnownPattern(file) ?? _names.Pattern(file.Path, guess)) is { } pattern
            ? new DocumentBlueprint(pattern, kind) { Template = known.Template }
            : null;
    }

    private string? Description(IReadOnlyList<NodeState> files, FolderBlueprint? current)
    {
        var file = files.LastOrDefault(_names.IsDescription);
        if (file is null || !_live.Texts.TryGetValue(file.Path, out var raw))
        {
            return null;
        }

        var text = raw.ReplaceLineEndings("\n").Trim().Normalize(NormalizationForm.FormC);
        if (
            current?.Description is { } words
            && _live.Known.GetValueOrDefault(file.FileId)?.Text?.Trim() == text
        )
        {
            return words;
        }

        if (text.Length == 0)
        {
            return null;
        }

        var spoken = text.Contains('{', StringComparison.Ordinal)
            ? text
            : _live.Names.Spoken(text, Markdown.Plain);
        if (BlueprintTokens.In(text).Any() || !_live.IsExpressible(spoken, false))
        {
            _notes.Unsaid.Add(file.Path);
            return null;
        }

        return spoken;
    }

    private Dictionary<string, string> Tokens(FolderBlueprint root, string name)
    {
        var used = BlueprintTokens.In(name).Concat(Texts(root).SelectMany(BlueprintTokens.In)).ToHashSet();
        return (_live.Blueprint?.Tokens ?? new Dictionary<string, string>())
            .Where(token => used.Contains(token.Key))
            .ToDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Texts(FolderBlueprint folder) =>
        folder
            .Documents.Select(document => document.Name)
            .Append(folder.Name)
            .Append(folder.Description ?? "")
            .Concat(folder.Folders.SelectMany(Texts));

    /// <summary>A folder of the blueprint in force, and what each role may do there.</summary>
    private sealed record Current(FolderBlueprint Folder, Func<GroupRole, AccessLevel> Level)
    {
        public static Current? Root(FolderBlueprint? folder) =>
            folder is null ? null : new Current(folder, folder.Level(_ => AccessLevel.None));

        public Current? Inside(string name) =>
            Folder.Folders.FirstOrDefault(one => PlanningNames.Same(one.Name, name)) is { } folder
                ? new Current(folder, folder.Level(Level))
                : null;
    }
}
