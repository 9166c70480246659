namespace Connector.Templates;

/// <summary>
/// The free zones in a row of blocks: from the bookmark that filling set to the next heading, table or marked
/// paragraph. One in which a person wrote is theirs: the data change nothing in it any more.
/// </summary>
internal sealed class FreeZones
{
    private readonly HashSet<string> touched = new(StringComparer.Ordinal);

    internal FreeZones(IReadOnlyList<MergeUnit> before, IReadOnlyList<MergeUnit> edited, UnitAlignment theirs)
    {
        var zones = Of(before);
        for (var index = 0; index < before.Count; index++)
        {
            var other = theirs.To(index);
            if (zones[index] is { } zone && (other < 0 || edited[other].Print != before[index].Print))
            {
                touched.Add(zone);
            }
        }

        for (var index = 0; index < edited.Count; index++)
        {
            if (theirs.From(index) < 0)
            {
                Touch(zones, Neighbour(theirs, index, -1, edited.Count));
                Touch(zones, Neighbour(theirs, index, 1, edited.Count));
            }
        }
    }

    internal bool IsTouched(string? zone) => zone is not null && touched.Contains(zone);

    /// <summary>The zone of each block, by its bookmark; null outside of zones.</summary>
    internal static string?[] Of(IReadOnlyList<MergeUnit> blocks)
    {
        var zones = new string?[blocks.Count];
        string? zone = null;
        for (var index = 0; index < blocks.Count; index++)
        {
            var block = blocks[index];
            zone =
                block.Marks.FirstOrDefault(MergeUnit.IsZone)
                ?? (
                    block.Kind != UnitKind.Paragraph || block.IsHeading || block.Marks.Count > 0 ? null : zone
                );
            zones[index] = zone;
        }

        return zones;
    }

    private void Touch(string?[] zones, int index)
    {
        if (index >= 0 && zones[index] is { } zone)
        {
            touched.Add(zone);
        }
    }

    /// <summary>The base's block that is nearest in this direction; -1 when there is none.</summary>
    private static int Neighbour(UnitAlignment theirs, int index, int step, int count)
    {
        for (var near = index + step; near >= 0 && near < count; near += step)
        {
            if (theirs.From(near) >= 0)
            {
                return theirs.From(near);
            }
        }

        return -1;
    }
}
