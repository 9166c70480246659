using Connector.Audit;
using Connector.Domain;
using Connector.Domain.Auditing;
using Connector.Jobs;
using Connector.Service;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Connector.Web.Sessions;

/// <summary>Registers sign-in: one OAuth2 scheme for each Nextcloud, one cookie for all.</summary>
internal static class SignInServices
{
    public const string Cookie = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>OpenID Connect's word for whom one means; a Nextcloud does not look at it.</summary>
    private const string Hint = "login_hint";

    /// <summary>The session that the browser had before it came back from Nextcloud.</summary>
    private static readonly object Former = new();

    public static string Scheme(SignInServer server) => $"nextcloud-{server.Id}";

    public static string Callback(SignInServer server) => $"/connexion/{server.Id}/retour";

    public static void AddSignIn(this IServiceCollection services, ServiceConfiguration configuration)
    {
        var database = configuration.Database;
        var web = configuration.Web;
        services.AddSingleton(SessionContext.At(database));
        services.AddScoped<SessionContext>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SessionCheck>();
        services.AddSingleton<NextcloudIdentity>();
        services.AddSingleton<EmergencyLinks>();
        services.AddSingleton<RightsReader>();
        var keys = services.AddDataProtection().SetApplicationName("connector");
        AddKeys(keys, database);
        keys.EncryptWith(configuration.Protection);
        services.AddAntiforgery(options =>
        {
            Harden(options.Cookie, web, "connector-form");
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.FormFieldName = "jeton";
            options.SuppressXFrameOptionsHeader = true;
        });
        var authentication = services
            .AddAuthentication(Cookie)
            .AddCookie(Cookie, options => Configure(options, web));
        services
            .AddOptions<CookieAuthenticationOptions>(Cookie)
            .Configure<SessionStore>((options, sessions) => options.SessionStore = sessions);
        foreach (var server in web.SignIns)
        {
            authentication.AddOAuth(Scheme(server), options => Configure(options, web, server));
        }
    }

    /// <summary>What the Nextcloud is asked for.</summary>
    /// <param name="web">The settings.</param>
    /// <param name="back">An address of this service.</param>
    /// <param name="guest">Somebody of a demo; counts only where there are any.</param>
    public static AuthenticationProperties Asking(WebSettings web, string back, string? guest)
    {
        var asking = new AuthenticationProperties { RedirectUri = back };
        if (web.Guests.Any(one => one.UserId == guest))
        {
            asking.SetParameter(Hint, guest);
        }

        return asking;
    }

    /// <summary>Nobody is anybody yet when they come back from Nextcloud: a session planted before must not become theirs.</summary>
    public static void UseFreshCallbacks(this WebApplication app, WebSettings web)
    {
        var callbacks = web.SignIns.Select(Callback).ToHashSet(StringComparer.Ordinal);
        app.Use(
            async (context, next) =>
            {
                if (callbacks.Contains(context.Request.Path.Value ?? ""))
                {
                    context.Items[Former] = FormerKey(context);
                    var others = context
                        .Request.Cookies.Where(cookie => cookie.Key != Name(web, "connector"))
                        .Select(cookie => $"{cookie.Key}={cookie.Value}");
                    context.Request.Headers.Cookie = string.Join("; ", others);
                }

                await next(context);
            }
        );
    }

    public static string Name(WebSettings web, string name) => web.IsPlain ? name : $"__Host-{name}";

    private static void AddKeys(IDataProtectionBuilder keys, ServiceDatabase database)
    {
        if (database.IsShared)
        {
            keys.PersistKeysToDbContext<SessionContext>();
            return;
        }

        var folder = Directory.CreateDirectory(Path.Combine(database.Folder, "keys"));
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        keys.PersistKeysToFileSystem(folder);
    }

    /// <summary>
    /// <c>__Host-</c> makes a browser insist on TLS, this host alone and the path <c>/</c>. Without TLS, on one machine, no
    /// browser would keep such a cookie, so that it has another name there.
    /// </summary>
    private static void Harden(CookieBuilder cookie, WebSettings web, string name)
    {
        cookie.Name = Name(web, name);
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = web.IsPlain ? CookieSecurePolicy.None : CookieSecurePolicy.Always;
    }

    private static void Configure(CookieAuthenticationOptions options, WebSettings web)
    {
        Harden(options.Cookie, web, "connector");
        options.SlidingExpiration = false;
        options.ExpireTimeSpan = SessionStore.Longest;
        options.LoginPath = "/connexion";
        options.ReturnUrlParameter = "retour";
        options.Events.OnValidatePrincipal = context =>
            context.HttpContext.RequestServices.GetRequiredService<SessionCheck>().ValidateAsync(context);
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static void Configure(OAuthOptions options, WebSettings web, SignInServer server)
    {
        options.ClientId = server.Client;
        options.ClientSecret = server.Secret;
        options.CallbackPath = Callback(server);
        options.AuthorizationEndpoint = new Uri(server.Server, "index.php/apps/oauth2/authorize").AbsoluteUri;
        options.TokenEndpoint = NextcloudIdentity.TokenAddress(server.Server).AbsoluteUri;
        options.SignInScheme = Cookie;
        options.SaveTokens = true;
        // 27 does not look at it; servers that do protect the code with it.
        options.UsePkce = true;
        options.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(10);
        options.BackchannelHttpHandler = NextcloudIdentity.Handler();
        options.BackchannelTimeout = TimeSpan.FromSeconds(15);
        Harden(options.CorrelationCookie, web, "connector-aller.");
        options.Events.OnRedirectToAuthorizationEndpoint = context =>
        {
            var guest = context.Properties.GetParameter<string>(Hint);
            context.Response.Redirect(
                guest is null
                    ? context.RedirectUri
                    : $"{context.RedirectUri}&{Hint}={Uri.EscapeDataString(guest)}"
            );
            return Task.CompletedTask;
        };
        options.Events.OnCreatingTicket = context => AskWho(context, server);
        options.Events.OnTicketReceived = async context =>
        {
            context.ReturnUri = LocalReturn.Of(context.ReturnUri);
            var trail = context.HttpContext.RequestServices.GetRequiredService<AuditTrail>();
            await trail.AppendAsync(
                new AuditEntry(context.Principal!.Actor(), AuditActions.SignIn),
                context.HttpContext.RequestAborted
            );
            await EndFormer(context.HttpContext);
        };
        options.Events.OnRemoteFailure = context => Fail(context, server);
    }

    private static async Task AskWho(OAuthCreatingTicketContext context, SignInServer server)
    {
        var identity = context.HttpContext.RequestServices.GetRequiredService<NextcloudIdentity>();
        var (_, user) = await identity.AskAsync(
            server.Server,
            context.AccessToken!,
            context.HttpContext.RequestAborted
        );
        if (user is null)
        {
            throw new AuthenticationFailureException("the server did not say who signed in");
        }

        context.Identity!.AddClaims(SignedIn.Claims(server.Id, user));
    }

    /// <summary>Told without anything that came in the address: it holds a code.</summary>
    private static Task Fail(RemoteFailureContext context, SignInServer server)
    {
        var log = context.HttpContext.RequestServices.GetRequiredService<ServiceLog>();
        log.Warn(
            "sign-in-failed",
            new Text(
                $"Une connexion par {server.Server.Host} n'a pas abouti.",
                $"A sign-in through {server.Server.Host} did not succeed."
            ),
            ("server", server.Id)
        );
        context.Response.Redirect("/connexion?erreur=1");
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private static string? FormerKey(HttpContext context)
    {
        var options = context
            .RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(Cookie);
        var value = options.CookieManager.GetRequestCookie(context, options.Cookie.Name!);
        return value is null
            ? null
            // The only claim of such a cookie is the key.
            : options.TicketDataFormat.Unprotect(value)?.Principal.Claims.FirstOrDefault()?.Value;
    }

    private static async Task EndFormer(HttpContext context)
    {
        if (context.Items[Former] is string key)
        {
            await context.RequestServices.GetRequiredService<SessionStore>().RemoveAsync(key);
        }
    }
}
