namespace Connector.Domain.Meetings;

/// <summary>What people call the fields of an event.</summary>
public static class EventFieldWords
{
    private static readonly Dictionary<EventField, Text> Words = new()
    {
        [EventField.Title] = new Text("titre", "title"),
        [EventField.Place] = new Text("lieu", "place"),
        [EventField.Description] = new Text("description", "description"),
        [EventField.Day] = new Text("date", "date"),
        [EventField.Time] = new Text("heure", "time"),
        [EventField.Duration] = new Text("durée", "duration"),
        [EventField.Rule] = new Text("règle", "rule"),
        [EventField.Exceptions] = new Text("exceptions", "exceptions"),
        [EventField.Additions] = new Text("dates ajoutées", "added dates"),
        [EventField.Status] = new Text("annulation", "cancellation"),
        [EventField.Categories] = new Text("catégories", "categories"),
        [EventField.Alarms] = new Text("rappels", "reminders"),
        [EventField.Url] = new Text("adresse web", "web address"),
        [EventField.Geo] = new Text("position", "position"),
        [EventField.Conference] = new Text("visioconférence", "video link"),
        [EventField.Colour] = new Text("couleur", "colour"),
        [EventField.Privacy] = new Text("confidentialité", "privacy"),
        [EventField.Transparency] = new Text("disponibilité", "availability"),
    };

    public static Text Of(EventField field) => Words[field];

    /// <summary>The field that a word means, in either language and whatever its case and accents; null for none.</summary>
    public static EventField? Parse(string word) =>
        Words
            .Where(pair =>
                Folded.Key(pair.Value.French) == Folded.Key(word)
                || Folded.Key(pair.Value.English) == Folded.Key(word)
            )
            .Select(pair => (EventField?)pair.Key)
            .FirstOrDefault();

    /// <summary>« titre, lieu »</summary>
    public static Text List(IEnumerable<EventField> fields)
    {
        var words = fields.Distinct().Order().Select(Of).ToList();
        return new Text(
            string.Join(", ", words.Select(word => word.French)),
            string.Join(", ", words.Select(word => word.English))
        );
    }
}
