namespace Connector.Templates;

/// <summary>
/// What a network lived in a year: to value those who took part, never to rank them. Rows are shown in the order in which they
/// are given.
/// </summary>
public sealed record ReviewLife
{
    /// <summary>Meetings that took place.</summary>
    public int Meetings { get; init; }

    public int Decisions { get; init; }

    public int ActionsDone { get; init; }

    public IReadOnlyList<ReviewGroup> Groups { get; init; } = [];

    public IReadOnlyList<ReviewConvivial> Convivial { get; init; } = [];

    public IReadOnlyList<ReviewPresence> Presence { get; init; } = [];

    public IReadOnlyList<ReviewNewcomer> Newcomers { get; init; } = [];

    internal static DocumentRow Row(ReviewGroup group) =>
        new DocumentRow(group.Key)
            .With("groupe", group.Name)
            .With("rencontres", new NumberValue(group.Meetings))
            .With("decisions", new NumberValue(group.Decisions))
            .With("actions", new NumberValue(group.ActionsDone));

    internal static DocumentRow Row(ReviewConvivial time) =>
        new DocumentRow(time.Key)
            .With("jour", new DateValue(time.Date, DateStyle.Words))
            .With("temps", time.Title)
            .With("groupe", time.Group);

    internal static DocumentRow Row(ReviewPresence presence) =>
        new DocumentRow(presence.Key)
            .With("organisation", presence.Organisation)
            .With("rencontres", new NumberValue(presence.Meetings));

    internal static DocumentRow Row(ReviewNewcomer newcomer) =>
        new DocumentRow(newcomer.Key)
            .With("personne", newcomer.Name)
            .With("organisation", newcomer.Organisation);
}

/// <param name="Meetings">That took place.</param>
public sealed record ReviewGroup(string Key, string Name, int Meetings, int Decisions, int ActionsDone);

public sealed record ReviewConvivial(string Key, DateOnly? Date, string Title, string Group);

/// <param name="Meetings">At which at least one of its people was.</param>
public sealed record ReviewPresence(string Key, string Organisation, int Meetings);

public sealed record ReviewNewcomer(string Key, string Name, string? Organisation = null);
