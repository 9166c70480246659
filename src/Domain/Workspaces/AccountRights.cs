namespace Connector.Domain.Workspaces;

/// <summary>Whether the account may do something, and what shows it.</summary>
public readonly record struct Right(bool May, Text Why);

/// <summary>What the service account may do on a server: found out by asking, never by changing anything.</summary>
public sealed record AccountRights
{
    /// <summary>Make and arrange team folders.</summary>
    public required Right TeamFolders { get; init; }

    /// <summary>Make groups and accounts, and put people into groups.</summary>
    public required Right Groups { get; init; }

    /// <summary>Make teams (Circles) of its own.</summary>
    public required Right Teams { get; init; }
}

/// <summary>A strategy and why it was chosen, in words for the plan.</summary>
public sealed record ChosenStrategy(Strategy Strategy, Text Reason);

/// <summary>The best strategy for what an account may do.</summary>
public static class StrategyRule
{
    public static ChosenStrategy Choose(AccountRights rights) =>
        rights switch
        {
            { TeamFolders.May: true, Groups.May: true } => new(Strategy.TeamFolders, rights.TeamFolders.Why),
            { Groups.May: true } => new(Strategy.SharedFolders, rights.TeamFolders.Why),
            { Teams.May: true } => new(Strategy.Teams, rights.Groups.Why),
            _ => new(Strategy.GroupsByHand, Both(rights.Groups.Why, rights.Teams.Why)),
        };

    /// <summary>Whether the strategy makes groups, accounts and memberships, for which the right can be withdrawn.</summary>
    public static bool Administers(this Strategy strategy) =>
        strategy is Strategy.TeamFolders or Strategy.SharedFolders;

    /// <summary>Whether a plan asks for what only <see cref="AccountRights.Groups"/> allows.</summary>
    public static bool NeedsAdministration(WorkspacePlan plan) =>
        plan.Pending.Any(step =>
            step.Action
                is CreateAccount
                    or CreateGroup
                    or AddMember
                    or RemoveMember
                    or CreateTeamFolder
                    or ConfigureTeamFolder
        );

    private static Text Both(Text one, Text other) =>
        new($"{one.French} ; {other.French}", $"{one.English}; {other.English}");
}
