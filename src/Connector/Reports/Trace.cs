using Connector.Domain;

namespace Connector.Reports;

/// <summary>What becomes of a place that tells of a person.</summary>
internal enum TraceFate
{
    /// <summary>Changed by this run; in a dry run, it would be.</summary>
    Changed,

    /// <summary>Generated: it follows the directory with the next <c>apply</c>.</summary>
    Follows,

    /// <summary>In somebody's own words: a person decides.</summary>
    Human,

    /// <summary>Stays, with the reason.</summary>
    Stays,

    /// <summary>An administrator's to do.</summary>
    Administrator,
}

/// <summary>A place that tells of a person.</summary>
/// <param name="Fate">What becomes of it.</param>
/// <param name="Where">The file, calendar or table, and the place in it. Never what it says.</param>
/// <param name="Why">What is done, or why it stays.</param>
internal sealed record Trace(TraceFate Fate, Text Where, Text Why);
