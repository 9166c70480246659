using Connector.Domain.Territories;

namespace Connector.Domain.Directories;

/// <summary>Whether an organisation meets a need, and by what.</summary>
public static class CoverageMatch
{
    /// <param name="types">Of the organisation.</param>
    /// <param name="organisation">Which says whom it is for.</param>
    /// <param name="need">Family or audience.</param>
    /// <returns>The type, or the audience in the organisation's words; null where it does not meet the need.</returns>
    public static string? Of(IReadOnlyList<string> types, Organisation organisation, CoverageNeed need)
    {
        ArgumentNullException.ThrowIfNull(types);
        ArgumentNullException.ThrowIfNull(organisation);
        ArgumentNullException.ThrowIfNull(need);
        return types.FirstOrDefault(type => need.Types.Contains(type, StringComparer.Ordinal))
            ?? (
                need.Kind == NeedKind.Audience
                    ? organisation
                        .Place.List(StandardColumn.Audiences)
                        .FirstOrDefault(audience => Folded.Key(audience) == Folded.Key(need.Name.French))
                    : null
            );
    }
}
