using System.Security.Claims;
using System.Text;

namespace Connector.DevServer.Accounts;

/// <summary>Who sends a request; kept on the request by <see cref="Authentication"/>.</summary>
internal sealed record SignIn
{
    public required Account Account { get; init; }

    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Hash of the app password used; null for the real password.</summary>
    public string? AppPassword { get; init; }

    public required SignInSession Session { get; init; }

    public bool IsAdmin => Groups.Contains(GroupStore.Admin);

    /// <summary>Groups that the account administers (« sub admin »), without being an administrator.</summary>
    public required IReadOnlyList<string> Administers { get; init; }

    public bool IsGroupAdmin => IsAdmin || Administers.Count > 0;

    public bool MayAdminister(string group) => IsAdmin || Administers.Contains(group);

    public string UserId => Account.Id;
}

internal static class SignInOfRequest
{
    /// <summary>Null for a stranger.</summary>
    public static SignIn? SignIn(this HttpContext context) => context.Items[typeof(SignIn)] as SignIn;

    /// <summary>For handlers behind a door that lets no stranger in.</summary>
    public static SignIn User(this HttpContext context) =>
        context.SignIn() ?? throw new InvalidOperationException("This address needs a sign-in.");

    public static void Set(this HttpContext context, SignIn signIn)
    {
        context.Items[typeof(SignIn)] = signIn;
        context.User = new ClaimsPrincipal(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.Name, signIn.UserId),
                    .. signIn.Groups.Select(g => new Claim("group", g)),
                    .. signIn.IsAdmin ? [new Claim(ClaimTypes.Role, GroupStore.Admin)] : Array.Empty<Claim>(),
                ],
                "Basic"
            )
        );
    }

    /// <summary>User and password of a Basic header (RFC 7617, UTF-8); null without one that can be read.</summary>
    public static (string User, string Password)? Basic(this HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return null;
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[6..].Trim(), bytes, out var length))
            return null;
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : (text[..colon], text[(colon + 1)..]);
    }
}
