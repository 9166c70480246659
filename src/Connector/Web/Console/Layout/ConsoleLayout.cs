using Microsoft.AspNetCore.Components;

namespace Connector.Web.Console.Layout;

/// <summary>The frame of every page; a page says its title through <see cref="PageTitles"/>.</summary>
public abstract class ConsoleLayout : LayoutComponentBase
{
    [Inject]
    internal PageScope Page { get; set; } = null!;

    /// <summary>« Rencontres – Vallon – Connector »</summary>
    protected string Title =>
        string.Join(
            " – ",
            new[] { PageTitles.Of(Page), Page.Access?.Name, "Connector" }.Where(part =>
                !string.IsNullOrEmpty(part)
            )
        );
}
