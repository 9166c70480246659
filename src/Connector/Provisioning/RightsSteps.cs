using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;

namespace Connector.Provisioning;

/// <summary>
/// Sets the rules of many folders, areas side by side, and reads all of them back in one listing: the server can say
/// yes and keep the old ones.
/// </summary>
internal sealed class RightsSteps(NextcloudClient client)
{
    /// <returns>The rules that are as wanted; the others are set again one by one.</returns>
    public async Task<IReadOnlyDictionary<string, StepOutcome>> Set(
        IReadOnlyList<PlanStep> steps,
        CancellationToken ct
    )
    {
        await Lanes.ForEach(steps.GroupBy(step => step.AreaKey), SendArea, ct);
        var listing = await client.Files.Propfind("", DavDepth.Infinity, ct);
        var rules = listing.Resources.ToDictionary(
            node => node.Path,
            node => node.AclRules,
            StringComparer.Ordinal
        );
        return steps
            .Where(step =>
                rules.TryGetValue(ActionOf(step).Path.Normalize(), out var now)
                && AclXml.Same(now, Wire(ActionOf(step)))
            )
            .ToDictionary(step => step.Key, Made, StringComparer.Ordinal);
    }

    /// <summary>One folder's rules as the server takes them.</summary>
    public static IReadOnlyList<Nextcloud.Dav.AclRule> Wire(SetAcl action) =>
        [
            .. action.Rules.Select(rule => new Nextcloud.Dav.AclRule(
                rule.MappingType,
                rule.MappingId,
                (Rights)rule.Mask,
                (Rights)rule.Permissions
            )),
        ];

    public static StepOutcome Made(PlanStep step) =>
        StepOutcome.Done(
            new KnownResource
            {
                Key = step.Key,
                RemoteId = ActionOf(step).Path,
                ContentHash = Domain.Workspaces.AclRule.Canonical(ActionOf(step).Rules),
            }
        );

    private async Task SendArea(IEnumerable<PlanStep> steps, CancellationToken ct)
    {
        foreach (var action in steps.Select(ActionOf))
        {
            await client.Files.SendAcl(action.Path, Wire(action), ct);
        }
    }

    private static SetAcl ActionOf(PlanStep step) => (SetAcl)step.Action!;
}
