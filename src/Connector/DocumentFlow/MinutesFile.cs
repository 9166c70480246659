using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.DocumentFlow;

/// <summary>The minutes of one meeting of a group, where they are now.</summary>
/// <param name="Key">In the ledger.</param>
/// <param name="Path">On the server.</param>
/// <param name="Group">Whose meeting.</param>
/// <param name="Area">Of the group.</param>
internal sealed record MinutesFile(string Key, string Path, WorkingGroup Group, AreaSpec Area);
