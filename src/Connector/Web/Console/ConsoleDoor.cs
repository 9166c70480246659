using Connector.Audit;
using Connector.Domain.Auditing;
using Connector.Jobs;
using Connector.Web.Console.Pages;
using Connector.Web.Console.Readings;
using Connector.Web.Sessions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Web.Console;

/// <summary>
/// The one way to every page and every deed of the console: who asks is signed in, has to do with the territory, and may; a
/// deed comes from one of our own pages, and is noted in the audit trail.
/// </summary>
internal sealed class ConsoleDoor(
    PageScope scope,
    RightsReader rights,
    ReadingShelf shelf,
    ServiceState state,
    Flash flash,
    AuditTrail trail,
    IAntiforgery antiforgery
)
{
    /// <summary>A page of one territory.</summary>
    /// <param name="http">The request.</param>
    /// <param name="territory">Identifier, from the address.</param>
    /// <param name="who">For whom.</param>
    /// <param name="reads">Whether the page shows what is on the Nextcloud.</param>
    public async Task<IResult> ShowAsync<TPage>(HttpContext http, string territory, Who who, bool reads)
        where TPage : IComponent
    {
        if (await EnterAsync(http, territory, who) is { } refused)
        {
            return refused;
        }

        if (reads)
        {
            scope.Read =
                http.Request.Query.ContainsKey("relire") && scope.Access!.Rights.MayManage
                    ? await shelf.AnewAsync(scope.Owner!, http.RequestAborted)
                    : await shelf.OfAsync(scope.Owner!, http.RequestAborted);
            if (scope.Read.Reading is null)
            {
                return Page<UnreadPage>(StatusCodes.Status503ServiceUnavailable);
            }
        }

        scope.Flash = flash.Take(http);
        return Page<TPage>();
    }

    /// <summary>A page that is about no territory.</summary>
    public IResult ShowFree<TPage>(HttpContext http, int status = 200)
        where TPage : IComponent
    {
        Prepare(http);
        scope.Flash = flash.Take(http);
        return Page<TPage>(status);
    }

    /// <summary>Something that changes something; leads to a page that tells what was done.</summary>
    public async Task<IResult> ActAsync(
        HttpContext http,
        string territory,
        Who who,
        string action,
        Func<Deed, Task<DeedResult>> deed
    )
    {
        if (await antiforgery.RefusalAsync(http) is { } refusal)
        {
            return RefuseForm(http, refusal);
        }

        if (await EnterAsync(http, territory, who) is { } refused)
        {
            if (scope.Access is not null)
            {
                await NoteAsync(http, action, AuditOutcome.Refused, null);
            }

            return refused;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var result = await deed(new Deed(http, scope, form));
        if (!result.IsNoted)
        {
            await NoteAsync(
                http,
                action,
                result.Outcome
                    ?? (result.Note is { IsTrouble: true } ? AuditOutcome.Failed : AuditOutcome.Done),
                result.Target
            );
        }

        if (result.Answer is { } answer)
        {
            return answer;
        }

        if (result.Shown is { } shown)
        {
            return await ShowAgainAsync(http, shown, result);
        }

        if (result.Note is { } note)
        {
            flash.Leave(http, note);
        }

        return Results.LocalRedirect(result.To);
    }

    /// <summary>For a form that <see cref="FormCheck"/> refuses.</summary>
    public IResult RefuseForm(HttpContext http, int status)
    {
        Prepare(http);
        return status == StatusCodes.Status413PayloadTooLarge
            ? Page<TooLargePage>(status)
            : Page<ExpiredPage>(status);
    }

    private async Task<IResult> ShowAgainAsync(HttpContext http, Type shown, DeedResult result)
    {
        scope.Read = await shelf.OfAsync(scope.Owner!, http.RequestAborted);
        if (scope.Read.Reading is null)
        {
            return Page<UnreadPage>(StatusCodes.Status503ServiceUnavailable);
        }

        scope.Trouble = result.Form;
        return new RazorComponentResult(shown) { StatusCode = result.Status };
    }

    /// <returns>Null for who may come in.</returns>
    public async Task<IResult?> EnterAsync(HttpContext http, string territory, Who who)
    {
        if (http.User.Identity is not { IsAuthenticated: true })
        {
            await http.ChallengeAsync(SignInServices.Cookie);
            return Results.Empty;
        }

        Prepare(http);
        scope.Access = scope.Territories.FirstOrDefault(access => access.Id == territory);
        scope.Owner = state.Configuration.Find(territory);
        // Whether a territory of others exists is not told either.
        return scope.Access is null || scope.Owner is null ? Page<MissingPage>(StatusCodes.Status404NotFound)
            : scope.Access.Rights.IsFor(who) ? null
            : Page<ForbiddenPage>(StatusCodes.Status403Forbidden);
    }

    private Task NoteAsync(HttpContext http, string action, AuditOutcome outcome, string? target) =>
        trail.AppendAsync(
            new AuditEntry(http.User.Actor(), action, outcome)
            {
                Territory = scope.Access!.Id,
                Group = http.Request.RouteValues["group"] as string,
                Target = target,
            },
            // What was done is noted even where the browser has gone.
            CancellationToken.None
        );

    /// <summary>Who asks, and in which language, for pages that are about no territory.</summary>
    public void Prepare(HttpContext http)
    {
        scope.Http = http;
        scope.Language = ConsoleLanguage.Of(http, state.Configuration.Language);
        scope.Territories = http.User.Identity is { IsAuthenticated: true } ? rights.Of(http.User) : [];
        http.Response.Headers.CacheControl = "no-cache, no-store";
    }

    private static RazorComponentResult Page<TPage>(int status = 200)
        where TPage : IComponent => new(typeof(TPage)) { StatusCode = status };
}
