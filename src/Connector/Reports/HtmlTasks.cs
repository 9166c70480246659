using Connector.Domain;
using Connector.Domain.Workspaces;

namespace Connector.Reports;

/// <summary>What is left to an administrator, as a table to be ticked off, with what is done too.</summary>
internal sealed class HtmlTasks(HtmlPage page)
{
    /// <summary>Of the heading, for the contents to point to.</summary>
    public const string Id = "tasks";

    public static readonly Text Title = new(
        "À la main, par un administrateur de Nextcloud",
        "By hand, by an administrator"
    );

    public void Write(IReadOnlyList<ManualTask> tasks)
    {
        if (tasks.Count == 0)
        {
            return;
        }

        page.Add("h2", page.Say(Title), id: Id).Open("table").Open("thead");
        page.Row(
            isHead: true,
            page.Say(new Text("Quoi, et où dans Nextcloud", "What, and where in Nextcloud")),
            page.Say(new Text("État", "State"))
        );
        page.Close("thead");
        foreach (var place in tasks.GroupBy(task => task.Where))
        {
            page.Open("tbody").RowGroup(2, page.Say(place.Key));
            foreach (var task in place.OrderBy(task => task.State == TaskState.Done))
            {
                page.Row(isHead: false, page.Say(task.What), page.Say(StageNames.Of(task.State)));
            }

            page.Close("tbody");
        }

        page.Close("table");
    }
}
