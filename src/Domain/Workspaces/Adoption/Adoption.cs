namespace Connector.Domain.Workspaces.Adoption;

/// <summary>
/// Says which things of an existing server are those that the territory wants. Pure: the same input, the same
/// proposal. What the ledger knows already is neither looked for nor proposed; each thing is proposed at most once;
/// the inside of a folder is looked for in the folder that was found.
/// </summary>
public static class Adoption
{
    public static IReadOnlyDictionary<string, AdoptionDecision> NoDecisions { get; } =
        new Dictionary<string, AdoptionDecision>();

    /// <summary>Without any decision yet.</summary>
    public static AdoptionProposal Propose(
        WorkspaceSpec spec,
        WorkspaceSnapshot snapshot,
        KnownWorkspace known
    ) => Propose(spec, snapshot, known, NoDecisions);

    /// <param name="spec">What should be.</param>
    /// <param name="snapshot">What is.</param>
    /// <param name="known">What the ledger links already.</param>
    /// <param name="decisions">By key: what people said; it comes before all that is found by name.</param>
    public static AdoptionProposal Propose(
        WorkspaceSpec spec,
        WorkspaceSnapshot snapshot,
        KnownWorkspace known,
        IReadOnlyDictionary<string, AdoptionDecision> decisions
    )
    {
        var table = new AdoptionTable(AdoptionClaims.AreasOf(spec), snapshot, known, decisions);
        var areas = spec.Areas.Where(area => !known.IsClosed(area)).ToList();
        GroupAdoption.Propose(spec, table);
        TreeAdoption.Propose(areas, table);
        table.Pair(
            AdoptionKind.Calendar,
            [
                .. areas
                    .Select(area => area.Calendar)
                    .OfType<CalendarSpec>()
                    .Select(calendar => new Wanted(
                        calendar.Key,
                        null,
                        calendar.DisplayName,
                        calendar.DisplayName
                    )
                    {
                        Address = calendar.Uri,
                    }),
            ],
            [.. snapshot.Calendars.Select(state => new AdoptionCandidate(state.Uri, state.DisplayName))]
        );
        return new AdoptionProposal(table.Lines);
    }
}
