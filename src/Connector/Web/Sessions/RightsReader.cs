using System.Collections.Concurrent;
using System.Security.Claims;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Jobs;
using Connector.Nextcloud;
using Connector.Service;

namespace Connector.Web.Sessions;

/// <summary>A territory that somebody has to do with.</summary>
internal sealed record TerritoryAccess(string Id, string Name, TerritoryRights Rights);

/// <summary>
/// What somebody may do where. Groups count on their own Nextcloud alone: <c>coordination</c> there says nothing about a territory
/// that lives elsewhere. Territory files are read again after a minute at most.
/// </summary>
internal sealed class RightsReader(ServiceState state, ServiceNode node, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <returns>The territories that are any business of theirs, in the order of the configuration.</returns>
    public IReadOnlyList<TerritoryAccess> Of(ClaimsPrincipal who)
    {
        var configuration = state.Configuration;
        var server = configuration.Web.SignIns.FirstOrDefault(entry => entry.Id == who.SignIn())?.Server;
        var groups = who.Groups();
        return
        [
            .. configuration
                .Territories.Select(owner => (owner, known: Read(owner)))
                .Select(pair => new TerritoryAccess(
                    pair.owner.Id,
                    pair.known.Territory?.Name ?? pair.owner.Id,
                    Rights(who, server, groups, pair.known)
                ))
                .Where(access => access.Rights.HasAny),
        ];
    }

    /// <summary>Whether the territory's file wants a public page.</summary>
    public bool IsPublic(ServiceTerritory owner) => Read(owner).Territory is { HasPublicPage: true };

    /// <summary>The territory's file was changed here: what it says now counts at once.</summary>
    public void Forget(ServiceTerritory owner) => _known.TryRemove(owner.File, out _);

    private static TerritoryRights Rights(
        ClaimsPrincipal who,
        Uri? server,
        IReadOnlyCollection<string> groups,
        Known known
    ) =>
        who.IsEmergency() ? TerritoryRights.Administrator
        : known is { Territory: { } territory, Server: { } home } && home == server
            ? TerritoryRights.Of(territory, groups)
        : new TerritoryRights();

    private Known Read(ServiceTerritory owner)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(owner.File, out var known) && now - known.At < Fresh)
        {
            return known;
        }

        var opened = OpenedTerritory.Of(owner, node.Environment);
        var server = owner.Server ?? opened.Loaded.Territory?.Server ?? opened.Account?.BaseUrl;
        var read = opened.Loaded.Territory is { } territory
            ? new Known(territory, server is null ? null : ServerAddress.Normalise(server), now)
            // A mistake in a file takes nobody's rights: what it said before stands.
            : new Known(known?.Territory, known?.Server, now);
        _known[owner.File] = read;
        return read;
    }

    private sealed record Known(Territory? Territory, Uri? Server, DateTimeOffset At);
}
