using Connector.Domain.Meetings;

namespace Connector.Domain.Workspaces;

/// <summary>What becomes of an object that people changed, now that the territory gives something else than before.</summary>
/// <param name="ETag">Of the object as it was merged.</param>
/// <param name="Text">The whole object to be written; null where nothing is.</param>
/// <param name="Fields">Those that get the territory's value.</param>
/// <param name="Conflicts">Those that both changed differently: told once, and left as people have them.</param>
public sealed record MergedEvent(
    string ETag,
    string? Text,
    IReadOnlyList<EventField> Fields,
    IReadOnlyList<FieldConflict> Conflicts
);
