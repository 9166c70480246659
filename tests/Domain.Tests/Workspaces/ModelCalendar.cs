namespace Connector.Domain.Tests.Workspaces;

internal sealed class ModelCalendar
{
    public required string Uri { get; init; }

    public required string Name { get; init; }

    public Dictionary<string, bool> Shares { get; } = [];

    public bool IsPublic { get; set; }

    public Dictionary<string, string> Objects { get; } = [];

    /// <summary>Facets and objects whose absence or content a person decided: group ids, <c>public</c>, object names.</summary>
    public HashSet<string> Persons { get; } = [];

    public int Tag { get; set; }
}
