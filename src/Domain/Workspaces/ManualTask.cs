namespace Connector.Domain.Workspaces;

/// <summary>Whether a task that only an administrator can do is done, as far as the server lets the account see.</summary>
public enum TaskState
{
    ToDo,
    Done,

    /// <summary>The server does not let this account look.</summary>
    Unseen,
}

/// <summary>One thing to be done by hand in Nextcloud, in the words of its own screens.</summary>
/// <param name="Key">The same for the same task at each run: <c>task:account:ines</c>.</param>
/// <param name="What">What to do.</param>
/// <param name="Where">Where to click, from the menu at the top right.</param>
/// <param name="State">Read from the server in this run.</param>
public sealed record ManualTask(string Key, Text What, Text Where, TaskState State);
