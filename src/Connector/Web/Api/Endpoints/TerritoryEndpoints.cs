using System.ComponentModel;
using Connector.Directories;
using Connector.Domain.Directories;
using Connector.Domain.Territories;
using Connector.Jobs;
using Connector.Ledger;
using Connector.Service;
using Connector.TerritoryFiles;
using Connector.Web.Api.Shapes;
using Connector.Web.Api.Tokens;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Web.Api.Endpoints;

/// <summary>What a territory's files say: no Nextcloud is asked, but for a directory that lives there.</summary>
internal static class TerritoryEndpoints
{
    public static void MapTerritories(this IEndpointRouteBuilder api)
    {
        var territories = api.MapGroup("/territories").WithTags("Territories");
        territories
            .MapGet("/", List)
            .Needs(ApiScope.Read)
            .WithName("listTerritories")
            .WithSummary("Territories of this token")
            .Produces<ApiPage<ApiTerritory>>()
            .Fails(400);
        territories
            .MapGet("/{territory}", One)
            .Needs(ApiScope.Read)
            .WithName("getTerritory")
            .WithSummary("One territory")
            .Produces<ApiTerritory>()
            .Fails(404);
        territories
            .MapGet("/{territory}/groups", Groups)
            .Needs(ApiScope.Read)
            .WithName("listGroups")
            .WithSummary("Committees and working groups")
            .Produces<IReadOnlyList<ApiGroup>>()
            .FailsAsLook();
        territories
            .MapGet("/{territory}/coverage", CoverageOf)
            .Needs(ApiScope.Read)
            .WithName("getCoverage")
            .WithSummary("Whom the network has and whom it lacks: connector coverage")
            .Produces<ApiCoverage>()
            .FailsAsLook();
    }

    private static IResult List(
        HttpContext http,
        ServiceState state,
        [Description("1 to 200; 50 when it is not said.")] int? limit,
        [Description("Identifier of the last territory of the part before.")] string? after
    )
    {
        if (!ApiPages.IsRight(limit))
        {
            return ApiProblems.BadRequest(http, ApiAnswers.BadLimit);
        }

        var most = limit ?? ApiPages.Usual;
        var caller = ApiCaller.Of(http);
        var found = state
            .Configuration.Territories.Where(territory => caller.Concerns(territory.Id))
            .OrderBy(territory => territory.Id, StringComparer.Ordinal)
            .Where(territory => after is null || string.CompareOrdinal(territory.Id, after) > 0)
            .Take(most + 1)
            .ToList();
        var part = ApiPages.Cut(http, found, most, "after", territory => territory.Id);
        return TypedResults.Ok(new ApiPage<ApiTerritory>([.. part.Items.Select(Shape)], part.Next));
    }

    private static IResult One(HttpContext http, ServiceState state, string territory) =>
        ApiCaller.Territory(http, state.Configuration, territory) is { } found
            ? TypedResults.Ok(Shape(found))
            : ApiProblems.NotFound(http);

    private static Task<IResult> Groups(
        HttpContext http,
        ServiceState state,
        TerritoryLook look,
        string territory
    ) =>
        WithFiles(
            http,
            state,
            look,
            territory,
            (_, loaded) =>
            {
                var withPeople = ApiCaller.Of(http).May(ApiScope.Directory);
                return TypedResults.Ok(
                    loaded.Territory!.Groups.Select(group => Shape(group, withPeople)).ToList()
                );
            }
        );

    private static Task<IResult> CoverageOf(
        HttpContext http,
        ServiceState state,
        TerritoryLook look,
        string territory,
        [Description("Identifier or name of a group; the whole network when it is not said.")] string? group
    ) =>
        WithFiles(
            http,
            state,
            look,
            territory,
            (owner, loaded) =>
            {
                var asked = new CoverageRequest { TerritoryPath = owner.File, Group = group };
                var view = new CoverageRun(asked, loaded).Run();
                return view.Coverage is not { } coverage
                    ? ApiAnswers.Stopped(http, view.Problems)
                    : TypedResults.Ok(
                        new ApiCoverage(
                            view.Territory,
                            view.Group,
                            coverage.Organisations,
                            Lines(http, coverage.Families),
                            Lines(http, coverage.Audiences)
                        )
                    );
            }
        );

    /// <summary>The territory with its directory; its Nextcloud is asked where the directory lives there alone.</summary>
    private static async Task<IResult> WithFiles(
        HttpContext http,
        ServiceState state,
        TerritoryLook look,
        string territory,
        Func<ServiceTerritory, LoadResult, IResult> answer
    )
    {
        if (ApiCaller.Territory(http, state.Configuration, territory) is not { } owner)
        {
            return ApiProblems.NotFound(http);
        }

        var loaded = TerritoryFile.Load(owner.File);
        return loaded.Territory is null || loaded.Problems.Count > 0
                ? TerritoryLook.Mistakes(http, loaded.Problems)
            : loaded.Territory.CloudDirectory is null ? answer(owner, loaded)
            : await look.AnswerAsync(http, owner, (open, _) => Task.FromResult(answer(owner, open.Loaded)));
    }

    private static ApiTerritory Shape(ServiceTerritory owner)
    {
        var loaded = TerritoryFile.Load(owner.File);
        var territory = loaded.Problems.Count == 0 ? loaded.Territory : null;
        return new ApiTerritory(
            owner.Id,
            territory?.Name,
            territory?.Scope,
            (owner.Server ?? territory?.Server)?.AbsoluteUri,
            territory?.Groups.Count
        );
    }

    private static ApiGroup Shape(WorkingGroup group, bool withPeople) =>
        new(
            group.Id,
            group.Name,
            group.Kind,
            group.Purpose,
            group.Audiences,
            group.Participations.Count,
            withPeople
                ? [.. group.Participations.Select(place => new ApiParticipation(place.PersonId, place.Role))]
                : null
        );

    private static List<ApiCoverageLine> Lines(HttpContext http, IReadOnlyList<CoverageLine> lines) =>
        [
            .. lines.Select(line => new ApiCoverageLine(
                line.Need.Name.In(ApiProblems.LanguageOf(http)),
                line.Level,
                line.Actors.Count,
                line.Candidates.Count
            )),
        ];
}
