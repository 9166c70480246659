namespace Connector.DevServer.Teams;

/// <summary>A team (circle): a list of people that one of them owns. <see cref="Id"/> is 31 letters and digits.</summary>
internal sealed record Team
{
    public required string Id { get; init; }

    /// <summary>As its owner called it; two teams may be called the same.</summary>
    public required string Name { get; init; }

    /// <summary>What people see: numbered when another team has that name.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Flags of <c>circles/lib/Model/Circle.php</c>; 4096 for a team of this server alone.</summary>
    public required long Config { get; init; }

    /// <summary>Unix seconds.</summary>
    public required long Created { get; init; }
}

/// <summary>Somebody in a team. Levels: 1 member, 4 moderator, 8 administrator, 9 owner.</summary>
internal sealed record TeamMember(string Id, string TeamId, string UserId, int Level, long Joined);
