namespace Connector.Domain.Territories;

/// <summary>What of somebody may be listed where others than the coordination see it: « accord ».</summary>
public enum Listing
{
    /// <summary>« non », the default.</summary>
    Nothing = 0,

    /// <summary>« nom »: the name, and the organisation.</summary>
    Name,

    /// <summary>« nom et courriel »</summary>
    NameAndEmail,

    /// <summary>« nom et téléphone »</summary>
    NameAndTelephone,

    /// <summary>« oui »: name, organisation, professional e-mail and telephone.</summary>
    Everything,
}

/// <summary>What somebody was told and agreed to, and when: a word without a day proves nothing and counts for nothing.</summary>
public sealed record Consent
{
    public static Consent None { get; } = new();

    /// <summary>« informé le »: the day on which they were told what is kept of them, and of their rights.</summary>
    public DateOnly? InformedOn { get; init; }

    /// <summary>« accord »: to what they agreed.</summary>
    public Listing Agreed { get; init; }

    /// <summary>« accord le »</summary>
    public DateOnly? AgreedOn { get; init; }

    /// <summary>« opposition le »: the day on which they objected to being listed.</summary>
    public DateOnly? ObjectedOn { get; init; }

    /// <summary>« dernier contact »: from it on the retention counts.</summary>
    public DateOnly? LastContact { get; init; }

    /// <summary>What may be listed. An objection takes an agreement back until somebody agrees on a later day.</summary>
    public Listing Listed => AgreedOn is null || HasObjected ? Listing.Nothing : Agreed;

    /// <summary>Whether they objected, and nothing was agreed on a later day.</summary>
    public bool HasObjected =>
        ObjectedOn is { } objected && (AgreedOn is not { } agreed || objected >= agreed);

    public bool IsListed => Listed != Listing.Nothing;

    public bool ListsEmail => Listed is Listing.NameAndEmail or Listing.Everything;

    public bool ListsTelephone => Listed is Listing.NameAndTelephone or Listing.Everything;

    /// <summary>
    /// The last day of which anything is known: that of the last contact, else of the latest of what was told, agreed and
    /// objected. Null where nothing is.
    /// </summary>
    public DateOnly? LastKnown => LastContact ?? new[] { InformedOn, AgreedOn, ObjectedOn }.Max();
}
