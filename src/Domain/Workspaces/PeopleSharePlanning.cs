using System.Globalization;
using Connector.Domain.Territories;

namespace Connector.Domain.Workspaces;

/// <summary>
/// What people shared of an area themselves. It is theirs: never taken away, whatever is chosen about shares. A public
/// address without an end is another matter where the file enforces: it gets one, or its maker is asked to give it one.
/// </summary>
internal static class PeopleSharePlanning
{
    /// <summary>A month, in which whoever needs the address can choose another day.</summary>
    public const int Days = 30;

    public static void Plan(AreaSpec area, PlanningTable table)
    {
        var choice = table.Enforcement(ManagedField.Sharing);
        if (
            choice == Enforcement.Ignored
            || table.ToMake.Contains(area.Key)
            || !table.Places.TryGetValue(area.Key, out var root)
        )
        {
            return;
        }

        foreach (var share in table.Snapshot.Given.Where(share => IsIn(share.Path, root)))
        {
            table.Add(Step(area, share, choice));
        }
    }

    private static PlanStep Step(AreaSpec area, GivenShare share, Enforcement choice)
    {
        var (change, reason, action) = (choice == Enforcement.Enforced && share.IsEndless, share.IsOwn) switch
        {
            (true, true) => (Change.Update, EndEnforced, (WorkspaceAction?)new EndShare(share.Id, Days)),
            (true, false) => (Change.Conflict, OnlyItsMaker(share), null),
            _ => (Change.Notice, Made(share), null),
        };
        var key = WorkspaceKeys.Given(area.Key, share.Id);
        return PlanStep.In(area, PlanStage.Opening, key, change, Subject(share), reason, action);
    }

    private static bool IsIn(string path, string root)
    {
        var (inner, outer) = (PlanningTable.Normalise(path), PlanningTable.Normalise(root));
        return inner == outer || inner.StartsWith($"{outer}/", StringComparison.Ordinal);
    }

    private static Text Subject(GivenShare share) =>
        share.Target switch
        {
            ShareTarget.Link => new Text(
                $"le lien public de « {share.Path} »",
                $"the public link of '{share.Path}'"
            ),
            ShareTarget.Mail => new Text(
                $"le partage par courriel de « {share.Path} »",
                $"the sharing by mail of '{share.Path}'"
            ),
            ShareTarget.Team => new Text(
                $"le partage de « {share.Path} » avec une équipe",
                $"the sharing of '{share.Path}' with a team"
            ),
            ShareTarget.Group => new Text(
                $"le partage de « {share.Path} » avec le groupe « {share.With} »",
                $"the sharing of '{share.Path}' with the group '{share.With}'"
            ),
            _ => new Text(
                $"le partage de « {share.Path} » avec {share.With}",
                $"the sharing of '{share.Path}' with {share.With}"
            ),
        };

    private static Text Made(GivenShare share)
    {
        var by = By(share);
        return share switch
        {
            { IsEndless: true } => new Text(
                $"{by.French}, sans date de fin : gardé ; qui l'a fait peut lui en donner une",
                $"{by.English}, without an end: kept; whoever made it can give it one"
            ),
            { Expires: { } day } => new Text(
                $"{by.French}, jusqu'au {Day(day, "dd/MM/yyyy")} : gardé",
                $"{by.English}, until {Day(day, "yyyy-MM-dd")}: kept"
            ),
            _ => new Text($"{by.French} : gardé", $"{by.English}: kept"),
        };
    }

    private static Text OnlyItsMaker(GivenShare share)
    {
        var by = By(share);
        return new Text(
            $"{by.French}, sans date de fin, et le fichier du territoire en impose une : le serveur ne laisse que cette personne la choisir",
            $"{by.English}, without an end, and the territory file enforces one: the server lets nobody else choose it"
        );
    }

    private static Text By(GivenShare share) =>
        share.By is { } maker
            ? new Text($"fait par {maker}", $"made by {maker}")
            : new Text("fait par quelqu'un", "made by somebody");

    private static string Day(DateOnly day, string form) => day.ToString(form, CultureInfo.InvariantCulture);

    private static readonly Text EndEnforced = new(
        "quelqu'un l'a fait sans date de fin et le fichier du territoire en impose une",
        "somebody made it without an end and the territory file enforces one"
    );
}
