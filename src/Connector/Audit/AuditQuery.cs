using Connector.Domain.Auditing;

namespace Connector.Audit;

/// <summary>Which lines of the trail to show; everything that is null fits.</summary>
internal sealed record AuditQuery
{
    public const int MostOfAll = 10_000;

    public string? Territory { get; init; }

    public string? Action { get; init; }

    /// <summary>The actor's name, as <see cref="AuditActor.Name"/>.</summary>
    public string? Name { get; init; }

    public DateTimeOffset? Since { get; init; }

    /// <summary>Before this moment.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Lines with a smaller number: where the page before ended.</summary>
    public int? Before { get; init; }

    /// <summary>1 to <see cref="MostOfAll"/>.</summary>
    public int Most { get; init; } = 50;
}
