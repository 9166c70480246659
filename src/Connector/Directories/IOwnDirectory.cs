using Connector.Domain;

namespace Connector.Directories;

/// <summary>
/// The directory that people keep, wherever it lies: its bytes as they were read, and the way to write it back. It is written
/// whole or not at all, and only while it is what was read.
/// </summary>
internal interface IOwnDirectory
{
    /// <summary>Its path, as shown in messages.</summary>
    string ShownAs { get; }

    /// <summary>Whether it is there; else <see cref="Bytes"/> are those of an empty one.</summary>
    bool IsThere { get; }

    byte[] Bytes { get; }

    /// <returns>Null when it was written, else why not.</returns>
    Task<Problem?> SaveAsync(byte[] after, CancellationToken ct);
}

internal static class OwnDirectoryProblems
{
    /// <summary>What is wrong with the whole of a directory.</summary>
    public static Problem Wrong(this IOwnDirectory directory, string code, Text message, Text remedy) =>
        new()
        {
            Code = code,
            Message = message,
            Remedy = remedy,
            Place = new SourcePlace(directory.ShownAs, 0, 0),
        };
}
