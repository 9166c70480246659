using Connector.Domain;

namespace Connector.Conversion;

/// <summary>A converted document, or why there is none.</summary>
internal sealed record Converted
{
    private Converted() { }

    /// <summary>Null when there is a problem.</summary>
    public byte[]? Bytes { get; private init; }

    /// <summary>Null when there are bytes.</summary>
    public Problem? Problem { get; private init; }

    public static Converted To(byte[] bytes) => new() { Bytes = bytes };

    public static Converted Not(Problem problem) => new() { Problem = problem };
}
