using Connector.Web.Console.FirstRun;
using Microsoft.AspNetCore.Components;

namespace Connector.Web.Console.Pages.FirstRun;

/// <summary>What the assistant's pages share: what was said so far, and how a field is told that it is wrong.</summary>
public abstract class FirstRunPage : ConsoleComponent
{
    [Inject]
    internal FirstRunShelf Shelf { get; set; } = null!;

    internal FirstRunDraft Draft { get; private set; } = null!;

    protected override void OnInitialized() => Draft = Shelf.Read();

    protected bool IsWrong(string field) => Page.Trouble?.Wrong.ContainsKey(field) == true;

    /// <summary>For <c>aria-describedby</c>: the ids of what explains a field.</summary>
    protected string? Told(string field, string? help = null) =>
        (help, IsWrong(field)) switch
        {
            (null, false) => null,
            (null, true) => $"{field}-erreur",
            (_, false) => help,
            _ => $"{help} {field}-erreur",
        };

    protected string? Invalid(string field) => IsWrong(field) ? "true" : null;
}
