// Placeholder so that main compiles: DELETE THIS FILE when the real types are pushed.
#pragma warning disable CA1822,CA1812
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;

namespace Connector.TerritoryFiles;

internal sealed record LoadResult
{
    public Territory? Territory { get; init; }
    public IReadOnlyDictionary<string, Blueprint> Blueprints { get; init; } =
        new Dictionary<string, Blueprint>();
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}

internal static class TerritoryFile
{
    public static LoadResult Load(string path) => new();
}

internal static class SampleTerritory
{
    public static IReadOnlyList<string> FileNames => [];

    public static void WriteTo(string folder) { }
}

internal static class TerritorySchema
{
    public static string Generate() => "";
}
