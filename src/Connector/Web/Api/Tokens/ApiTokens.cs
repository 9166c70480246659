using System.Security.Cryptography;
using Connector.Audit;
using Connector.Domain;
using Connector.Domain.Auditing;
using Connector.Service;
using Connector.Web.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Connector.Web.Api.Tokens;

/// <summary>
/// The tokens of the API: made once and shown once, kept as their SHA-256. 256 random bits cannot be guessed, so that nothing
/// slower is called for; what a password needs would only slow each request.
/// </summary>
internal sealed class ApiTokens(ServiceDatabase database, AuditTrail trail, TimeProvider time)
{
    /// <summary>Begins every token, so that programs that look for leaked secrets know one.</summary>
    public const string Prefix = "connector_";

    private const int Bytes = 32;

    /// <summary>A use is noted at most this often.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromMinutes(5);

    private readonly DbContextOptions<ApiContext> _options = ApiContext.At(database);

    /// <summary>Makes a token.</summary>
    /// <param name="who">Who makes it, for the trail.</param>
    /// <param name="request">What was checked with <see cref="TokenRequest.Check"/>.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>The token, which nobody can read again; or that there is one of this name.</returns>
    public async Task<(string? Token, Problem? Problem)> CreateAsync(
        AuditActor who,
        TokenRequest request,
        CancellationToken ct
    )
    {
        var now = time.GetUtcNow();
        await using var db = new ApiContext(_options);
        var ended = now.ToUnixTimeSeconds();
        await db.Tokens.Where(row => row.EndsAt <= ended).ExecuteDeleteAsync(ct);
        if (await db.Tokens.AnyAsync(row => row.Name == request.Name, ct))
        {
            return (null, TokenRequest.Taken(request.Name));
        }

        var token = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        await trail.AppendAsync(Entry(who, AuditActions.TokenMade, request.Name), ct);
        db.Tokens.Add(
            new ApiTokenRow
            {
                Id = SessionStore.Hash(token),
                Name = request.Name,
                Scopes = string.Join(' ', request.Scopes.Distinct().Order().Select(ApiScopes.Word)),
                Territories =
                    request.Territories.Count == 0 ? null : string.Join(' ', request.Territories.Distinct()),
                MadeAt = ended,
                MadeBy = who.Name ?? AuditWords.Of(who.Door),
                EndsAt = now.AddDays(request.Days).ToUnixTimeSeconds(),
            }
        );
        try
        {
            await db.SaveChangesAsync(ct);
            return (token, null);
        }
        catch (DbUpdateException) when (IsThere(request.Name))
        {
            return (null, TokenRequest.Taken(request.Name));
        }
    }

    /// <summary>Every token that is still good, by name.</summary>
    public async Task<IReadOnlyList<ApiToken>> ListAsync(CancellationToken ct)
    {
        var now = Now();
        await using var db = new ApiContext(_options);
        var rows = await db
            .Tokens.AsNoTracking()
            .Where(row => row.EndsAt > now)
            .OrderBy(row => row.Name)
            .ToListAsync(ct);
        return [.. rows.Select(ApiToken.Of)];
    }

    /// <summary>Ends a token, at once and on every node.</summary>
    /// <returns>Whether there was one of this name.</returns>
    public async Task<bool> RevokeAsync(AuditActor who, string name, CancellationToken ct)
    {
        await using var db = new ApiContext(_options);
        if (await db.Tokens.Where(row => row.Name == name).ExecuteDeleteAsync(ct) == 0)
        {
            return false;
        }

        await trail.AppendAsync(Entry(who, AuditActions.TokenRevoked, name), CancellationToken.None);
        return true;
    }

    /// <summary>What a presented token is; null when it is none, or has ended. Looked for by its hash, whatever it says.</summary>
    public async Task<ApiToken?> FindAsync(string presented, CancellationToken ct)
    {
        if (presented.Length != Prefix.Length + (2 * Bytes))
        {
            return null;
        }

        var (id, now) = (SessionStore.Hash(presented), Now());
        await using var db = new ApiContext(_options);
        var row = await db
            .Tokens.AsNoTracking()
            .SingleOrDefaultAsync(known => known.Id == id && known.EndsAt > now, ct);
        if (row is null)
        {
            return null;
        }

        if (row.SeenAt is not { } seen || seen + (long)Notice.TotalSeconds <= now)
        {
            await db
                .Tokens.Where(known => known.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(known => known.SeenAt, now), ct);
        }

        return ApiToken.Of(row);
    }

    private bool IsThere(string name)
    {
        using var db = new ApiContext(_options);
        return db.Tokens.Any(row => row.Name == name);
    }

    private static AuditEntry Entry(AuditActor who, string action, string name) =>
        new(who, action) { Target = $"token {name}" };

    private long Now() => time.GetUtcNow().ToUnixTimeSeconds();
}
