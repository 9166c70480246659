using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Domain.Workspaces.Adoption;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Reports;

namespace Connector.Provisioning;

/// <summary>
/// Links the things that a Nextcloud has already to what the territory wants. Only the ledger is written: nothing on
/// the server is changed, moved or renamed. Afterwards the ordinary plan shows what is missing.
/// </summary>
internal sealed class AdoptRun(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    /// <param name="territory">What should be.</param>
    /// <param name="blueprints">By name.</param>
    /// <param name="answers">Who decides.</param>
    /// <param name="ct">Stops; before the end, nothing is linked.</param>
    public async Task<AdoptReport> RunAsync(
        Territory territory,
        IReadOnlyDictionary<string, Blueprint> blueprints,
        AdoptAnswers answers,
        CancellationToken ct
    )
    {
        var stopped = new AdoptReport { Territory = territory.Name, Server = client.Account.BaseUrl };
        try
        {
            var scope = await new ScopeBuilder(client, ledger, time).BuildAsync(territory, blueprints, ct);
            var (proposal, problems) = await Decide(scope, answers, ct);
            if (problems.Count > 0)
            {
                return stopped with { Problems = problems };
            }

            var mayLink =
                !answers.LinksNothing
                && (answers.Yes || answers.Ask is not null || answers.Mapping is not null);
            var links = mayLink ? proposal.Links(scope.Known, line => Accepts(line, answers)) : [];
            await Link(scope.Territory, links, ct);
            var plan = await new ProvisionRun(client, ledger, time).PlanAsync(territory, blueprints, ct);
            return Report(stopped, proposal, links, plan);
        }
        catch (NextcloudException error)
        {
            return stopped with { Problems = [error.Problem] };
        }
        catch (LedgerException error)
        {
            return stopped with { Problems = [error.Problem] };
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return stopped with { Outcome = RunOutcome.Cancelled };
        }
    }

    private static async Task<(AdoptionProposal Proposal, IReadOnlyList<Problem> Problems)> Decide(
        ProvisionScope scope,
        AdoptAnswers answers,
        CancellationToken ct
    )
    {
        var (spec, snapshot, known) = (scope.Spec, scope.Snapshot, scope.Known);
        var (given, problems) = AdoptionMapping.Resolve(answers.Mapping ?? [], spec, snapshot, known);
        var decisions = given.ToDictionary(StringComparer.Ordinal);
        var proposal = Adoption.Propose(spec, snapshot, known, decisions);
        while (
            problems.Count == 0 && answers.Ask is { } ask && NextQuestion(proposal, answers) is { } question
        )
        {
            decisions[question.Key] = new AdoptionDecision(
                await ask(question, ct) ? question.Found!.Id : null
            );

            // What is inside of a folder depends on which folder it is.
            proposal = Adoption.Propose(spec, snapshot, known, decisions);
        }

        return (proposal, problems);
    }

    private static AdoptionLine? NextQuestion(AdoptionProposal proposal, AdoptAnswers answers) =>
        proposal.Lines.FirstOrDefault(line =>
            line.State == AdoptionState.Proposed && !Accepts(line, answers)
        );

    /// <summary>What has the very name is what apply would link by itself.</summary>
    private static bool Accepts(AdoptionLine line, AdoptAnswers answers) =>
        line.State == AdoptionState.Accepted
        || line.Quality == MatchQuality.Exact
        || (answers.Yes && line.Quality == MatchQuality.Folded);

    private async Task Link(string territory, IReadOnlyList<AdoptionLine> links, CancellationToken ct)
    {
        if (links.Count == 0)
        {
            return;
        }

        var run = await ledger.BeginRunAsync(territory, "adopt", ct);
        await ledger.RememberAsync(territory, [.. links.Select(AdoptionProposal.Resource)], ct);
        await ledger.EndRunAsync(run, nameof(RunOutcome.Done), client.Requests.Total, settled: false, ct);
    }

    private static AdoptReport Report(
        AdoptReport report,
        AdoptionProposal proposal,
        IReadOnlyList<AdoptionLine> links,
        RunReport plan
    )
    {
        var linked = links.Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
        var open = proposal.Lines.Any(line =>
            (line.State is AdoptionState.Proposed or AdoptionState.Accepted && !linked.Contains(line.Key))
            || line.State == AdoptionState.Ambiguous
        );
        return report with
        {
            Lines = proposal.Lines,
            Linked = linked,
            Outcome =
                plan.Plan is null ? plan.Outcome
                : open ? RunOutcome.ChangesPending
                : RunOutcome.Done,
            Plan = plan,
            Problems = plan.Problems,
        };
    }
}

/// <summary>Who decides about what was found.</summary>
internal sealed record AdoptAnswers
{
    /// <summary>Takes all that is exact or equal when folded.</summary>
    public bool Yes { get; init; }

    /// <summary>Lines of a mapping file; null without one.</summary>
    public IReadOnlyList<MappingEntry>? Mapping { get; init; }

    /// <summary>Only looks: the proposal is to be written to a file.</summary>
    public bool LinksNothing { get; init; }

    /// <summary>Asks a person about one line; null where nobody is there.</summary>
    public Func<AdoptionLine, CancellationToken, Task<bool>>? Ask { get; init; }
}
