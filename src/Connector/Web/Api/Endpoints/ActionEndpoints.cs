using System.ComponentModel;
using Connector.Domain.Documents;
using Connector.Domain.Territories;
using Connector.Jobs;
using Connector.Ledger;
using Connector.Provisioning;
using Connector.Service;
using Connector.TerritoryFiles;
using Connector.Web.Api.Shapes;
using Connector.Web.Api.Tokens;

namespace Connector.Web.Api.Endpoints;

/// <summary>Actions, as the last run saw them in minutes and sheets: no Nextcloud is asked.</summary>
internal static class ActionEndpoints
{
    public static void MapActions(this IEndpointRouteBuilder api) =>
        api.MapGet("/territories/{territory}/actions", ListAsync)
            .Needs(ApiScope.Directory)
            .WithTags("Actions")
            .WithName("listActions")
            .WithSummary("Actions of all groups, what is open first")
            .Produces<ApiPage<ApiAction>>()
            .Fails(400, 404, 409, 503);

    private static async Task<IResult> ListAsync(
        HttpContext http,
        ServiceState state,
        TimeProvider time,
        string territory,
        [Description("Identifier of a group; all when it is not said.")] string? group,
        [Description("Only what is still to be done.")] bool? open,
        [Description("1 to 200; 50 when it is not said.")] int? limit,
        [Description("Identifier of the last action of the part before.")] string? after,
        CancellationToken ct
    )
    {
        if (!ApiPages.IsRight(limit))
        {
            return ApiProblems.BadRequest(http, ApiAnswers.BadLimit);
        }

        if (ApiCaller.Territory(http, state.Configuration, territory) is not { } owner)
        {
            return ApiProblems.NotFound(http);
        }

        var loaded = TerritoryFile.Load(owner.File);
        if (loaded.Territory is not { } whole || loaded.Problems.Count > 0)
        {
            return TerritoryLook.Mistakes(http, loaded.Problems);
        }

        if (group is not null && whole.Groups.All(known => known.Id != group))
        {
            return ApiProblems.NotFound(http);
        }

        var board = await BoardAsync(state.Configuration.Database, owner, whole, time, ct);
        var today = TerritoryDay.Now(time, whole.TimeZone);
        var found = ActionBoard
            .Sorted(board.Actions)
            .Where(action => group is null || action.GroupId == group)
            .Where(action => open != true || action.Words.IsOpen)
            .SkipWhile(action => after is not null && action.Id != after)
            .Skip(after is null ? 0 : 1)
            .Take((limit ?? ApiPages.Usual) + 1)
            .ToList();
        var part = ApiPages.Cut(http, found, limit ?? ApiPages.Usual, "after", action => action.Id);
        return TypedResults.Ok(
            new ApiPage<ApiAction>([.. part.Items.Select(action => Shape(action, today))], part.Next)
        );
    }

    /// <summary>Read beside whatever run is under way: what it saw counts once it has noted it.</summary>
    private static async Task<ActionBoard> BoardAsync(
        ServiceDatabase database,
        ServiceTerritory owner,
        Territory territory,
        TimeProvider time,
        CancellationToken ct
    )
    {
        if (database.Postgres is null && !File.Exists(owner.Ledger))
        {
            return ActionBoard.Empty;
        }

        await using var ledger = database.Postgres is { } connection
            ? LedgerStore.Shared(connection, database.ToString(), time)
            : await LedgerStore.OpenAsync(owner.Ledger, time, ct);
        return await new ActionStore(ledger, Slug.Of(territory.Name)).LoadAsync(ct);
    }

    private static ApiAction Shape(TrackedAction action, DateOnly today) =>
        new(
            action.Id,
            action.GroupId,
            action.Words.What,
            action.Words.Who,
            action.Words.Due,
            action.Words.Status,
            action.Words.IsOpen,
            action.IsOverdue(today),
            action.DecidedOn,
            [.. action.Disputes.Select(dispute => dispute.Field)]
        );
}
