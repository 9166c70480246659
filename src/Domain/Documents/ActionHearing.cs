using System.Globalization;

namespace Connector.Domain.Documents;

/// <summary>One hearing of several places: who changed what.</summary>
/// <param name="actions">By identifier; changed in place.</param>
/// <param name="order">The identifiers, the new ones added at the end.</param>
internal sealed class ActionHearing(Dictionary<string, TrackedAction> actions, List<string> order)
{
    private const string ToDo = "À faire";

    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Id, ActionField Field), List<Edit>> _edits = [];

    public void Hear(ActionReading reading)
    {
        var place = reading.Place;
        var candidates = order
            .Select(id => actions[id])
            .Where(action => place.GroupId is null || action.GroupId == place.GroupId)
            .ToList();
        var rows = reading.Rows.Where(row => row.What is not "").ToList();
        var matches = ActionMatching.Match(place.Key, candidates, rows);
        var doubles = ActionMatching.Doubles(rows, matches);
        for (var index = 0; index < rows.Count; index++)
        {
            if (matches[index] is { } id)
            {
                See(reading, actions[id], rows[index]);
            }
            else if (!reading.IsEcho && !doubles.Contains(index))
            {
                Add(reading, rows[index]);
            }
        }

        var there = matches.OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var action in candidates.Where(action => !there.Contains(action.Id)))
        {
            Miss(reading, action);
        }
    }

    /// <summary>Decides each field that somebody changed.</summary>
    public void Settle()
    {
        foreach (var ((id, field), edits) in _edits)
        {
            // Of several minutes, the latest meeting has the word.
            var latest = edits
                .Where(edit => edit.Place.Kind == ActionPlaceKind.Minutes)
                .MaxBy(edit => edit.Place.Date);
            var sides = edits
                .Where(edit => edit.Place.IsSheet || edit == latest)
                .Select(edit => new ActionSide(edit.Place.Key, edit.Value))
                .ToList();
            var action = actions[id];
            var others = action.Disputes.Where(dispute => dispute.Field != field);
            actions[id] = sides.TrueForAll(side => ActionWords.Same(field, side.Value, sides[0].Value))
                ? action with
                {
                    Words = action.Words.With(field, sides[0].Value),
                    Disputes = [.. others],
                }
                : action with
                {
                    Disputes = [.. others, new ActionDispute(field, sides)],
                };
        }
    }

    private void See(ActionReading reading, TrackedAction action, ReadAction row)
    {
        var before = action.SightIn(reading.Place.Key);
        foreach (var field in ActionWords.Fields)
        {
            if (!reading.IsEcho && row[field] is { } value && IsEdit(action, before, field, value))
            {
                Note(action.Id, field, new Edit(reading.Place, value));
            }
        }

        var seen = new ActionSight(row.Over(before?.Words ?? action.Words))
        {
            Key = row.IsMarked ? row.Key : before?.Key,
            Locked = row.Locked,
            Note = row.Note,
        };
        actions[action.Id] = action.Seen(reading.Place.Key, seen);
    }

    private void Note(string id, ActionField field, Edit edit)
    {
        if (!_edits.TryGetValue((id, field), out var edits))
        {
            _edits[(id, field)] = edits = [];
        }

        edits.Add(edit);
    }

    private static bool IsEdit(TrackedAction action, ActionSight? before, ActionField field, string value)
    {
        // Nobody promises nothing, and an empty status is one that is still to be told.
        if (value.Length == 0 && (before is null || field is ActionField.What or ActionField.Status))
        {
            return false;
        }

        // What holds already is a place that caught up, unless the two are disputed.
        var isNews = !ActionWords.Same(field, value, action.Words[field]) || action.IsDisputed(field);
        return isNews && (before is null || !ActionWords.Same(field, value, before.Words[field]));
    }

    private void Add(ActionReading reading, ReadAction row)
    {
        if ((reading.Place.GroupId ?? row.GroupId) is not { } group || row.What is null)
        {
            return;
        }

        var words = row.Over(new ActionWords(row.What, "", null, ""));
        words = words.Status.Length == 0 ? words with { Status = ToDo } : words;
        var id = NextId(group);
        order.Add(id);
        foreach (var field in ActionWords.Fields.Where(field => !string.IsNullOrEmpty(row[field])))
        {
            Note(id, field, new Edit(reading.Place, row[field]!));
        }

        actions[id] = new TrackedAction
        {
            Id = id,
            GroupId = group,
            Words = words,
            DecidedOn = reading.Place.IsSheet ? row.DecidedOn : reading.Place.Date,
            Sights = new Dictionary<string, ActionSight>(StringComparer.Ordinal)
            {
                [reading.Place.Key] = new(row.Over(words))
                {
                    Key = row.IsMarked ? row.Key : null,
                    Locked = row.Locked,
                    Note = row.Note,
                },
            },
        };
    }

    /// <summary>Put back as it was, a file does not say that what came later was deleted.</summary>
    private void Miss(ActionReading reading, TrackedAction action)
    {
        if (action.SightIn(reading.Place.Key) is not { } seen)
        {
            return;
        }

        if (!reading.IsEcho)
        {
            actions[action.Id] = action.Seen(reading.Place.Key, seen with { IsGone = true });
            return;
        }

        actions[action.Id] = action with
        {
            Sights = action
                .Sights.Where(sight => sight.Key != reading.Place.Key || seen.IsGone)
                .ToDictionary(StringComparer.Ordinal),
        };
    }

    private string NextId(string group)
    {
        if (!_last.TryGetValue(group, out var last))
        {
            last = order
                .Where(id => actions[id].GroupId == group)
                .Select(id =>
                    int.TryParse(
                        id[(id.LastIndexOf('-') + 1)..],
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var number
                    )
                        ? number
                        : 0
                )
                .DefaultIfEmpty(0)
                .Max();
        }

        _last[group] = last + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{group}-{last + 1}");
    }

    private sealed record Edit(ActionPlace Place, string Value);
}
