using Connector.Domain;

namespace Connector.Cli;

/// <summary>The page of a verb: what it is for in a line, then in full, examples, and its exit codes.</summary>
internal sealed record Manual
{
    public required Text Summary { get; init; }

    public required Text Description { get; init; }

    public IReadOnlyList<(string Command, Text Meaning)> Examples { get; init; } = [];

    public IReadOnlyList<(int Code, Text Meaning)> ExitCodes { get; init; } = [];
}
