namespace Connector.Domain.Workspaces;

/// <summary>What a step means for the server.</summary>
public enum Change
{
    /// <summary>Is missing; will be made.</summary>
    Create,

    /// <summary>Was there before Connector; will be linked and left as it is.</summary>
    Adopt,

    /// <summary>
    /// Was made by Connector and is no longer what the file asks for; will be changed where nobody touched it. A document
    /// that people wrote in keeps what they wrote.
    /// </summary>
    Update,

    /// <summary>Was given by Connector and is no longer due; will be taken away. Somebody's place in a group, or a card that nobody else wrote in.</summary>
    Remove,

    /// <summary>Is as it should be.</summary>
    Keep,

    /// <summary>A person decided otherwise, or has to act; nothing will be done.</summary>
    Notice,

    /// <summary>Something stands in the way; nothing will be done until a person clears it.</summary>
    Conflict,
}

/// <summary>The stages of a run, in the order in which they are carried out.</summary>
public enum PlanStage
{
    /// <summary>People who no longer take part lose their access before anything else happens.</summary>
    Leavers,
    Groups,
    Accounts,
    Members,
    TeamFolders,
    Folders,
    Calendars,
    Documents,

    /// <summary>Letting people's groups into team folders: after all that is inside is made and its rules are set.</summary>
    Opening,

    /// <summary>New names: everything before still speaks of the old ones.</summary>
    Renames,

    /// <summary>Links to what is there now.</summary>
    Links,

    /// <summary>The network's calendar, which shows the others as they are at the end.</summary>
    Copies,

    /// <summary>The network's address book.</summary>
    AddressBook,
}

/// <summary>One line of a plan: what about which thing, why, and the action that does it, if any.</summary>
public sealed record PlanStep
{
    public required string Key { get; init; }

    public required PlanStage Stage { get; init; }

    /// <summary>The area that the step belongs to, null for accounts and groups. Areas can be worked on side by side.</summary>
    public string? AreaKey { get; init; }

    /// <summary>Identifier of the working group that the step is about; null for the network, its steering, its people.</summary>
    public string? Group { get; init; }

    public required Change Change { get; init; }

    /// <summary>The thing, in words: « le dossier « 02 Réunions » ».</summary>
    public required Text Subject { get; init; }

    /// <summary>
    /// What is done, in words, where the verb of <see cref="Change"/> before <see cref="Subject"/> would not say it:
    /// « renommer « A » en « B » ».
    /// </summary>
    public Text? Deed { get; init; }

    /// <summary>Why, in words: a clause after « car » where something is done.</summary>
    public required Text Reason { get; init; }

    /// <summary>Where in the territory's files it is asked for; null when the blueprint asks.</summary>
    public SourcePlace? Place { get; init; }

    /// <summary>What to do on the server or in the ledger; null for <see cref="Change.Keep"/> and what is only told.</summary>
    public WorkspaceAction? Action { get; init; }

    /// <summary>A step about something in an area.</summary>
    internal static PlanStep In(
        AreaSpec area,
        PlanStage stage,
        string key,
        Change change,
        Text subject,
        Text reason,
        WorkspaceAction? action
    ) =>
        new()
        {
            Key = key,
            Stage = stage,
            AreaKey = area.Key,
            Change = change,
            Subject = subject,
            Reason = reason,
            Action = action,
            Deed = action switch
            {
                RestoreNode restored => new Text(
                    $"reprendre « {restored.Path} » de la corbeille",
                    $"take '{restored.Path}' out of the trash bin"
                ),
                EndShare end => new Text(
                    $"borner à {end.Days} jours {subject.French}",
                    $"limit {subject.English} to {end.Days} days"
                ),
                MergeDocument => new Text(
                    $"actualiser {subject.French} en gardant ce qui y a été écrit",
                    $"update {subject.English} and keep what was written in it"
                ),
                _ => null,
            },
        };
}

/// <summary>The whole comparison. A plan without pending steps is what a second run must give.</summary>
public sealed record WorkspacePlan(IReadOnlyList<PlanStep> Steps)
{
    /// <summary>
    /// Keys of the areas that this plan makes or first opens. Until it lets people in, nobody but Connector can write
    /// there.
    /// </summary>
    public IReadOnlySet<string> NewAreas { get; init; } = new HashSet<string>();

    /// <summary>What is left to an administrator, done or not; empty where the service account may do everything.</summary>
    public IReadOnlyList<ManualTask> Tasks { get; init; } = [];

    /// <summary>The working groups of the file, in its order.</summary>
    public IReadOnlyList<PlanGroup> Groups { get; init; } = [];

    public IEnumerable<PlanStep> Pending => Steps.Where(step => step.Action is not null);

    /// <summary>Whether it takes something out of the trash bin: what is inside can be compared only when it is back.</summary>
    public bool Restores => Steps.Any(step => step.Action is RestoreNode);

    public bool HasChanges => Steps.Any(step => step.Action is not null);

    /// <summary>Whether something is in the way that only a person can clear: the workspace is not as the file asks.</summary>
    public bool HasConflicts => Steps.Any(step => step.Change == Change.Conflict);

    /// <summary>
    /// What two looks of one run say together: what the earlier one did, and the later one of all else. Where both act on
    /// one thing, the later step is the one that stands.
    /// </summary>
    public WorkspacePlan After(WorkspacePlan earlier)
    {
        var acts = Pending.Select(step => step.Key).ToHashSet(StringComparer.Ordinal);
        var done = earlier.Pending.Where(step => !acts.Contains(step.Key)).ToList();
        var told = done.Select(step => step.Key).ToHashSet(StringComparer.Ordinal);
        return this with
        {
            Steps =
            [
                .. done.Concat(Steps.Where(step => !told.Contains(step.Key))).OrderBy(step => step.Stage),
            ],
        };
    }

    public int Count(Change change) => Steps.Count(step => step.Change == change);
}
