using Connector.Domain.Directories;

namespace Connector.TerritoryFiles.Records;

/// <summary>A row of « Rencontres » as written; whom it is about is judged when the organisations are known.</summary>
/// <param name="Organisation">Identifier or name.</param>
/// <param name="Visit">The rest.</param>
internal sealed record VisitDraft(Located<string> Organisation, Visit Visit);
