namespace Connector.Templates;

/// <summary>
/// What the template « Compte-rendu » shows, before the meeting: the people write the rest. Dates and times are
/// local. Every <c>Key</c> must be stable and unique in its list.
/// </summary>
public sealed record MinutesContent
{
    /// <summary>« État » of the minutes themselves; choosing « Validé » publishes them.</summary>
    public static IReadOnlyList<string> States { get; } = ["Brouillon", "À relire", "Validé"];

    /// <summary>« Statut » of an action, in the order of the drop-down.</summary>
    public static IReadOnlyList<string> ActionStatuses { get; } =
    ["À faire", "En cours", "Fait", "Abandonné"];

    /// <summary><see cref="States"/> of minutes in English.</summary>
    public static IReadOnlyList<string> EnglishStates { get; } = ["Draft", "To review", "Approved"];

    /// <summary><see cref="ActionStatuses"/> in English.</summary>
    public static IReadOnlyList<string> EnglishActionStatuses { get; } =
    ["To do", "In progress", "Done", "Dropped"];

    public required DocumentStamp Stamp { get; init; }

    /// <summary><c>fr-FR</c> (the default) or <c>en-GB</c>: that of the template which shows it.</summary>
    public string Language { get; init; } = FieldWords.French;

    /// <summary>Title of the meeting: « Comité de suivi ».</summary>
    public required string Title { get; init; }

    /// <summary>Name of the working group or committee.</summary>
    public required string Group { get; init; }

    /// <summary>Name of the network.</summary>
    public required string Network { get; init; }

    /// <summary>Local date and time.</summary>
    public required DateTime Start { get; init; }

    /// <summary>Local date and time.</summary>
    public required DateTime End { get; init; }

    public string? Place { get; init; }

    /// <summary>Whether the calendar says that it does not take place: its title says so, in any template.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Adds « météo du groupe » and the convivial part.</summary>
    public bool IsConvivial { get; init; }

    /// <summary>Who leads the meeting; blank to fill in.</summary>
    public string? Facilitator { get; init; }

    /// <summary>Who takes the notes; blank to fill in.</summary>
    public string? Secretary { get; init; }

    public IReadOnlyList<MinutesGuest> Guests { get; init; } = [];

    /// <summary>« Ordre du jour ».</summary>
    public IReadOnlyList<string> Agenda { get; init; } = [];

    /// <summary>Decisions already known; blank lines follow them in any case.</summary>
    public IReadOnlyList<MinutesDecision> Decisions { get; init; } = [];

    /// <summary>Open actions of earlier meetings; blank lines follow them in any case.</summary>
    public IReadOnlyList<MinutesAction> Actions { get; init; } = [];

    /// <summary>The meeting after this one, when known.</summary>
    public MinutesNextMeeting? Next { get; init; }

    /// <summary>One of the states of its language; null for the first one.</summary>
    public string? State { get; init; }

    /// <summary>The fields of this content, as a template may name them.</summary>
    public static IReadOnlyList<TemplateField> Fields => MinutesFields.All;

    /// <summary>The same, by tag name, ready for <see cref="DocumentTemplate.Fill"/>.</summary>
    public DocumentData ToData() => MinutesFields.From(this);

    /// <summary>
    /// The same as one web page, for those who read on a phone or with a screen reader: nothing from elsewhere, no
    /// script. The same data give the same text.
    /// </summary>
    public string ToHtml() => MinutesPage.From(ToData());

    /// <summary>The agenda of the same meeting, « ordre du jour », in French.</summary>
    public DocumentData ToAgenda() => AgendaFields.From(this);
}

/// <summary>A person invited.</summary>
public sealed record MinutesGuest(
    string Key,
    string Name,
    string? Organisation = null,
    string? Role = null,
    Attendance Attendance = Attendance.Unknown
);

/// <summary>« Présence »: three boxes to tick, on screen or on paper.</summary>
public enum Attendance
{
    /// <summary>Before the meeting: nothing ticked.</summary>
    Unknown,
    Present,
    Excused,
    Absent,
}

/// <param name="Owner">Who carries it out.</param>
public sealed record MinutesDecision(string Key, string Text, string? Owner = null);

/// <param name="Due">« Pour quand ».</param>
/// <param name="Status">One of <see cref="MinutesContent.ActionStatuses"/>.</param>
public sealed record MinutesAction(
    string Key,
    string What,
    string? Who = null,
    DateOnly? Due = null,
    string? Status = null
);

/// <param name="Start">Local date and time.</param>
/// <param name="End">Local date and time.</param>
public sealed record MinutesNextMeeting(
    DateTime Start,
    DateTime End,
    string? Title = null,
    string? Place = null
);
