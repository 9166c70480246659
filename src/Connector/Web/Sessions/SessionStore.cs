using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Connector.Web.Sessions;

/// <summary>
/// Sessions on the server's side: the cookie holds a key alone, and a session that was ended is ended, whoever copied its
/// cookie. One ends by itself when it is not used, and after a working day at the latest.
/// </summary>
internal sealed class SessionStore(
    DbContextOptions<SessionContext> options,
    IDataProtectionProvider protection,
    TimeProvider time
) : ITicketStore
{
    public static readonly TimeSpan Idle = TimeSpan.FromHours(2);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>For whoever came by the emergency link.</summary>
    public static readonly TimeSpan EmergencyIdle = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan EmergencyLongest = TimeSpan.FromHours(1);

    /// <summary>Written at most this often while somebody works.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromMinutes(1);

    private const string IdItem = "session";
    private const string CheckedItem = "checked";

    private readonly IDataProtector _protector = protection.CreateProtector("Connector.Sessions.v1");

    /// <summary>Names a session without opening it.</summary>
    public static string? IdOf(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(IdItem, out var id) ? id : null;

    public static DateTimeOffset CheckedAt(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(CheckedItem, out var at) && long.TryParse(at, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.MinValue;

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        var now = Now();
        var (idle, longest) = ticket.Principal.IsEmergency()
            ? (EmergencyIdle, EmergencyLongest)
            : (Idle, Longest);
        ticket.Properties.Items[IdItem] = Hash(key);
        await using var db = new SessionContext(options);
        await db.Sessions.Where(row => row.EndsAt < now).ExecuteDeleteAsync();
        db.Sessions.Add(
            new SessionRow
            {
                Id = Hash(key),
                Account = Hash(ticket.Principal.Account()),
                SeenAt = now,
                EndsAt = now + (long)longest.TotalSeconds,
                IdleSeconds = (long)idle.TotalSeconds,
                CheckedAt = now,
                Ticket = Seal(ticket),
            }
        );
        await db.SaveChangesAsync();
        return key;
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var now = Now();
        await using var db = new SessionContext(options);
        var row = await db.Sessions.SingleOrDefaultAsync(session => session.Id == Hash(key));
        if (row is null)
        {
            return null;
        }

        if (row.EndsAt <= now || row.SeenAt + row.IdleSeconds <= now || Open(row) is not { } ticket)
        {
            await db.Sessions.Where(session => session.Id == row.Id).ExecuteDeleteAsync();
            return null;
        }

        if (row.SeenAt + (long)Notice.TotalSeconds <= now)
        {
            await db
                .Sessions.Where(session => session.Id == row.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.SeenAt, now));
        }

        return ticket;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var sealedTicket = Seal(ticket);
        await using var db = new SessionContext(options);
        await db
            .Sessions.Where(session => session.Id == Hash(key))
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.Ticket, sealedTicket));
    }

    public Task RemoveAsync(string key) => EndAsync(Hash(key), default);

    public async Task EndAsync(string id, CancellationToken ct)
    {
        await using var db = new SessionContext(options);
        await db.Sessions.Where(session => session.Id == id).ExecuteDeleteAsync(ct);
    }

    /// <summary>Ends every session of an account.</summary>
    /// <returns>What they held: their tokens are to be revoked.</returns>
    public async Task<IReadOnlyList<AuthenticationTicket>> EndAllAsync(string account, CancellationToken ct)
    {
        await using var db = new SessionContext(options);
        var rows = await db.Sessions.Where(session => session.Account == Hash(account)).ToListAsync(ct);
        db.Sessions.RemoveRange(rows);
        await db.SaveChangesAsync(ct);
        return [.. rows.Select(Open).OfType<AuthenticationTicket>()];
    }

    public async Task<AuthenticationTicket?> FindAsync(string id, CancellationToken ct)
    {
        await using var db = new SessionContext(options);
        return
            await db.Sessions.AsNoTracking().SingleOrDefaultAsync(session => session.Id == id, ct) is { } row
            ? Open(row)
            : null;
    }

    /// <summary>Takes the right to ask Nextcloud for a session, among all nodes.</summary>
    public async Task<bool> TryClaimAsync(string id, TimeSpan most, CancellationToken ct)
    {
        var now = Now();
        var until = now + (long)most.TotalSeconds;
        await using var db = new SessionContext(options);
        return await db
                .Sessions.Where(session => session.Id == id && session.BusyUntil < now)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.BusyUntil, until), ct) == 1;
    }

    /// <summary>Keeps what Nextcloud said.</summary>
    /// <param name="id">Which session.</param>
    /// <param name="ticket">What it holds from now on.</param>
    /// <param name="isChecked">Whether the groups in it are those of this moment.</param>
    /// <param name="ct">Stops.</param>
    public async Task KeepAsync(string id, AuthenticationTicket ticket, bool isChecked, CancellationToken ct)
    {
        var (sealedTicket, now) = (Seal(ticket), Now());
        await using var db = new SessionContext(options);
        var row = db.Sessions.Where(session => session.Id == id);
        await row.ExecuteUpdateAsync(set => set.SetProperty(session => session.Ticket, sealedTicket), ct);
        if (isChecked)
        {
            await row.ExecuteUpdateAsync(set => set.SetProperty(session => session.CheckedAt, now), ct);
        }
    }

    public async Task ReleaseAsync(string id, CancellationToken ct)
    {
        await using var db = new SessionContext(options);
        await db
            .Sessions.Where(session => session.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.BusyUntil, 0), ct);
    }

    internal static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private byte[] Seal(AuthenticationTicket ticket) =>
        _protector.Protect(TicketSerializer.Default.Serialize(ticket));

    /// <summary>Null where the key that it was sealed with is gone: whoever it was signs in again.</summary>
    private AuthenticationTicket? Open(SessionRow row)
    {
        try
        {
            var ticket = TicketSerializer.Default.Deserialize(_protector.Unprotect(row.Ticket));
            ticket?.Properties.Items[CheckedItem] = row.CheckedAt.ToString(
                System.Globalization.CultureInfo.InvariantCulture
            );
            return ticket;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private long Now() => time.GetUtcNow().ToUnixTimeSeconds();
}
