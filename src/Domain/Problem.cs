namespace Connector.Domain;

/// <summary>
/// Something that a person has to know or mend: what, where in their file, and what to do. Problems are
/// values; they are collected, never thrown one at a time.
/// </summary>
public sealed record Problem
{
    /// <summary>Stable identifier in kebab-case, for machines and for searching: <c>unknown-key</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What is wrong, in one sentence.</summary>
    public required Text Message { get; init; }

    /// <summary>What to do or to write instead, in one sentence.</summary>
    public required Text Remedy { get; init; }

    /// <summary>Where it stands in a file that a person edits; null when no file is concerned.</summary>
    public SourcePlace? Place { get; init; }
}

/// <summary>
/// A place in a person's file. <see cref="Line"/> and <see cref="Column"/> count from 1; 0 means unknown.
/// <see cref="Sheet"/> is the sheet of a workbook, else null.
/// </summary>
public readonly record struct SourcePlace(string File, int Line, int Column, string? Sheet = null);
