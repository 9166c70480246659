using System.Security.Cryptography;
using System.Text;
using Connector.Service;
using Microsoft.EntityFrameworkCore;

namespace Connector.Jobs;

/// <summary>Calls from outside that were taken, among all nodes: none is taken twice.</summary>
internal sealed class TakenCalls(ServiceDatabase database)
{
    /// <summary>Longer than a call may be old; beyond, its age refuses it.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    private readonly DbContextOptions<JobContext> _options = JobContext.At(database);

    /// <returns>False when it was taken before.</returns>
    public async Task<bool> TryTakeAsync(string call, DateTimeOffset now, CancellationToken ct)
    {
        var signature = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(call)));
        var old = now - Kept;
        await using var db = new JobContext(_options);
        await db.TakenCalls.Where(row => row.At < old).ExecuteDeleteAsync(ct);
        db.TakenCalls.Add(new TakenCallRow { Signature = signature, At = now });
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException) when (IsTaken(signature))
        {
            return false;
        }
    }

    /// <summary>What could not be written for another reason is no call that was taken.</summary>
    private bool IsTaken(string signature)
    {
        using var db = new JobContext(_options);
        return db.TakenCalls.Any(row => row.Signature == signature);
    }
}
