using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.DevServer.Faults;

/// <summary>
/// The server's own addresses for tests in other processes: <c>/dev/faults</c> (GET, POST a rule, DELETE all) and
/// <c>/dev/requests</c> (GET, DELETE). A rule as sent:
/// <code>{"kind":"Status","verb":"PUT","path":"/dav/files/","nth":2,"times":1,"status":503,"headers":{"Retry-After":"1"}}</code>
/// </summary>
internal sealed class DevEndpoints(FaultRules rules, RequestLog log)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        WriteIndented = true,
    };

    public void Map(WebApplication app)
    {
        app.MapGet("/dev/faults", List);
        app.MapPost("/dev/faults", Add);
        app.MapDelete("/dev/faults", Clear);
        app.MapGet("/dev/requests", Requests);
        app.MapDelete("/dev/requests", Forget);
    }

    private Task List(HttpContext http) => Write(http, rules.List().Select(r => new { r.Rule, r.Seen }));

    private async Task Add(HttpContext http)
    {
        // Pages of other sites cannot send this type without asking first.
        if (
            http.Request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase)
            is not true
        )
        {
            http.Response.StatusCode = 415;
            return;
        }
        try
        {
            var rule = await JsonSerializer.DeserializeAsync<FaultRule>(
                http.Request.Body,
                Json,
                http.RequestAborted
            );
            if (rule is null)
                throw new JsonException("A rule is a JSON object.");
            rule.Matches("", "");
            rules.Add(rule);
            http.Response.StatusCode = 201;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            http.Response.StatusCode = 400;
            await http.Response.WriteAsync(e.Message, http.RequestAborted);
        }
    }

    private Task Clear(HttpContext http)
    {
        rules.Clear();
        http.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private Task Requests(HttpContext http) =>
        Write(
            http,
            new
            {
                log.Count,
                ByVerb = log.ByVerb(),
                Last = log.Last(),
            }
        );

    private Task Forget(HttpContext http)
    {
        log.Clear();
        http.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private static Task Write(HttpContext http, object value)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        return JsonSerializer.SerializeAsync(http.Response.Body, value, Json, http.RequestAborted);
    }
}
