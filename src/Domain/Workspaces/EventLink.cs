namespace Connector.Domain.Workspaces;

/// <summary>A line in an event's description that leads to the minutes, or to the group's folder of meetings.</summary>
/// <param name="ObjectName">Last segment of the object's address.</param>
/// <param name="OverrideId">Value of the RECURRENCE-ID of the component; empty for the master or a single event.</param>
/// <param name="NodeKey">What it leads to, in the ledger.</param>
/// <param name="IsFolder">Whether that is the folder of all meetings: the event is a series.</param>
/// <param name="Description">What the component says now.</param>
/// <param name="Title">Of the meeting.</param>
public sealed record EventLink(
    string ObjectName,
    string OverrideId,
    string NodeKey,
    bool IsFolder,
    string Description,
    string Title
);
