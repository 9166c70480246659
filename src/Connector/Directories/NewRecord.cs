namespace Connector.Directories;

/// <summary>A record that somebody adds to the directory.</summary>
internal sealed record NewRecord
{
    public required RecordKind Kind { get; init; }

    /// <summary>What it is known by from now on.</summary>
    public required string Id { get; init; }

    /// <summary>What its cells say; those that would be empty are left out.</summary>
    public required IReadOnlyList<(RecordField Field, string Words)> Words { get; init; }

    /// <summary>The group that a person takes part in; null for none.</summary>
    public GroupPlace? Place { get; init; }

    /// <summary>With what it is known by.</summary>
    public IReadOnlyList<(RecordField Field, string Words)> Cells =>
        [(RecordFields.IdOf(Kind), Id), .. Words];
}

/// <summary>A person's place in a group.</summary>
/// <param name="Group">Its identifier.</param>
/// <param name="Role">As the directory writes it: one of <see cref="Roles"/>.</param>
internal sealed record GroupPlace(string Group, string Role)
{
    public static IReadOnlyList<string> Roles { get; } =
    ["membre", "animation", "coordination", "observateur"];
}
