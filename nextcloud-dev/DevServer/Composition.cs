using Connector.DevServer.Accounts;
using Connector.DevServer.Activities;
using Connector.DevServer.AddressBooks;
using Connector.DevServer.Calendars;
using Connector.DevServer.Faults;
using Connector.DevServer.Files;
using Connector.DevServer.LoginFlow;
using Connector.DevServer.OAuth;
using Connector.DevServer.Ocs;
using Connector.DevServer.Pages;
using Connector.DevServer.Shares;
using Connector.DevServer.Storage;
using Connector.DevServer.Talk;
using Connector.DevServer.TeamFolders;
using Connector.DevServer.Teams;

namespace Connector.DevServer;

/// <summary>Which parts make the server, and in which order a request meets them.</summary>
internal static class Composition
{
    public static void AddServices(IServiceCollection services, DevServerOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.TimeProvider);
        services.AddSingleton(_ => new Database(Path.Combine(options.DataDirectory, "devserver.db")));
        services.AddSingleton<Instance>();
        services.AddSingleton<FaultRules>().AddSingleton<RequestLog>().AddSingleton<FaultInjection>();
        services.AddSingleton<AccessRevision>();
        services.AddSingleton<AccountStore>().AddSingleton<GroupStore>().AddSingleton<AppPasswordStore>();
        services.AddSingleton<SignInSessions>().AddSingleton<Authentication>();
        services.AddSingleton<TeamFolderStore>().AddSingleton<AclStore>().AddSingleton<AclProperties>();
        services.AddSingleton<TeamStore>().AddSingleton<TeamJson>().AddSingleton<TeamEndpoints>();
        services.AddSingleton<ShareeEndpoints>();
        services.AddSingleton<ActivityStore>().AddSingleton<ActivityJson>().AddSingleton<ActivityEndpoints>();
        services.AddSingleton<ShareStore>().AddSingleton<ShareJson>().AddSingleton<ShareEndpoints>();
        services.AddSingleton<UserJson>().AddSingleton<UserEndpoints>().AddSingleton<GroupEndpoints>();
        services.AddSingleton<ServerEndpoints>().AddSingleton<TeamFolderEndpoints>();
        services.AddSingleton<LoginFlows>().AddSingleton<LoginFlowEndpoints>();
        services.AddSingleton<OAuthStore>().AddSingleton<OAuthEndpoints>();
        services.AddSingleton<ConversionEndpoints>();
        services
            .AddSingleton<TalkStore>()
            .AddSingleton<TalkEndpoints>()
            .AddSingleton<NotificationEndpoints>();
        services.AddSingleton<PageEndpoints>().AddSingleton<DevEndpoints>();
        FileEndpoints.AddFiles(services);
        CalendarEndpoints.AddCalendars(services);
        AddressBookEndpoints.AddAddressBooks(services);
    }

    /// <summary>Tables, and the first account.</summary>
    public static void Prepare(IServiceProvider services, DevServerOptions options)
    {
        services.GetRequiredService<NodeStore>();
        var accounts = services.GetRequiredService<AccountStore>();
        var groups = services.GetRequiredService<GroupStore>();
        groups.Create(GroupStore.Admin, GroupStore.Admin);
        if (accounts.Find(options.AdminUser) is null)
            accounts.Create(
                new Account { Id = options.AdminUser, DisplayName = options.AdminUser },
                options.AdminPassword
            );
        else if (!accounts.IsPassword(options.AdminUser, options.AdminPassword))
            accounts.SetPassword(options.AdminUser, options.AdminPassword);
        groups.Add(GroupStore.Admin, options.AdminUser);
    }

    public static void Map(WebApplication app)
    {
        var faults = app.Services.GetRequiredService<FaultInjection>();
        var authentication = app.Services.GetRequiredService<Authentication>();
        app.Use(next => context => IsLocal(context) ? next(context) : RefuseHost(context));
        app.Use(next => context => faults.Invoke(context, next));
        app.Use(next => context => authentication.Invoke(context, next));
        app.UseRouting();
        app.Services.GetRequiredService<ServerEndpoints>().Map(app);
        app.Services.GetRequiredService<UserEndpoints>().Map(app);
        app.Services.GetRequiredService<GroupEndpoints>().Map(app);
        app.Services.GetRequiredService<TeamFolderEndpoints>().Map(app);
        app.Services.GetRequiredService<ShareEndpoints>().Map(app);
        app.Services.GetRequiredService<ShareeEndpoints>().Map(app);
        if (app.Services.GetRequiredService<Instance>().HasActivity)
            app.Services.GetRequiredService<ActivityEndpoints>().Map(app);
        if (app.Services.GetRequiredService<Instance>().Convert is not null)
            app.Services.GetRequiredService<ConversionEndpoints>().Map(app);
        if (app.Services.GetRequiredService<Instance>().HasTeams)
            app.Services.GetRequiredService<TeamEndpoints>().Map(app);
        if (app.Services.GetRequiredService<Instance>().HasTalk)
            app.Services.GetRequiredService<TalkEndpoints>().Map(app);
        if (app.Services.GetRequiredService<Instance>().HasNotifications)
            app.Services.GetRequiredService<NotificationEndpoints>().Map(app);
        app.Services.GetRequiredService<LoginFlowEndpoints>().Map(app);
        app.Services.GetRequiredService<OAuthEndpoints>().Map(app);
        app.Services.GetRequiredService<PageEndpoints>().Map(app);
        app.Services.GetRequiredService<DevEndpoints>().Map(app);
        FileEndpoints.MapFiles(app);
        CalendarEndpoints.MapCalendars(app);
        AddressBookEndpoints.MapAddressBooks(app);
    }

    // A page of another site must not reach this server under a name of its own (DNS rebinding).
    private static bool IsLocal(HttpContext context) =>
        context.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";

    private static Task RefuseHost(HttpContext context)
    {
        context.Response.StatusCode = 400;
        return context.Response.WriteAsync("Accès par un domaine non autorisé.", context.RequestAborted);
    }
}
