namespace Connector.Domain.Workspaces.Drift;

/// <summary>A calendar: gone, renamed, shared otherwise, withdrawn from the public, and its meetings.</summary>
internal static class CalendarDrift
{
    public static void Find(AreaSpec area, CalendarSpec calendar, DriftTable table)
    {
        if (table.Known(calendar.Key) is not { } known)
        {
            return;
        }

        var then = table.Then.Calendars.FirstOrDefault(state => state.Uri == known.RemoteId);
        var now = table.Now.Calendars.FirstOrDefault(state => state.Uri == known.RemoteId);
        var isExpected = then is not null || table.Fresh(calendar.Key) is not null;
        if (now is null)
        {
            if (isExpected)
            {
                Add(new Text("a été supprimé", "was deleted"), calendar.Key);
            }

            return;
        }

        if (then is not null && then.DisplayName != now.DisplayName)
        {
            Add(
                new Text($"s'appelle maintenant « {now.DisplayName} »", $"is now called '{now.DisplayName}'"),
                calendar.Key
            );
        }

        Shares(calendar, then, now, table, Add);
        var wasPublic =
            then?.PublicAddress is not null || table.Fresh(WorkspaceKeys.Public(calendar.Key)) is not null;
        if (wasPublic != now.PublicAddress is not null)
        {
            Add(
                wasPublic
                    ? new Text("n'a plus d'adresse publique", "has no public address any more")
                    : new Text("a reçu une adresse publique", "was given a public address"),
                WorkspaceKeys.Public(calendar.Key)
            );
        }

        Events(calendar, then, now, table, Add);

        void Add(Text what, string key) =>
            table.Add(
                area,
                DriftKind.Calendar,
                key,
                new Text(
                    $"l'agenda « {calendar.DisplayName} » {what.French}",
                    $"the calendar '{calendar.DisplayName}' {what.English}"
                )
            );
    }

    private static void Shares(
        CalendarSpec calendar,
        CalendarState? then,
        CalendarState now,
        DriftTable table,
        Action<Text, string> add
    )
    {
        var groups = (then?.Shares.Keys ?? []).Concat(now.Shares.Keys).Concat(calendar.Shares.Keys);
        foreach (var group in groups.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var key = $"{calendar.Key}/share:{group}";
            var was =
                table.Fresh(key) is not null && calendar.Shares.TryGetValue(group, out var given)
                    ? given
                    : Right(then, group);
            var writes = Right(now, group);
            if (was != writes)
            {
                add(
                    writes switch
                    {
                        null => new(
                            $"n'est plus partagé avec « {group} »",
                            $"is no longer shared with '{group}'"
                        ),
                        true => new($"peut être modifié par « {group} »", $"can be changed by '{group}'"),
                        false => new(
                            $"peut seulement être lu par « {group} »",
                            $"can only be read by '{group}'"
                        ),
                    },
                    key
                );
            }
        }
    }

    private static bool? Right(CalendarState? state, string group) =>
        state is not null && state.Shares.TryGetValue(group, out var writes) ? writes : null;

    /// <summary>Where the objects of one side are not known, the change tag was the same: nothing moved.</summary>
    private static void Events(
        CalendarSpec calendar,
        CalendarState? then,
        CalendarState now,
        DriftTable table,
        Action<Text, string> add
    )
    {
        if (now.Objects is not { } present || (then is not null && then.Objects is null))
        {
            return;
        }

        var expected = (then?.Objects ?? new Dictionary<string, string>()).ToDictionary(
            pair => pair.Key,
            pair => pair.Value,
            StringComparer.Ordinal
        );
        var written = Written(calendar).ToDictionary(item => item.ObjectName, StringComparer.Ordinal);
        foreach (var item in written.Values)
        {
            if (table.Fresh(item.Key) is { ETag: { } etag })
            {
                expected[item.ObjectName] = etag;
            }
        }

        foreach (var name in expected.Keys.Union(present.Keys).Order(StringComparer.Ordinal))
        {
            var was = expected.GetValueOrDefault(name);
            var etag = present.GetValueOrDefault(name);
            if (was != etag)
            {
                var item = written.GetValueOrDefault(name);
                add(Said(item?.Words ?? AnEvent, was, etag), item?.Key ?? $"{calendar.Key}/{name}");
            }
        }
    }

    /// <summary>What Connector writes into a calendar.</summary>
    private static IEnumerable<WrittenObject> Written(CalendarSpec calendar) =>
        calendar
            .Events.Select(item => new WrittenObject(
                item.Key,
                item.ObjectName,
                new Text($"les rencontres « {item.Series.Title} »", $"the meetings '{item.Series.Title}'")
            ))
            .Concat(
                (calendar.Milestones?.Events ?? []).Select(item => new WrittenObject(
                    item.Key,
                    item.ObjectName,
                    new Text(
                        $"le jalon « {item.Milestone.Title} »",
                        $"the milestone '{item.Milestone.Title}'"
                    )
                ))
            )
            .Concat(
                (calendar.Copies ?? []).Select(item => new WrittenObject(
                    item.Key,
                    item.ObjectName,
                    new Text($"la copie de « {item.Title} »", $"the copy of '{item.Title}'")
                ))
            );

    private static Text Said(Text what, string? was, string? now) =>
        (was, now) switch
        {
            (null, _) => new Text($": ajout de {what.French}", $": added {what.English}"),
            (_, null) => new Text($": suppression de {what.French}", $": deleted {what.English}"),
            _ => new Text($": modification de {what.French}", $": changed {what.English}"),
        };

    private static readonly Text AnEvent = new("un événement", "an event");

    private sealed record WrittenObject(string Key, string ObjectName, Text Words);
}
