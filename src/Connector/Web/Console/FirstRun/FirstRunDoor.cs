using Connector.Audit;
using Connector.Domain.Auditing;
using Connector.Web.Console.Pages;
using Connector.Web.Sessions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Connector.Web.Console.FirstRun;

/// <summary>
/// The one way into the assistant: a session that the emergency link opened, for whoever made that link has the machine. To
/// everybody else there is nothing here.
/// </summary>
internal sealed class FirstRunDoor(
    ConsoleDoor door,
    PageScope scope,
    Flash flash,
    AuditTrail trail,
    IAntiforgery antiforgery
)
{
    public async Task<IResult> ShowAsync<TPage>(HttpContext http)
        where TPage : IComponent => await RefuseAsync(http) ?? door.ShowFree<TPage>(http);

    public async Task<IResult> ActAsync(HttpContext http, string action, Func<Deed, Task<DeedResult>> deed)
    {
        if (await antiforgery.RefusalAsync(http) is { } refusal)
        {
            return door.RefuseForm(http, refusal);
        }

        if (await RefuseAsync(http) is { } refused)
        {
            return refused;
        }

        door.Prepare(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var result = await deed(new Deed(http, scope, form));
        var outcome =
            result.Outcome ?? (result.Note is { IsTrouble: true } ? AuditOutcome.Failed : AuditOutcome.Done);
        await trail.AppendAsync(
            new AuditEntry(http.User.Actor(), action, outcome) { Target = result.Target },
            CancellationToken.None
        );
        if (result.Shown is { } shown)
        {
            scope.Trouble = result.Form;
            return new RazorComponentResult(shown) { StatusCode = result.Status };
        }

        if (result.Note is { } note)
        {
            flash.Leave(http, note);
        }

        return Results.LocalRedirect(result.To);
    }

    /// <returns>Null for who may come in.</returns>
    public async Task<IResult?> RefuseAsync(HttpContext http)
    {
        if (http.User.Identity is not { IsAuthenticated: true })
        {
            await http.ChallengeAsync(SignInServices.Cookie);
            return Results.Empty;
        }

        return http.User.IsEmergency()
            ? null
            : door.ShowFree<MissingPage>(http, StatusCodes.Status404NotFound);
    }
}
