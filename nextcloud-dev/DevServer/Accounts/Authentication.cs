namespace Connector.DevServer.Accounts;

/// <summary>
/// Finds out who sends a request: session cookie, or Basic with the real password or an app password. It refuses
/// nobody; the doors do (<see cref="Dav.DavDoor"/>, <see cref="Ocs.OcsDoor"/>). Cookies are those of the real server.
/// </summary>
internal sealed class Authentication(
    AccountStore accounts,
    GroupStore groups,
    AppPasswordStore appPasswords,
    SignInSessions sessions,
    Instance instance,
    TimeProvider time
)
{
    public async Task Invoke(HttpContext context, RequestDelegate next)
    {
        var session = sessions.Find(context.Request.Cookies[instance.Id]);
        var signIn = FromBearer(context) ?? FromBasic(context, session) ?? FromSession(context, session);
        if (signIn is not null)
            context.Set(signIn);
        await next(context);
    }

    /// <summary>The session of this request, opened and announced by cookies when there is none.</summary>
    public SignInSession Session(HttpContext context)
    {
        if (context.Items[typeof(SignInSession)] is SignInSession known)
            return known;
        var session = sessions.Find(context.Request.Cookies[instance.Id]) ?? Open(context);
        context.Items[typeof(SignInSession)] = session;
        return session;
    }

    /// <summary>Checks a name and a password; the session then belongs to that account.</summary>
    public SignIn? Check(HttpContext context, string user, string password)
    {
        if (Find(user) is not { Enabled: true } account)
            return null;
        var appPassword = appPasswords.Match(account.Id, password);
        if (appPassword is null && !accounts.IsPassword(account.Id, password))
            return null;
        var session = Session(context);
        (session.UserId, session.AppPassword) = (account.Id, appPassword);
        if (account.LastLogin == 0)
            accounts.SetLastLogin(account.Id, time.GetUtcNow());
        return Build(account, session);
    }

    /// <summary>A token given to an OAuth2 client, or any app password (RFC 6750).</summary>
    private SignIn? FromBearer(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (
            !header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            || appPasswords.Owner(header[7..], time.GetUtcNow()) is not var (user, hash)
            || accounts.Find(user) is not { Enabled: true } account
        )
            return null;
        context.Items[IsBearer] = true;
        return Build(account, new SignInSession("bearer") { UserId = user, AppPassword = hash });
    }

    /// <summary>Marks a request that no other site can have forged.</summary>
    public static readonly object IsBearer = new();

    private SignIn? FromBasic(HttpContext context, SignInSession? session)
    {
        if (context.Request.Basic() is not var (user, password))
            return null;
        // A session of the same account is taken at its word, as on the real server: no second hashing.
        var known = session?.DavUser is { } dav && dav.Equals(user, StringComparison.OrdinalIgnoreCase);
        if (known && FromSession(context, session) is { } again)
            return again;
        if (Check(context, user, password) is not { } signIn)
            return null;
        signIn.Session.DavUser = user;
        return signIn;
    }

    private SignIn? FromSession(HttpContext context, SignInSession? session)
    {
        if (session?.UserId is not { } user || accounts.Find(user) is not { Enabled: true } account)
            return null;
        if (session.AppPassword is { } hash && !appPasswords.IsAlive(hash, account.Id))
            return null;
        context.Items[typeof(SignInSession)] = session;
        return Build(account, session);
    }

    // A sign-in by e-mail address works too, as on the real server.
    private Account? Find(string user) =>
        accounts.Find(user)
        ?? (
            user.Contains('@', StringComparison.Ordinal)
                ? accounts
                    .Search(user, 2, 0)
                    .FirstOrDefault(a => user.Equals(a.Email, StringComparison.OrdinalIgnoreCase))
                : null
        );

    private SignIn Build(Account account, SignInSession session) =>
        new()
        {
            Account = account,
            Groups = groups.Of(account.Id),
            Administers = groups.AdministeredBy(account.Id),
            AppPassword = session.AppPassword,
            Session = session,
        };

    private SignInSession Open(HttpContext context)
    {
        var session = sessions.Open();
        var lax = new CookieOptions
        {
            HttpOnly = true,
            Path = "/",
            SameSite = SameSiteMode.Lax,
        };
        var strict = new CookieOptions
        {
            HttpOnly = true,
            Path = "/",
            SameSite = SameSiteMode.Strict,
        };
        var cookies = context.Response.Cookies;
        cookies.Append(instance.Id, session.Key, lax);
        cookies.Append("nc_sameSiteCookielax", "true", lax);
        cookies.Append("nc_sameSiteCookiestrict", "true", strict);
        return session;
    }
}
