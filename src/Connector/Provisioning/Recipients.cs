using System.Collections.Concurrent;
using Connector.Domain.Workspaces;
using Connector.Nextcloud.CalDav;
using Connector.Nextcloud.Ocs;
using FileShare = Connector.Nextcloud.Ocs.FileShare;

namespace Connector.Provisioning;

/// <summary>
/// To whom the server gives what a plan gives to a group: to the group itself, or to the team that stands for it, which
/// this very run may have made.
/// </summary>
internal sealed class Recipients
{
    private readonly ConcurrentDictionary<string, string> _teams = new(StringComparer.Ordinal);
    private readonly bool _isTeams;

    public Recipients(Strategy strategy, IReadOnlyDictionary<string, GroupState> groups)
    {
        _isTeams = strategy == Strategy.Teams;
        foreach (var (groupId, group) in groups)
        {
            if (group.TeamId is { } team)
            {
                Remember(groupId, team);
            }
        }
    }

    public ShareKind Kind => _isTeams ? ShareKind.Team : ShareKind.Group;

    public void Remember(string groupId, string teamId) => _teams[groupId] = teamId;

    /// <summary>The server's id of the group or team; null for a team that could not be made.</summary>
    public string? IdOf(string groupId) => _isTeams ? _teams.GetValueOrDefault(groupId) : groupId;

    /// <summary>As a calendar names it; null for a team that could not be made.</summary>
    public CalendarShare? OnCalendar(string groupId, bool readWrite) =>
        IdOf(groupId) is { } id ? new CalendarShare(_isTeams ? "circles" : "groups", id, readWrite) : null;

    /// <summary>The group that a calendar's share is for; null when it is for somebody else.</summary>
    public string? GroupOf(CalendarShare share) =>
        share.Kind != (_isTeams ? "circles" : "groups") ? null
        : _isTeams ? _teams.FirstOrDefault(team => team.Value == share.Id).Key
        : share.Id;

    /// <summary>The group that a folder's share is for; null when it is for somebody else.</summary>
    public string? GroupOf(FileShare share) =>
        share.Kind != Kind ? null
        : _isTeams ? _teams.FirstOrDefault(team => share.IsFor(ShareKind.Team, team.Value)).Key
        : share.With;
}
