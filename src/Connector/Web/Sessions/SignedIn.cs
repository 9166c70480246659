using System.Security.Claims;
using Connector.Domain.Auditing;

namespace Connector.Web.Sessions;

/// <summary>Who is signed in, as claims.</summary>
internal static class SignedIn
{
    private const string User = "sub";
    private const string Server = "server";
    private const string Group = "group";
    private const string Emergency = "emergency";
    private const string Unconfirmed = "unconfirmed";

    public static IEnumerable<Claim> Claims(string signIn, NextcloudUser user) =>
        [
            new(Server, signIn),
            new(User, user.Id),
            new(ClaimTypes.Name, user.Name),
            .. user.Groups.Select(group => new Claim(Group, group)),
        ];

    public static ClaimsPrincipal Principal(string signIn, NextcloudUser user, string scheme) =>
        new(new ClaimsIdentity(Claims(signIn, user), scheme));

    public static ClaimsPrincipal Administrator(string scheme) =>
        new(
            new ClaimsIdentity(
                [new(Emergency, "1"), new(ClaimTypes.Name, "administration de secours")],
                scheme
            )
        );

    /// <summary>The same person while Nextcloud cannot say which groups they are in: without any.</summary>
    public static ClaimsPrincipal WithoutGroups(this ClaimsPrincipal who, string scheme) =>
        new(
            new ClaimsIdentity(
                [.. who.Claims.Where(claim => claim.Type != Group), new Claim(Unconfirmed, "1")],
                scheme
            )
        );

    public static bool IsEmergency(this ClaimsPrincipal who) => who.HasClaim(Emergency, "1");

    public static bool IsUnconfirmed(this ClaimsPrincipal who) => who.HasClaim(Unconfirmed, "1");

    public static string? SignIn(this ClaimsPrincipal who) => who.FindFirstValue(Server);

    /// <summary>Their Nextcloud account; null for the emergency link.</summary>
    public static string? UserId(this ClaimsPrincipal who) => who.FindFirstValue(User);

    public static string Name(this ClaimsPrincipal who) => who.FindFirstValue(ClaimTypes.Name) ?? "";

    public static IReadOnlyCollection<string> Groups(this ClaimsPrincipal who) =>
        who.FindAll(Group).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>One person on one server.</summary>
    public static string Account(this ClaimsPrincipal who) =>
        who.IsEmergency() ? Emergency : $"{who.SignIn()}/{who.FindFirstValue(User)}";

    /// <summary>Who it is to the audit trail.</summary>
    public static AuditActor Actor(this ClaimsPrincipal who) =>
        who.IsEmergency() ? AuditActor.EmergencyLink : new AuditActor(AuditDoor.Session, who.Account());
}
