using Connector.Domain.Workspaces;

namespace Connector.Web.Console.Readings;

/// <summary>
/// The lines of a plan that a page shows, each that does something with a tick. What has no tick when the form is sent is left
/// until somebody ticks it.
/// </summary>
internal sealed class PlanLines(IReadOnlySet<string> left)
{
    /// <summary>Field with the keys of the steps that have a tick on the page, in order.</summary>
    public const string Shown = "vu";

    /// <summary>Field with the place among them of each that is to be done.</summary>
    public const string Ticked = "fait";

    /// <summary>Field with the keys of steps that were left and that the page does not show.</summary>
    public const string Kept = "laisse";

    private readonly List<string> _shown = [];

    /// <summary>Its place, for a step that does something.</summary>
    public int Show(PlanStep step)
    {
        _shown.Add(step.Key);
        return _shown.Count - 1;
    }

    public bool IsLeft(PlanStep step) => left.Contains(step.Key);

    /// <summary>What goes into <see cref="Shown"/>, when all lines are out.</summary>
    public string AllShown => string.Join('\n', _shown);

    /// <summary>What goes into <see cref="Kept"/>.</summary>
    public string AllKept => string.Join('\n', left.Except(_shown, StringComparer.Ordinal));

    public static IReadOnlyList<string> Keys(string field) =>
        field.Split(["\r\n", "\n"], StringSplitOptions.RemoveEmptyEntries);
}
