namespace Connector.Domain.Tests.Workspaces;

/// <summary>What members, coordinators and administrators do between two runs.</summary>
internal enum MoveKind
{
    RenameNode,
    RenameNodeToWanted,
    RespellNode,
    MoveNode,
    MoveNodeToOtherArea,
    DeleteNode,
    EditDocument,
    CreateWantedNode,
    CreateWantedNodeOfOtherKind,
    ChangeRules,
    RemoveShare,
    Unpublish,
    EditEvent,
    DeleteEvent,
    DeleteCalendar,
    DeleteGroup,
    RenameTeamFolder,
    DeleteTeamFolder,
    ChangeBits,
    DetachGroup,
    SwitchAclOff,
    ChangeQuota,
    CreateWantedTeamFolder,
    CreateWantedGroup,
    CreateWantedCalendar,
    CreateTwinCalendar,
}

internal static class MoveKinds
{
    /// <summary>Moves that leave everything where Connector looks for it without its ledger.</summary>
    public static bool IsFoundAgain(this MoveKind kind) =>
        kind
            is MoveKind.EditDocument
                or MoveKind.CreateWantedNode
                or MoveKind.EditEvent
                or MoveKind.CreateWantedTeamFolder
                or MoveKind.CreateWantedGroup
                or MoveKind.CreateWantedCalendar;
}
