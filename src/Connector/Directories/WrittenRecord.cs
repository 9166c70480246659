namespace Connector.Directories;

/// <summary>A record of the directory as its words stand in the file, before anything is made of them.</summary>
/// <param name="File">The file's path, as problems show it.</param>
/// <param name="Source">Where it lies.</param>
/// <param name="Words">By the names of <see cref="RecordFields"/>; those alone that can be written there.</param>
internal sealed record WrittenRecord(
    string File,
    RecordSource Source,
    IReadOnlyDictionary<string, string> Words
);

/// <summary>Where a record lies.</summary>
internal enum RecordSource
{
    /// <summary>The directory in the coordinators' folder.</summary>
    Nextcloud,

    /// <summary>A directory beside the territory file.</summary>
    Directory,

    /// <summary>The territory file itself.</summary>
    TerritoryFile,
}

/// <summary>A field as somebody saw it, and as they want it.</summary>
/// <param name="Field">Which.</param>
/// <param name="Was">What stood there when they saw it.</param>
/// <param name="Now">What is to stand there.</param>
internal sealed record FieldChange(RecordField Field, string Was, string Now);

/// <summary>A field that somebody else has changed since it was seen.</summary>
internal sealed record FieldClash(RecordField Field, string Stands);
