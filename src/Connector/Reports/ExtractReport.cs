using Connector.Domain;

namespace Connector.Reports;

/// <summary>A blueprint made from a live folder, and what of the folder it does not say.</summary>
internal sealed record ExtractReport
{
    /// <summary>The blueprint's file; null exactly when there are problems.</summary>
    public string? Yaml { get; init; }

    public IReadOnlyList<Text> Notes { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];
}
