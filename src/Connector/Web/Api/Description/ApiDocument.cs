using Connector.Web.Console;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connector.Web.Api.Description;

/// <summary>The description of the API for programs: OpenAPI, made from the endpoints themselves.</summary>
internal static class ApiDocument
{
    private const string Name = "v1";
    private const string Scheme = "token";

    public static void AddApiDocument(this IServiceCollection services) =>
        services.AddOpenApi(
            Name,
            options =>
            {
                options.ShouldInclude = endpoint =>
                    $"/{endpoint.RelativePath}".StartsWith($"{ApiServices.Root}/", StringComparison.Ordinal);
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        Introduce(document);
                        return Task.CompletedTask;
                    }
                );
                options.AddOperationTransformer(
                    (operation, context, _) =>
                    {
                        Complete(operation, context);
                        return Task.CompletedTask;
                    }
                );
            }
        );

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi(ApiServices.DocumentPath).WithMetadata(new IsOpen());
        app.MapGet("/api", (HttpContext http, ConsoleDoor door) => door.ShowFree<GuidePage>(http))
            .ExcludeFromDescription();
    }

    private static void Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Connector",
            Version = Name,
            Description =
                "What the service knows and does, for other programs. Every request carries a token, which « connector token create » "
                + "makes. Sentences are French, or English for « Accept-Language: en ».",
        };
        // Wherever it was read from.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "« connector_ » and 64 hexadecimal digits.",
        };
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] },
        ];
    }

    private static void Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (context.Description.HttpMethod != HttpMethods.Post)
        {
            return;
        }

        operation.Parameters ??= [];
        operation.Parameters.Add(
            new OpenApiParameter
            {
                Name = KeptCalls.Header,
                In = ParameterLocation.Header,
                Description =
                    "A word of your own for this call, 255 characters at most: the same call with the same word is carried out "
                    + "once and answered alike for 24 hours.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 255 },
            }
        );
    }
}
