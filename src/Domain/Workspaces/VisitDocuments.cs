using System.Globalization;
using System.Text.RegularExpressions;
using Connector.Domain.Directories;
using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces;

/// <summary>
/// What a blueprint asks for once for each visit with a day, by the token <c>{visite}</c> in a document's name. A visit is known
/// by its organisation and its day. A folder that holds nothing else is made with the first of them.
/// </summary>
internal static class VisitDocuments
{
    private const string Token = $"{{{BlueprintTokens.Visit}}}";

    public static AreaSpec Expand(AreaSpec area, Territory territory)
    {
        var asked = area.Documents.Where(IsOfVisit).ToList();
        if (asked.Count == 0)
        {
            return area;
        }

        var visits = Visits(territory);
        var documents = area
            .Documents.SelectMany(document =>
                IsOfVisit(document) ? visits.Select(visit => Of(document, visit)) : [document]
            )
            .ToList();
        return area with
        {
            Documents = documents,
            Folders = visits.Count > 0 ? area.Folders : [.. area.Folders.Where(folder => !IsBare(folder))],
            PassingNames =
            [
                .. area.PassingNames,
                .. asked.Select(document => new PassingName(document.ParentKey, Pattern(document.Name))),
            ],
        };

        bool IsBare(FolderSpec folder) =>
            asked.Exists(document => document.ParentKey == folder.Key)
            && !documents.Exists(document => document.ParentKey == folder.Key)
            && !area.Folders.Any(below => below.ParentKey == folder.Key);
    }

    private static bool IsOfVisit(DocumentSpec document) =>
        document.Name.Contains(Token, StringComparison.Ordinal);

    private static List<(Visit Visit, string Name)> Visits(Territory territory)
    {
        var names = territory.Organisations.ToDictionary(
            organisation => organisation.Id,
            organisation => organisation.Name,
            StringComparer.Ordinal
        );
        var all = territory
            .Visits.Where(visit => visit is { Date: not null, IsInvitation: false })
            .DistinctBy(visit => (visit.Organisation, visit.Date))
            .Select(visit => (Visit: visit, Name: $"{Day(visit)} {names[visit.Organisation]}"))
            .ToList();
        var twice = all.CountBy(one => Folded.Key(one.Name))
            .Where(count => count.Value > 1)
            .Select(count => count.Key)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. all.Select(one =>
                twice.Contains(Folded.Key(one.Name))
                    ? (one.Visit, $"{one.Name} ({one.Visit.Organisation})")
                    : one
            ),
        ];
    }

    private static DocumentSpec Of(DocumentSpec document, (Visit Visit, string Name) one) =>
        document with
        {
            Key = document.Key.Replace(
                Token,
                $"{one.Visit.Organisation} {Day(one.Visit)}",
                StringComparison.Ordinal
            ),
            Name = FileName.Safe(document.Name.Replace(Token, one.Name, StringComparison.Ordinal)),
            Visit = one.Visit,
        };

    private static string Pattern(string name) =>
        $"^{Regex.Escape(WorkspaceKeys.Below("", name)[1..]).Replace(Regex.Escape(Token), "[^/]+", StringComparison.Ordinal)}$";

    private static string Day(Visit visit) =>
        visit.Date!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
