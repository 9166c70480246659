namespace Connector.Templates;

/// <summary>What the poster « S'abonner à l'agenda » shows: one page per calendar.</summary>
public sealed record SubscriptionContent
{
    public required DocumentStamp Stamp { get; init; }

    /// <summary>Name of the network.</summary>
    public required string Network { get; init; }

    /// <summary>Name of the territory.</summary>
    public required string Territory { get; init; }

    public required IReadOnlyList<SubscriptionCalendar> Calendars { get; init; }

    /// <summary>Whom to ask for help: a name, an e-mail, a telephone.</summary>
    public string? Contact { get; init; }

    /// <summary>The fields of this content, as a template may name them.</summary>
    public static IReadOnlyList<TemplateField> Fields => SubscriptionFields.All;

    /// <summary>The same, by tag name, ready for <see cref="DocumentTemplate.Fill"/>.</summary>
    public DocumentData ToData() => SubscriptionFields.From(this);
}

/// <summary>One calendar that anybody who has the address can read.</summary>
public sealed record SubscriptionCalendar
{
    public required string Key { get; init; }

    /// <summary>Name as shown in the calendar applications.</summary>
    public required string Name { get; init; }

    /// <summary>What is in it: « premier jeudi du mois, 14 h » …</summary>
    public string? Description { get; init; }

    /// <summary>Public address of the calendar, ending in <c>?export</c>; https (http on a test machine).</summary>
    public required string HttpsAddress { get; init; }

    /// <summary>The same with <c>webcal</c> as scheme: a phone subscribes on touching it, or reading it as a QR code.</summary>
    public required string WebcalAddress { get; init; }
}
