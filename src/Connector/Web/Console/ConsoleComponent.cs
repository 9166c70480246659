using Connector.Domain;
using Connector.Web.Console.Readings;
using Microsoft.AspNetCore.Components;

namespace Connector.Web.Console;

/// <summary>What every component of the console begins with: the page's scope, and two languages side by side.</summary>
public abstract class ConsoleComponent : ComponentBase
{
    [Inject]
    internal PageScope Page { get; set; } = null!;

    internal NetworkReading Reading => Page.Reading;

    protected string Say(string french, string english) => Page.Say(french, english);

    protected string Say(Text text) => Page.Say(text);

    /// <summary>« 1 action », « 2 actions »: French says « 0 action ».</summary>
    protected string Count(int count, string french, string frenchMany, string english, string englishMany) =>
        Page.Say(
            $"{count} {(count < 2 ? french : frenchMany)}",
            $"{count} {(count == 1 ? english : englishMany)}"
        );

    /// <summary>For a link that leads to the page one is on, or to the one that it is a part of.</summary>
    protected string? Here(string path) =>
        Page.Http.Request.Path == path ? "page"
        : Page.Http.Request.Path.StartsWithSegments(path, StringComparison.Ordinal) && path != Page.At("")
            ? "true"
        : null;
}
