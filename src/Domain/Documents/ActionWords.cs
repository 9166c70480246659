using System.Globalization;

namespace Connector.Domain.Documents;

/// <summary>What is said of an action, and can be changed in minutes as in the sheet.</summary>
public enum ActionField
{
    What,
    Who,
    Due,
    Status,
}

/// <summary>An action in words. Empty texts are places still to fill in.</summary>
/// <param name="What">What is to be done.</param>
/// <param name="Who">Who does it.</param>
/// <param name="Due">By when.</param>
/// <param name="Status">« À faire », « En cours », « Fait », « Abandonné », or a person's own word.</param>
public sealed record ActionWords(string What, string Who, DateOnly? Due, string Status)
{
    private const string Iso = "yyyy-MM-dd";

    public static IReadOnlyList<ActionField> Fields { get; } =
    [ActionField.What, ActionField.Who, ActionField.Due, ActionField.Status];

    /// <summary>As everywhere: see <see cref="WrittenAction.IsOpen"/>.</summary>
    public bool IsOpen => new WrittenAction(null, What, Who, Due, Status).IsOpen;

    /// <summary>One of its fields in words; a day as <c>2026-12-03</c>.</summary>
    public string this[ActionField field] =>
        field switch
        {
            ActionField.What => What,
            ActionField.Who => Who,
            ActionField.Due => Written(Due),
            _ => Status,
        };

    public static string Written(DateOnly? day) => day?.ToString(Iso, CultureInfo.InvariantCulture) ?? "";

    public static DateOnly? Day(string words) =>
        DateOnly.TryParseExact(words, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    public ActionWords With(ActionField field, string value) =>
        field switch
        {
            ActionField.What => this with { What = value },
            ActionField.Who => this with { Who = value },
            ActionField.Due => this with { Due = Day(value) },
            _ => this with { Status = value },
        };

    /// <summary>
    /// Whether two values of a field say the same: editors exchange spaces and apostrophes; an action and a status are the
    /// same with other accents, case or punctuation.
    /// </summary>
    public static bool Same(ActionField field, string one, string other) =>
        field is ActionField.Status or ActionField.What
            ? Folded.Key(one) == Folded.Key(other)
            : string.Equals(Plain(one), Plain(other), StringComparison.Ordinal);

    private static string Plain(string words) =>
        string.Join(
            ' ',
            words
                .Replace('’', '\'')
                .Split(
                    [' ', '\u00A0', '\u202F', '\t', '\n', '\r'],
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
        );
}
