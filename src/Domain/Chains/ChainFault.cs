namespace Connector.Domain.Chains;

/// <summary>Where a chained register was tampered with.</summary>
/// <param name="Number">Of the first line concerned.</param>
/// <param name="Kind">How.</param>
public sealed record ChainFault(int Number, ChainFaultKind Kind);

/// <summary>How a line does not belong.</summary>
public enum ChainFaultKind
{
    /// <summary>It says something else than when it was written.</summary>
    Altered,

    /// <summary>It does not follow the line before: one was taken out, put in or moved.</summary>
    Misplaced,

    /// <summary>A copy has it, the register does not.</summary>
    Missing,
}
