using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Connector.Domain;
using Connector.Jobs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Web;

/// <summary>
/// The door for Nextcloud and others: <c>POST /webhooks/{territory}/{kind}</c> asks for a job. The call is signed, or carries
/// the secret and says in its body when it was sent, as <c>webhook_listeners</c> does; a call that is old or was taken already is
/// refused. All that a caller can do is to have a job done that the schedule does anyway.
/// </summary>
internal sealed class WebhookDoor(
    ServiceState state,
    JobDesk desk,
    TakenCalls taken,
    ServiceLog log,
    TimeProvider time
)
{
    public const string Signature = "X-Connector-Signature";
    public const string Timestamp = "X-Connector-Timestamp";
    public const string Secret = "X-Connector-Secret";

    /// <summary>How far clocks may differ.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>Changes come in bursts: what follows within this time is one job.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(5);

    public async Task<Results<JsonHttpResult<WebhookAnswer>, ProblemHttpResult>> TakeAsync(
        HttpRequest request,
        string territory,
        string kind,
        CancellationToken ct
    )
    {
        if (state.Configuration.WebhookSecret is not { } secret)
        {
            return Refused(StatusCodes.Status404NotFound, Shut);
        }

        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, ct);
        var body = buffer.ToArray();
        var (sent, proof) = Proof(request, body, secret);
        if (sent is null || proof is null)
        {
            return Refused(StatusCodes.Status401Unauthorized, NotSigned);
        }

        var now = time.GetUtcNow();
        if ((now - sent.Value).Duration() > Window)
        {
            return Refused(StatusCodes.Status401Unauthorized, Old);
        }

        // Only who knows the secret learns which territories there are.
        if (state.Configuration.Find(territory) is null || !JobWords.Choice.TryFind(kind, out var found))
        {
            return Refused(StatusCodes.Status404NotFound, Unknown);
        }

        if (!await taken.TryTakeAsync($"{territory}/{found}/{proof}", now, ct))
        {
            return Refused(StatusCodes.Status409Conflict, Again);
        }

        var (job, joined) = await desk.CallAsync(
            new JobRequest(territory, found, "webhook", Event(body))
            {
                AfterNow = true,
                NotBefore = now + Gathering,
            },
            ct
        );
        return TypedResults.Json(
            new WebhookAnswer(job.Id, joined),
            statusCode: StatusCodes.Status202Accepted
        );
    }

    /// <summary>The signature that a caller puts into <see cref="Signature"/>.</summary>
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes($"{timestamp}."));
        hash.AppendData(body);
        return $"sha256={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    /// <summary>When the call says that it was sent, and what no other call has; nulls when it proves nothing.</summary>
    private static (DateTimeOffset? Sent, string? Proof) Proof(
        HttpRequest request,
        byte[] body,
        string secret
    )
    {
        var headers = request.Headers;
        if (headers[Signature].ToString() is { Length: > 0 } signature)
        {
            var timestamp = headers[Timestamp].ToString();
            var right = Sign(secret, timestamp, body);
            return Same(signature, right) ? (Moment(timestamp), right) : default;
        }

        if (headers[Secret].ToString() is not { Length: > 0 } said || !Same(said, secret))
        {
            return default;
        }

        return (Inside(body), Convert.ToHexStringLower(SHA256.HashData(body)));
    }

    /// <summary>In a time that tells nothing of how much was right.</summary>
    private static bool Same(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(left)),
            SHA256.HashData(Encoding.UTF8.GetBytes(right))
        );

    private static DateTimeOffset? Moment(string seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(number)
            : null;

    /// <summary><c>{"event":{"class":"OCP\\Files\\Events\\Node\\NodeWrittenEvent",…},"user":{…},"time":1764500000}</c></summary>
    private static DateTimeOffset? Inside(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("time", out var sent)
                && sent.ValueKind == JsonValueKind.Number
                ? Moment(sent.GetRawText())
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The name of the event, for the history: letters alone, and never what the event tells of people.</summary>
    private static string Event(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("event", out var said)
                && said.ValueKind == JsonValueKind.Object
                && said.TryGetProperty("class", out var name)
                && name.ValueKind == JsonValueKind.String
                ? new string([.. name.GetString()!.Split('\\')[^1].Where(char.IsAsciiLetter).Take(60)])
                : "webhook";
        }
        catch (JsonException)
        {
            return "webhook";
        }
    }

    private ProblemHttpResult Refused(int status, Text why) =>
        TypedResults.Problem(why.In(log.Language), statusCode: status);

    private static readonly Text Shut = new(
        "Aucun secret de webhook n'est configuré : cette porte est fermée.",
        "No webhook secret is configured: this door is shut."
    );

    private static readonly Text NotSigned = new(
        "L'appel n'est pas signé avec le secret du service.",
        "The call is not signed with the service's secret."
    );

    private static readonly Text Old = new(
        "L'appel date de plus de cinq minutes, ou les horloges diffèrent.",
        "The call is more than five minutes old, or clocks differ."
    );

    private static readonly Text Again = new(
        "Cet appel a déjà été pris en compte.",
        "This call was taken already."
    );

    private static readonly Text Unknown = new(
        "Ce territoire ou cette tâche n'existe pas.",
        "There is no such territory or job."
    );
}

/// <summary>The job that a call asked for or joined.</summary>
internal sealed record WebhookAnswer(long Job, bool Joined);

internal static class WebhookEndpoints
{
    private const int LargestCall = 64 * 1024;

    public static void MapWebhooks(this WebApplication app) =>
        app.MapPost(
                "/webhooks/{territory}/{kind=provision}",
                (
                    HttpRequest request,
                    string territory,
                    string kind,
                    WebhookDoor door,
                    CancellationToken ct
                ) => door.TakeAsync(request, territory, kind, ct)
            )
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestCall));
}
