namespace Connector.Templates;

/// <summary>How large a template may be. A real one stays far below; a trap does not.</summary>
internal static class PackageLimits
{
    /// <summary>Bytes of the file itself.</summary>
    internal const int File = 20 * 1024 * 1024;

    /// <summary>Bytes of all parts, unpacked.</summary>
    internal const int Unpacked = 100 * 1024 * 1024;

    internal const int Parts = 2_000;

    /// <summary>Unpacked bytes per packed byte, above <see cref="RatioFloor"/>: text reaches 30, a bomb 1,000.</summary>
    internal const int Ratio = 200;

    internal const int RatioFloor = 1024 * 1024;

    /// <summary>Nested XML elements: the deepest real documents stay under 60.</summary>
    internal const int Depth = 200;
}
