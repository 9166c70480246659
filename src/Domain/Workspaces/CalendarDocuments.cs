namespace Connector.Domain.Workspaces;

/// <summary>
/// What a blueprint asks for once for each calendar, by the token <c>{agenda}</c> in a document's name: all of them in the
/// network's areas, its own in a group's.
/// </summary>
internal static class CalendarDocuments
{
    private const string Token = $"{{{BlueprintTokens.Calendar}}}";

    public static IReadOnlyList<AreaSpec> Expand(IReadOnlyList<AreaSpec> areas)
    {
        var calendars = areas.Where(area => area.Calendar is not null).ToList();
        return
        [
            .. areas.Select(area =>
                area with
                {
                    Documents =
                    [
                        .. Of(
                            area,
                            area.WorkingGroupId is null ? calendars : [.. calendars.Where(area.Equals)]
                        ),
                    ],
                }
            ),
        ];
    }

    private static IEnumerable<DocumentSpec> Of(AreaSpec area, IReadOnlyList<AreaSpec> calendars)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var document in area.Documents)
        {
            if (!document.Name.Contains(Token, StringComparison.Ordinal))
            {
                yield return document;
                continue;
            }

            foreach (var of in calendars)
            {
                var id = of.WorkingGroupId ?? Whole;
                var name = FileName.Safe(
                    document.Name.Replace(Token, of.Calendar!.DisplayName, StringComparison.Ordinal)
                );
                yield return document with
                {
                    Key = document.Key.Replace(Token, id, StringComparison.Ordinal),
                    Name = taken.Add($"{document.ParentKey}/{name}")
                        ? name
                        : FileName.Safe(
                            document.Name.Replace(
                                Token,
                                $"{of.Calendar.DisplayName} ({id})",
                                StringComparison.Ordinal
                            )
                        ),
                    CalendarKey = of.Calendar.Key,
                };
            }
        }
    }

    /// <summary>Stands for the network's own calendar; an accent keeps it apart from a group's.</summary>
    private const string Whole = "réseau";
}
