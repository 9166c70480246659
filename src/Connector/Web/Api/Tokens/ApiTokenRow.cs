using System.ComponentModel.DataAnnotations;

namespace Connector.Web.Api.Tokens;

/// <summary>A token of the API. Whoever reads this table cannot use it.</summary>
internal sealed class ApiTokenRow
{
    /// <summary>SHA-256 of the token.</summary>
    [Key]
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Words, separated by spaces.</summary>
    public required string Scopes { get; init; }

    /// <summary>Identifiers, separated by spaces; null for all territories, also those to come.</summary>
    public string? Territories { get; init; }

    /// <summary>Seconds since 1970, as all moments here.</summary>
    public long MadeAt { get; init; }

    public required string MadeBy { get; init; }

    public long EndsAt { get; init; }

    /// <summary>To five minutes; null when it was never used.</summary>
    public long? SeenAt { get; init; }
}

/// <summary>What a token is, without the token.</summary>
internal sealed record ApiToken
{
    public required string Name { get; init; }

    public required IReadOnlyList<ApiScope> Scopes { get; init; }

    /// <summary>Null for all.</summary>
    public IReadOnlyList<string>? Territories { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>An account's name, as the audit trail has it.</summary>
    public required string MadeBy { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public DateTimeOffset? SeenAt { get; init; }

    public bool May(ApiScope scope) => Scopes.Contains(scope);

    /// <summary>Whether a territory is any of its business.</summary>
    public bool Concerns(string territory) =>
        Territories?.Contains(territory, StringComparer.Ordinal) ?? true;

    public static ApiToken Of(ApiTokenRow row) =>
        new()
        {
            Name = row.Name,
            Scopes =
            [
                .. row
                    .Scopes.Split(' ')
                    .Select(word => (Known: ApiScopes.Choice.TryFind(word, out var scope), Scope: scope))
                    .Where(found => found.Known)
                    .Select(found => found.Scope),
            ],
            Territories = row.Territories?.Split(' '),
            MadeAt = DateTimeOffset.FromUnixTimeSeconds(row.MadeAt),
            MadeBy = row.MadeBy,
            EndsAt = DateTimeOffset.FromUnixTimeSeconds(row.EndsAt),
            SeenAt = row.SeenAt is { } seen ? DateTimeOffset.FromUnixTimeSeconds(seen) : null,
        };
}
