namespace Connector.Domain.Directories;

/// <summary>What a place is recognised by.</summary>
/// <param name="Pivot">SIRET or RNA; null when it has none that is valid.</param>
/// <param name="Name">Folded.</param>
/// <param name="Commune">Folded; empty when unknown.</param>
/// <param name="Address">Folded; empty when unknown.</param>
internal readonly record struct PlaceKeys(string? Pivot, string Name, string Commune, string Address)
{
    internal (string, string) NameAndCommune => (Name, Commune);

    internal static PlaceKeys Of(PlaceRecord place)
    {
        var pivot = place[StandardColumn.Pivot];
        return new PlaceKeys(
            Directories.Pivot.IsValid(pivot) ? pivot : null,
            Folded.Key(place[StandardColumn.Name] ?? ""),
            Folded.Key(place[StandardColumn.Commune] ?? ""),
            Folded.Key(place[StandardColumn.Address] ?? "")
        );
    }

    internal bool Contradicts(PlaceKeys other) =>
        Pivot is not null && other.Pivot is not null && Pivot != other.Pivot;

    /// <summary>Whether both say where they are, and not the same.</summary>
    internal bool IsElsewhere(PlaceKeys other) =>
        Address.Length > 0 && other.Address.Length > 0 && Address != other.Address;
}
