using System.Globalization;
using Connector.Web.Api.Tokens;
using Connector.Web.Console.Pages;
using Connector.Web.Sessions;

namespace Connector.Web.Console.Deeds;

/// <summary>
/// Tokens of the API, for one territory: whoever makes one here gives no more than their own territory, and ends no token that is
/// for another one as well.
/// </summary>
internal static class TokenDeeds
{
    public const string Path = "/reglages/jetons";

    /// <summary>The token is on the page that answers, and nowhere afterwards.</summary>
    public static async Task<DeedResult> MakeAsync(Deed deed)
    {
        var territory = deed.Page.Access!.Id;
        var request = new TokenRequest
        {
            Name = deed.Text("nom"),
            Scopes =
            [
                .. Enum.GetValues<ApiScope>()
                    .Where(scope => deed.All("droit").Contains(ApiScopes.Word(scope))),
            ],
            Territories = [territory],
            Days = int.TryParse(
                deed.Text("jours"),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var days
            )
                ? days
                : 0,
        };
        if (Wrong(deed, request) is { Count: > 0 } wrong)
        {
            return DeedResult.Again<TokensPage>(new FormTrouble(deed.Form) { Wrong = wrong });
        }

        var tokens = deed.Http.RequestServices.GetRequiredService<ApiTokens>();
        var (token, problem) = await tokens.CreateAsync(deed.Http.User.Actor(), request, deed.Ct);
        if (token is null)
        {
            return DeedResult.Again<TokensPage>(
                new FormTrouble(deed.Form)
                {
                    Wrong = new Dictionary<string, string> { ["nom"] = deed.Told([problem!]) },
                }
            );
        }

        deed.Page.Secret = token;
        return new DeedResult("", null)
        {
            Shown = typeof(TokensPage),
            Status = StatusCodes.Status200OK,
            IsNoted = true,
        };
    }

    public static async Task<DeedResult> EndAsync(Deed deed)
    {
        var name = deed.Text("nom");
        var tokens = deed.Http.RequestServices.GetRequiredService<ApiTokens>();
        var token = (await tokens.ListAsync(deed.Ct)).FirstOrDefault(one =>
            one.Name == name && IsOf(one, deed.Page.Access!.Id)
        );
        if (token is null || !await tokens.RevokeAsync(deed.Http.User.Actor(), name, deed.Ct))
        {
            return deed.Trouble(
                Path,
                "Il n'y a pas de jeton de ce nom pour ce territoire.",
                "There is no token of that name for this territory."
            );
        }

        return deed.Done(
            Path,
            $"Le jeton « {name} » ne vaut plus rien.",
            $"The token '{name}' is worth nothing any more."
        ) with
        {
            IsNoted = true,
        };
    }

    /// <summary>Whether a token is for one territory alone.</summary>
    public static bool IsOf(ApiToken token, string territory) =>
        token.Territories is [var only] && only == territory;

    private static Dictionary<string, string> Wrong(Deed deed, TokenRequest request)
    {
        var wrong = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var problem in request.Check([deed.Page.Access!.Id]))
        {
            wrong[
                problem.Code switch
                {
                    "token-name" => "nom",
                    "token-days" => "jours",
                    _ => "droit",
                }
            ] = deed.Page.Say(problem.Message);
        }

        return wrong;
    }
}
