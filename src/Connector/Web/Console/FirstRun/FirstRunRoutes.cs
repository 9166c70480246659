using Connector.Domain.Auditing;
using Connector.Web.Console.Pages.FirstRun;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc;

namespace Connector.Web.Console.FirstRun;

/// <summary>Every address of the assistant, as a table of contents.</summary>
internal static class FirstRunRoutes
{
    public const string Root = "/mise-en-route";
    public const string Nextcloud = $"{Root}/nextcloud";
    public const string Doctor = $"{Root}/verification";
    public const string Territory = $"{Root}/territoire";
    public const string Groups = $"{Root}/groupes";
    public const string Dates = $"{Root}/dates";
    public const string Create = $"{Root}/creation";
    public const string Forget = $"{Root}/recommencer";

    /// <summary>Bytes: twenty groups with their reasons.</summary>
    private const long LargestForm = 128 * 1024;

    /// <summary>The steps in order, from 1.</summary>
    public static readonly IReadOnlyList<string> Steps = [Nextcloud, Doctor, Territory, Groups, Create];

    public static void MapFirstRun(this WebApplication app)
    {
        app.MapGet(Root, (HttpContext http, FirstRunDoor door) => door.ShowAsync<WelcomePage>(http));
        Page<ServerPage>(app, Nextcloud, AuditActions.SignInKept, ServerDeeds.SignInAsync);
        Page<DoctorPage>(app, Doctor, AuditActions.ServerChecked, ServerDeeds.LookAsync);
        Page<TerritoryPage>(app, Territory, AuditActions.TerritoryDrafted, TerritoryDeeds.SayAsync);
        Page<GroupsPage>(app, Groups, AuditActions.TerritoryDrafted, TerritoryDeeds.GroupsAsync);
        Page<CreatePage>(app, Create, AuditActions.TerritoryAdded, CreateDeeds.CreateAsync);
        Deed(app, Forget, AuditActions.TerritoryDrafted, ServerDeeds.ForgetAsync);
        app.MapGet(Dates, (HttpContext http, FirstRunDoor door) => FirstRunDates.AnswerAsync(http, door));
    }

    private static void Page<TPage>(
        WebApplication app,
        string path,
        string action,
        Func<Deed, Task<DeedResult>> deed
    )
        where TPage : IComponent
    {
        app.MapGet(path, (HttpContext http, FirstRunDoor door) => door.ShowAsync<TPage>(http));
        Deed(app, path, action, deed);
    }

    private static void Deed(
        WebApplication app,
        string path,
        string action,
        Func<Deed, Task<DeedResult>> deed
    ) =>
        app.MapPost(path, (HttpContext http, FirstRunDoor door) => door.ActAsync(http, action, deed))
            .WithMetadata(new RequestSizeLimitAttribute(LargestForm))
            // Ours looks before the form is read, and answers with a page.
            .DisableAntiforgery();
}
