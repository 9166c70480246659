using Connector.Domain;

namespace Connector.TerritoryFiles;

/// <summary>A value and where it is written, for what can only be judged once everything is read.</summary>
internal sealed record Located<T>(T Value, SourcePlace Place);
