using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Jobs;
using Connector.Service;
using Connector.Web.Api.Description;
using Connector.Web.Api.Endpoints;
using Connector.Web.Api.Tokens;

namespace Connector.Web.Api;

/// <summary>The API for programs, under <see cref="Root"/>.</summary>
internal static class ApiServices
{
    public const string Root = "/api/v1";

    public const string DocumentPath = $"{Root}/openapi.json";

    /// <summary>As the reports of the command line are written: camelCase, choices in kebab-case.</summary>
    public static readonly JsonSerializerOptions Json = Configure(new(JsonSerializerDefaults.Web));

    public static void AddApi(this IServiceCollection services, ServiceConfiguration configuration)
    {
        services.AddSingleton(provider => new ApiTokens(
            configuration.Database,
            provider.GetRequiredService<Audit.AuditTrail>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(provider => new KeptCalls(
            configuration.Database,
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<ApiDoor>();
        services.AddSingleton<TerritoryLook>();
        services.ConfigureHttpJsonOptions(options => Configure(options.SerializerOptions));
        services.AddProblemDetails(options => options.CustomizeProblemDetails = ApiProblems.Complete);
        services.AddApiDocument();
    }

    /// <summary>In front of every endpoint below <see cref="Root"/>.</summary>
    public static void UseApi(this WebApplication app)
    {
        var door = app.Services.GetRequiredService<ApiDoor>();
        app.Use(
            (http, next) =>
                http.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal)
                    ? door.EnterAsync(http, next)
                    : next(http)
        );
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(Root);
        api.MapTerritories();
        api.MapLooks();
        api.MapActions();
        api.MapJobs();
        api.MapAudit();
        // In front of the console's own page for what is not there.
        api.MapFallback(MissingRoute.Answer).ExcludeFromDescription();
        app.MapApiDocument();
    }

    private static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, false));
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        return options;
    }
}
