using System.ComponentModel;
using System.Globalization;
using Connector.Audit;
using Connector.Jobs;
using Connector.Web.Api.Tokens;

namespace Connector.Web.Api.Endpoints;

/// <summary>The audit trail, for programs that gather such trails elsewhere.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder api) =>
        api.MapGet("/audit", ListAsync)
            .Needs(ApiScope.Audit)
            .WithTags("Audit")
            .WithName("listAudit")
            .WithSummary("The audit trail, the newest first: connector audit list")
            .Produces<ApiPage<AuditLine>>()
            .Fails(400, 404);

    private static async Task<IResult> ListAsync(
        HttpContext http,
        ServiceState state,
        AuditTrail trail,
        [Description("Identifier of a territory. A token of some territories has to name one of them.")]
            string? territory,
        [Description("One action alone, such as job.ask.")] string? action,
        [Description("1 to 200; 50 when it is not said.")] int? limit,
        [Description("Number of the last line of the part before.")] int? before,
        CancellationToken ct
    )
    {
        if (!ApiPages.IsRight(limit))
        {
            return ApiProblems.BadRequest(http, ApiAnswers.BadLimit);
        }

        var isElsewhere = territory is null
            ? ApiCaller.Of(http).Territories is not null
            : ApiCaller.Territory(http, state.Configuration, territory) is null;
        if (isElsewhere)
        {
            return ApiProblems.NotFound(http);
        }

        var most = limit ?? ApiPages.Usual;
        var found = await trail.ListAsync(
            new AuditQuery
            {
                Territory = territory,
                Action = action,
                Before = before,
                Most = most + 1,
            },
            ct
        );
        var part = ApiPages.Cut(
            http,
            found,
            most,
            "before",
            line => line.Number.ToString(CultureInfo.InvariantCulture)
        );
        return TypedResults.Ok(new ApiPage<AuditLine>([.. part.Items.Select(AuditJson.Of)], part.Next));
    }
}
