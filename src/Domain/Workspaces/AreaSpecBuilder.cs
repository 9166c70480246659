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
        Strategy strategy,
        GroupMeetings? meetings = null
    )
    {
        var isTeamFolder = strategy == Strategy.TeamFolders;
        var layout = blueprint.Areas[area];
        var rights = new AreaRights(layout, groups);
        var ground = MeetingGround.Of(key, tokens, meetings ?? new GroupMeetings());
        var builder = new AreaSpecBuilder(rights, new AreaShares(groups), ground.Tokens, isTeamFolder);
        builder.AddDocuments(layout.Documents, ground);
        builder.AddDescription(layout.Description, key);
        var given = builder._shares.Give(key, layout.Folders, rights.Base, AreaShares.Nothing);
        builder.AddFolders(layout.Folders, ground, rights.Base, given);
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
            MeetingForms = [.. builder.Forms(layout.Documents, layout.Folders)],
            Quota = layout.Quota,
            PassingNames = builder._passing,
        };
    }

    private void AddFolders(
        IReadOnlyList<FolderBlueprint> folders,
        MeetingGround ground,
        Func<GroupRole, AccessLevel> inherited,
        Func<GroupRole, AccessLevel> given
    )
    {
        foreach (var folder in folders)
        {
            AddPassing(ground, [folder.Name, .. folder.FormerNames], isPassing: false);
            var level = folder.Level(inherited);
            foreach (var place in ground.Folders(folder.Name, Distinct))
            {
                _folders.Add(
                    new FolderSpec(
                        place.Key,
                        ground.Key,
                        place.Name,
                        _withRules ? _rights.For(folder, inherited) : []
                    )
                    {
                        Pattern = folder.Name,
                        FormerNames = place.FormerNames(folder.FormerNames),
                        FormerParents = place.FormerParents,
                    }
                );
                AddDocuments(folder.Documents, place.Inside);
                AddDescription(folder.Description, place.Key);
                AddFolders(
                    folder.Folders,
                    place.Inside,
                    level,
                    _shares.Give(place.Key, folder.Folders, level, given)
                );
            }
        }
    }

    private void AddDocuments(IReadOnlyList<DocumentBlueprint> documents, MeetingGround ground)
    {
        foreach (var document in documents)
        {
            AddPassing(ground, [document.Name, .. document.FormerNames], document.IsOfMeeting);
            foreach (var place in ground.Documents(document.Name, document.IsOfMeeting, Distinct))
            {
                _documents.Add(
                    Form(document) with
                    {
                        Key = place.Key,
                        ParentKey = ground.Key,
                        Name = place.Name,
                        FormerNames = place.FormerNames(document.FormerNames),
                        FormerParents = place.FormerParents,
                        Points = document.IsOfMeeting ? place.Inside.Points : [],
                        Meeting =
                            document.IsOfMeeting || document.Kind == DocumentKind.YearlyReview
                                ? place.Inside.Meeting
                                : null,
                    }
                );
            }
        }
    }

    /// <summary>What each meeting gets; past ones are read by it while none is to come.</summary>
    private IEnumerable<DocumentSpec> Forms(
        IEnumerable<DocumentBlueprint> documents,
        IEnumerable<FolderBlueprint> folders
    ) =>
        documents
            .Where(document => document.IsOfMeeting)
            .Select(Form)
            .Concat(folders.SelectMany(folder => Forms(folder.Documents, folder.Folders)));

    /// <summary>The document as any meeting has it.</summary>
    private DocumentSpec Form(DocumentBlueprint document) =>
        new()
        {
            Key = "",
            ParentKey = "",
            Name = document.Name,
            Kind = document.Kind,
            Pattern = document.Name,
            Template = document.Template,
            AnyMeeting = _tokens.Passing(document.Name),
        };

    private void AddDescription(string? description, string parentKey)
    {
        if (description is null)
        {
            return;
        }

        if (BlueprintTokens.SpeaksOfMeeting(description))
        {
            _passing.Add(new PassingName(parentKey, _tokens.Passing(FolderBlueprint.DescriptionFile)));
        }

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
    private void AddPassing(MeetingGround ground, IEnumerable<string> names, bool isPassing) =>
        _passing.AddRange(
            names
                .Where(name => isPassing || BlueprintTokens.SpeaksOfMeeting(name))
                .SelectMany(name => ground.AllKeys.Select(key => new PassingName(key, _tokens.Passing(name))))
        );

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
