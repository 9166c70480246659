using Connector.Domain;
using Connector.Domain.Territories;

namespace Connector.Calendars;

/// <summary>The groups that a verb is about: all, or the one that somebody named.</summary>
internal static class GroupChoice
{
    /// <param name="territory">The territory.</param>
    /// <param name="who">Identifier or name, however it is spelt; null for all.</param>
    /// <returns>The groups, or why there are none.</returns>
    public static (IReadOnlyList<WorkingGroup> Groups, Problem? Problem) Of(Territory territory, string? who)
    {
        if (who is null)
        {
            return (territory.Groups, null);
        }

        var one =
            territory.Groups.FirstOrDefault(group => group.Id == who)
            ?? territory.Groups.FirstOrDefault(group => Folded.Key(group.Name) == Folded.Key(who));
        return one is null ? ([], CalendarProblems.UnknownGroup(who, territory.Groups)) : ([one], null);
    }
}
