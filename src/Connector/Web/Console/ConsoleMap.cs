using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc;

namespace Connector.Web.Console;

/// <summary>How routes of the console are written down: a line each.</summary>
internal sealed class ConsoleMap(WebApplication app)
{
    /// <summary>Forms are small; what uploads a file says so itself.</summary>
    private const long LargestForm = 64 * 1024;

    /// <summary>A page of a territory.</summary>
    /// <param name="path">After <c>/t/{territory}</c>.</param>
    /// <param name="who">For whom.</param>
    /// <param name="reads">Whether it shows what is on the Nextcloud.</param>
    public ConsoleMap Page<TPage>(string path, Who who, bool reads = true)
        where TPage : IComponent
    {
        app.MapGet(
            $"/t/{{territory}}{path}",
            (HttpContext http, string territory, ConsoleDoor door) =>
                door.ShowAsync<TPage>(http, territory, who, reads)
        );
        return this;
    }

    /// <summary>Something that changes something.</summary>
    /// <param name="path">After <c>/t/{territory}</c>.</param>
    /// <param name="who">For whom.</param>
    /// <param name="action">How the audit trail calls it: see <see cref="Domain.Auditing.AuditActions"/>.</param>
    /// <param name="deed">What it does, once all of that holds.</param>
    /// <param name="largest">Bytes of the form.</param>
    public ConsoleMap Deed(
        string path,
        Who who,
        string action,
        Func<Deed, Task<DeedResult>> deed,
        long largest = LargestForm
    )
    {
        app.MapPost(
                $"/t/{{territory}}{path}",
                (HttpContext http, string territory, ConsoleDoor door) =>
                    door.ActAsync(http, territory, who, action, deed)
            )
            .WithMetadata(new RequestSizeLimitAttribute(largest))
            // Ours looks before the form is read, and answers with a page.
            .DisableAntiforgery();
        return this;
    }

    /// <summary>Something else than a page: a file, a picture, a stream of progress.</summary>
    public ConsoleMap Other(string path, Who who, Func<HttpContext, PageScope, Task<IResult>> answer)
    {
        app.MapGet(
            $"/t/{{territory}}{path}",
            async (HttpContext http, string territory, ConsoleDoor door, PageScope scope) =>
                await door.EnterAsync(http, territory, who) ?? await answer(http, scope)
        );
        return this;
    }
}
