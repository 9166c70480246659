using System.Globalization;
using Connector.Domain.Documents;
using Connector.Domain.Meetings;
using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces;

/// <summary>Lays one area of a blueprint out: names filled in, rights turned into groups, bits and rules.</summary>
internal sealed class AreaSpecBuilder
{
    private readonly List<FolderSpec> _folders = [];
    private readonly List<DocumentSpec> _documents = [];
    private readonly List<PassingName> _passing = [];
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly AreaRights _rights;
    private readonly BlueprintTokens _tokens;
    private readonly bool _withRules;
    private readonly AreaShares _shares;

    private AreaSpecBuilder(AreaRights rights, AreaShares shares, BlueprintTokens tokens, bool withRules)
    {
        _shares = shares;
        _rights = rights;
        _tokens = tokens;
        _withRules = withRules;
    }

    public static AreaSpec Build(
        Blueprint blueprint,
        string key,
        WorkspaceArea area,
        IReadOnlyDictionary<GroupRole, string> groups,
        BlueprintTokens tokens,
        Strategy strategy
    )
    {
        var isTeamFolder = strategy == Strategy.TeamFolders;
        var layout = blueprint.Areas[area];
        var rights = new AreaRights(layout, groups);
        var builder = new AreaSpecBuilder(rights, new AreaShares(groups), tokens, isTeamFolder);
        builder.AddDocuments(layout.Documents, key);
        builder.AddDescription(layout.Description, key);
        var given = builder._shares.Give(key, layout.Folders, rights.Base, AreaShares.Nothing);
        builder.AddFolders(layout.Folders, key, rights.Base, given);
        return new AreaSpec
        {
            Key = key,
            Area = area,
            Roles = groups,
            Blueprint = new BlueprintVersion(blueprint.Name, blueprint.Version),
            MountPoint = tokens.Name(layout.Name) ?? FileName.Safe(layout.Name),
            Access = isTeamFolder ? rights.Access : new Dictionary<string, int>(),
            Rules = isTeamFolder ? rights.Root() : [],
            Shares = isTeamFolder ? [] : builder._shares.All,
            Folders = builder._folders,
            Documents = builder._documents,
            Quota = layout.Quota,
            PassingNames = builder._passing,
        };
    }

    private void AddFolders(
        IReadOnlyList<FolderBlueprint> folders,
        string parentKey,
        Func<GroupRole, AccessLevel> inherited,
        Func<GroupRole, AccessLevel> given
    )
    {
        foreach (var folder in folders)
        {
            AddPassing(parentKey, [folder.Name, .. folder.FormerNames], isPassing: false);
            if (_tokens.Name(folder.Name) is not { } wanted)
            {
                continue;
            }

            var name = Distinct(parentKey, wanted);
            var key = WorkspaceKeys.Below(parentKey, name);
            _folders.Add(
                new FolderSpec(key, parentKey, name, _withRules ? _rights.For(folder, inherited) : [])
                {
                    Pattern = folder.Name,
                    FormerNames = Former(folder.FormerNames),
                }
            );
            AddDocuments(folder.Documents, key);
            AddDescription(folder.Description, key);
            var level = folder.Level(inherited);
            AddFolders(folder.Folders, key, level, _shares.Give(key, folder.Folders, level, given));
        }
    }

    private void AddDocuments(IReadOnlyList<DocumentBlueprint> documents, string parentKey)
    {
        foreach (var document in documents)
        {
            var isOfMeeting = document.IsOfMeeting;
            AddPassing(parentKey, [document.Name, .. document.FormerNames], isOfMeeting);
            if (_tokens.Name(document.Name) is not { } wanted || (isOfMeeting && _tokens.Meeting is null))
            {
                continue;
            }

            var name = Distinct(parentKey, wanted);
            _documents.Add(
                new DocumentSpec
                {
                    Key = WorkspaceKeys.Below(parentKey, name),
                    ParentKey = parentKey,
                    Name = name,
                    FormerNames = Former(document.FormerNames),
                    Kind = document.Kind,
                    Pattern = document.Name,
                    Template = document.Template,
                    AnyMeeting = _tokens.Passing(document.Name),
                    Meeting =
                        isOfMeeting || document.Kind == DocumentKind.YearlyReview ? _tokens.Meeting : null,
                }
            );
        }
    }

    private void AddDescription(string? description, string parentKey)
    {
        if (description is null)
        {
            return;
        }

        AddPassing(
            parentKey,
            [FolderBlueprint.DescriptionFile],
            BlueprintTokens.SpeaksOfMeeting(description)
        );
        if (_tokens.Text(description) is not { } text)
        {
            return;
        }

        var name = Distinct(parentKey, FolderBlueprint.DescriptionFile);
        _documents.Add(
            new DocumentSpec
            {
                Key = WorkspaceKeys.Below(parentKey, name),
                ParentKey = parentKey,
                Name = name,
                Kind = DocumentKind.Description,
                Text = text,
            }
        );
    }

    /// <summary>Each meeting has its own; without a meeting to come there is none in the spec.</summary>
    private void AddPassing(string parentKey, IEnumerable<string> names, bool isPassing) =>
        _passing.AddRange(
            names
                .Where(name => isPassing || BlueprintTokens.SpeaksOfMeeting(name))
                .Select(name => new PassingName(parentKey, _tokens.Passing(name)))
        );

    private IReadOnlyList<string> Former(IReadOnlyList<string> names) =>
        names.Count == 0 ? [] : [.. names.Select(_tokens.Name).OfType<string>()];

    /// <summary>
    /// Names that fall together once filled in, or that differ by case alone, would be one thing to the ledger and
    /// to half of the members' machines: the later ones are numbered.
    /// </summary>
    private string Distinct(string parentKey, string wanted)
    {
        var name = wanted;
        for (var number = 2; !_taken.Add(WorkspaceKeys.Below(parentKey, name)); number++)
        {
            var extension =
                Path.GetExtension(wanted) is { Length: <= 6 } ending && !ending.Contains(' ') ? ending : "";
            name = FileName.Safe(
                wanted[..^extension.Length],
                $" ({number.ToString(CultureInfo.InvariantCulture)}){extension}"
            );
        }

        return name;
    }
}
