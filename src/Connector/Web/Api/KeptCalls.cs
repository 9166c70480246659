using System.Security.Cryptography;
using System.Text;
using Connector.Domain;
using Connector.Service;
using Connector.Web.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Connector.Web.Api;

/// <summary>
/// Calls with an <c>Idempotency-Key</c>: the same key and the same request get the first one's answer, for a day, from every
/// node. What failed on our side is not kept, so that the same call may be tried again.
/// </summary>
internal sealed class KeptCalls(ServiceDatabase database, TimeProvider time)
{
    public const string Header = "Idempotency-Key";
    public const string Replayed = "Idempotency-Replayed";

    private const int LongestKey = 255;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>A call whose node died in the middle is not waited for any longer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly DbContextOptions<ApiContext> _options = ApiContext.At(database);

    public async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        if (
            !HttpMethods.IsPost(http.Request.Method)
            || !http.Request.Headers.TryGetValue(Header, out var given)
        )
        {
            await next(http);
            return;
        }

        var key = given.ToString();
        if (key.Length is 0 or > LongestKey || key.Any(letter => letter is < ' ' or > '~'))
        {
            await ApiProblems.BadRequest(http, BadKey).ExecuteAsync(http);
            return;
        }

        var row = new KeptCallRow
        {
            Id = SessionStore.Hash($"{ApiCaller.Of(http).Name}\n{key}"),
            Request = await FingerprintAsync(http),
            At = time.GetUtcNow().ToUnixTimeSeconds(),
        };
        if (await TakeAsync(row, http.RequestAborted) is not { } former)
        {
            await CarryOutAsync(http, next, row);
        }
        else if (former.Request != row.Request)
        {
            await Refused(http, StatusCodes.Status422UnprocessableEntity, "idempotency-key", Other);
        }
        else if (former.Status == 0)
        {
            http.Response.Headers.RetryAfter = "1";
            await Refused(http, StatusCodes.Status409Conflict, "idempotency-busy", UnderWay);
        }
        else
        {
            await ReplayAsync(http, former);
        }
    }

    /// <returns>Null when the key is this call's now; else the call that has it.</returns>
    private async Task<KeptCallRow?> TakeAsync(KeptCallRow row, CancellationToken ct)
    {
        var (old, stuck) = (row.At - (long)Kept.TotalSeconds, row.At - (long)Longest.TotalSeconds);
        await using (var db = new ApiContext(_options))
        {
            await db
                .KeptCalls.Where(call => call.At < old || (call.Status == 0 && call.At < stuck))
                .ExecuteDeleteAsync(ct);
            db.KeptCalls.Add(row);
            try
            {
                await db.SaveChangesAsync(ct);
                return null;
            }
            catch (DbUpdateException)
            {
                // Taken, or not writable at all: the next look tells which.
            }
        }

        await using var again = new ApiContext(_options);
        return await again.KeptCalls.AsNoTracking().SingleAsync(call => call.Id == row.Id, ct);
    }

    private async Task CarryOutAsync(HttpContext http, RequestDelegate next, KeptCallRow row)
    {
        var outside = http.Response.Body;
        using var inside = new MemoryStream();
        http.Response.Body = inside;
        var isAnswered = false;
        try
        {
            await next(http);
            isAnswered = http.Response.StatusCode < StatusCodes.Status500InternalServerError;
        }
        finally
        {
            http.Response.Body = outside;
            // Not stopped with a caller who went away: what was done was done.
            await SettleAsync(row.Id, isAnswered ? http.Response : null, inside.ToArray());
        }

        inside.Position = 0;
        await inside.CopyToAsync(outside, http.RequestAborted);
    }

    private async Task SettleAsync(string id, HttpResponse? answer, byte[] body)
    {
        await using var db = new ApiContext(_options);
        var call = db.KeptCalls.Where(row => row.Id == id);
        if (answer is null)
        {
            await call.ExecuteDeleteAsync(CancellationToken.None);
            return;
        }

        var (status, type, location) = (
            answer.StatusCode,
            answer.ContentType,
            answer.Headers.Location.ToString()
        );
        await call.ExecuteUpdateAsync(
            set =>
                set.SetProperty(row => row.Status, status)
                    .SetProperty(row => row.ContentType, type)
                    .SetProperty(row => row.Location, location)
                    .SetProperty(row => row.Body, body),
            CancellationToken.None
        );
    }

    private static async Task ReplayAsync(HttpContext http, KeptCallRow former)
    {
        http.Response.StatusCode = former.Status;
        http.Response.ContentType = former.ContentType;
        http.Response.Headers[Replayed] = "true";
        if (former.Location is { Length: > 0 } location)
        {
            http.Response.Headers.Location = location;
        }

        await http.Response.Body.WriteAsync(former.Body ?? [], http.RequestAborted);
    }

    private static async Task<string> FingerprintAsync(HttpContext http)
    {
        var request = http.Request;
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static Task Refused(HttpContext http, int status, string code, Text detail) =>
        ApiProblems.Result(http, status, code, detail).ExecuteAsync(http);

    private static readonly Text BadKey = new(
        $"{Header} : de 1 à {LongestKey} caractères ASCII visibles.",
        $"{Header}: 1 to {LongestKey} visible ASCII characters."
    );

    private static readonly Text Other = new(
        $"Cette clé ({Header}) a déjà servi pour une autre demande.",
        $"This key ({Header}) was used for another request already."
    );

    private static readonly Text UnderWay = new(
        "La même demande est en cours : sa réponse sera la vôtre.",
        "The same request is under way: its answer will be yours."
    );
}
