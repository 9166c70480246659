using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Records;

/// <summary>Puts the keys of a series together: what « règle » says in words, a key of its own need not say again.</summary>
internal static class MeetingBuild
{
    public static MeetingDraft Build(RecordReader record)
    {
        var id = record.Get(MeetingRecord.Id, new Located<string>("", record.Place));
        var exceptions = record.Get(MeetingRecord.Exceptions, []);
        var from = record.FindValue(MeetingRecord.From);
        var said = record.Find(MeetingRecord.Rule) is { } words
            ? SaidRule.Read(words, record.PlaceOf(MeetingRecord.Rule), from, record.Problems)
            : null;
        var time = Once(record, MeetingRecord.Time, said?.Time, "à 14 h");
        var duration = Once(record, MeetingRecord.Duration, said?.Duration, "pendant 2 h");
        var series = Described(record, id.Value);
        var vacations = record.FindValue(DaysOffRecord.Vacations) ?? said?.Vacations ?? DayOff.Keep;
        if (said?.Rule is not { } rule || from is null || time is null || duration is null)
        {
            return new MeetingDraft(id, null, exceptions);
        }

        series = series with
        {
            Rule = rule,
            From = from.Value,
            Time = time.Value,
            Duration = duration.Value,
            Holidays = record.FindValue(DaysOffRecord.Holidays) ?? said.Holidays ?? DayOff.Keep,
            Vacations = vacations,
            Exceptions = [.. exceptions.Select(day => day.Value).Distinct()],
        };
        return new MeetingDraft(id, series, exceptions)
        {
            NeedsSchoolCalendar =
                vacations == DayOff.Keep ? null
                : record.Has(DaysOffRecord.Vacations) ? record.PlaceOf(DaysOffRecord.Vacations)
                : record.PlaceOf(MeetingRecord.Rule),
        };
    }

    private static MeetingSeries Described(RecordReader record, string id) =>
        new()
        {
            Id = id,
            Title = record.Get(MeetingRecord.Title, ""),
            Kind = record.Get(MeetingRecord.Kind, MeetingKind.Work),
            Rule = "",
            From = default,
            Time = default,
            Duration = default,
            Place = record.Get(MeetingRecord.Location, ""),
            Access = record.Get(MeetingRecord.Access, ""),
            Coordinates = record.Find(MeetingRecord.Coordinates),
            Video = record.Find(MeetingRecord.Video) is { } video ? new Uri(video) : null,
            AgendaLink = record.Find(MeetingRecord.AgendaLink) is { } agenda ? new Uri(agenda) : null,
            Reminders =
            [
                .. record.Get(MeetingRecord.Reminders, []).Distinct().OrderByDescending(before => before),
            ],
            Agenda = record.Get(MeetingRecord.Agenda, []),
        };

    /// <summary>A value that its key or the words of the rule say: one of them, or both the same.</summary>
    private static T? Once<T>(RecordReader record, Key<T> key, T? said, string example)
        where T : struct
    {
        if (!record.Has(key))
        {
            if (said is null && !record.Problems.Incomplete)
            {
                record.Problems.Add(
                    "missing-key",
                    record.Place,
                    new Text(
                        $"Il manque la clé « {key.Name} » dans « rencontre ».",
                        $"The key '{key.Name}' is missing in 'meeting'."
                    ),
                    new Text(
                        $"Ajoutez « {key.Name}: » : {key.Meaning.French} Ou dites-le dans la règle : « … {example} ».",
                        $"Add '{key.Name}:': {key.Meaning.English} Or say so in the rule: '… {example}'."
                    )
                );
            }

            return said;
        }

        var value = record.FindValue(key);
        if (value is not null && said is not null && !value.Value.Equals(said.Value))
        {
            record.Problems.Add(
                "said-twice",
                record.PlaceOf(key),
                new Text(
                    $"La clé « {key.Name} » et la règle ne disent pas la même chose.",
                    $"The key '{key.Name}' and the rule say different things."
                ),
                new Text("Gardez l'une des deux.", "Keep one of the two.")
            );
        }

        return value;
    }
}
