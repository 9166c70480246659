namespace Connector.Domain.Workspaces;

/// <summary>
/// Which blueprint asks for something, and in which version. Its text, <c>standard 1.2</c>, is the stamp that the ledger
/// keeps on what the blueprint made.
/// </summary>
public sealed record BlueprintVersion(string Name, string Version)
{
    public override string ToString() => $"{Name} {Version}";
}
