using Connector.Web.Console.Pages;
using Connector.Web.Sessions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace Connector.Web.Console;

/// <summary>The front door, and the choice of language.</summary>
internal static class ConsoleEntry
{
    public static async Task<IResult> Home(HttpContext http, ConsoleDoor door)
    {
        if (http.User.Identity is { IsAuthenticated: true })
        {
            return door.ShowFree<TerritoriesPage>(http);
        }

        await http.ChallengeAsync(SignInServices.Cookie);
        return Results.Empty;
    }

    public static async Task<IResult> Speak(HttpContext http, ConsoleDoor door)
    {
        var antiforgery = http.RequestServices.GetRequiredService<IAntiforgery>();
        if (await antiforgery.RefusalAsync(http) is { } refusal)
        {
            return door.RefuseForm(http, refusal);
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        ConsoleLanguage.Choose(http, form["langue"].ToString());
        return Results.LocalRedirect(LocalReturn.Of(form["retour"].ToString()));
    }
}
