using System.Security.Cryptography;
using Connector.Service;
using Microsoft.EntityFrameworkCore;

namespace Connector.Web.Sessions;

/// <summary>
/// The way in when no Nextcloud answers or nobody has rights: a link from the command line of the service's own machine, good
/// once and for ten minutes.
/// </summary>
internal sealed class EmergencyLinks(DbContextOptions<SessionContext> options, TimeProvider time)
{
    public static readonly TimeSpan Lives = TimeSpan.FromMinutes(10);

    public static async Task<string> IssueAsync(
        ServiceDatabase database,
        TimeProvider time,
        CancellationToken ct
    )
    {
        await SessionContext.PrepareAsync(database, ct);
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await using var db = new SessionContext(SessionContext.At(database));
        var now = time.GetUtcNow();
        var before = now.ToUnixTimeSeconds();
        await db.EmergencyLinks.Where(row => row.EndsAt < before).ExecuteDeleteAsync(ct);
        db.EmergencyLinks.Add(
            new EmergencyLinkRow { Id = SessionStore.Hash(code), EndsAt = (now + Lives).ToUnixTimeSeconds() }
        );
        await db.SaveChangesAsync(ct);
        return code;
    }

    /// <returns>Whether it was good; it is not any more.</returns>
    public async Task<bool> TakeAsync(string code, CancellationToken ct)
    {
        var (id, now) = (SessionStore.Hash(code), time.GetUtcNow().ToUnixTimeSeconds());
        await using var db = new SessionContext(options);
        return await db.EmergencyLinks.Where(row => row.Id == id && row.EndsAt > now).ExecuteDeleteAsync(ct)
            == 1;
    }
}
