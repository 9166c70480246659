using Connector.DocumentFlow;
using Connector.Domain;
using Connector.Domain.Directories;
using Connector.Domain.Territories;
using Connector.Reports;
using Connector.Templates;
using Connector.TerritoryFiles;

namespace Connector.Invitations;

/// <summary>
/// <c>connector directory invite</c>: one letter for each organisation, written once, with what is left to do for accounts. The
/// directory is told only when the coordinator says so.
/// </summary>
/// <param name="context">The territory.</param>
/// <param name="template">What letters are filled from.</param>
/// <param name="place">Where letters are kept.</param>
/// <param name="notes">Where « invité » and the reminder are written down.</param>
internal sealed class InviteRun(
    ComposedTerritory context,
    DocumentTemplate template,
    ILetterPlace place,
    InvitationNotes notes
)
{
    public async Task<InviteReport> RunAsync(InviteRequest request, CancellationToken ct)
    {
        var report = new InviteReport { Territory = context.Territory.Name };
        var (organisations, problems) = Find(request.Who);
        if (problems.Count > 0)
        {
            return report with { Problems = problems };
        }

        var until = request.Until(context.Today);
        var gaps = Gaps();
        var lines = new List<Invited>();
        foreach (var organisation in organisations)
        {
            lines.Add(await Place(organisation, gaps, until, ct));
        }

        var noted = await notes.WriteAsync(
            [
                .. lines
                    .Where(line => line.Letter is not null && !line.Organisation.IsMember)
                    .Select(line => new InvitationRow(line.Organisation.Id, context.Today, until)),
            ],
            request.Yes,
            ct
        );
        return report with
        {
            Lines = [.. lines.Where(line => line.Letter is not null)],
            Notes = noted,
            Until = until,
            Warnings = [.. lines.SelectMany(line => line.Doubts).Distinct(), .. noted.Warnings],
            Problems = [.. lines.Select(line => line.Problem).OfType<Problem>(), .. noted.Problems],
        };
    }

    private async Task<Invited> Place(
        Organisation organisation,
        IReadOnlyList<CoverageNeed> gaps,
        DateOnly until,
        CancellationToken ct
    )
    {
        var (letter, problem) = await place.PutAsync(
            organisation,
            key => Letter(key, organisation, gaps, until),
            ct
        );
        if (letter is null)
        {
            return new Invited(organisation) { Problem = problem };
        }

        var (forms, doubts) = await place.ConvertAsync(organisation, letter, ct);
        return new Invited(organisation)
        {
            Letter = letter,
            Forms = forms,
            Steps = new AccountSteps(context.Territory, place.Accounts).Of(organisation),
            Doubts = organisation.IsMember
                ? [.. doubts, InvitationProblems.AlreadyIn(organisation.Name)]
                : doubts,
        };
    }

    private byte[] Letter(
        string key,
        Organisation organisation,
        IReadOnlyList<CoverageNeed> gaps,
        DateOnly until
    )
    {
        var brings = gaps.Where(need => CoverageMatch.Of(organisation.Types, organisation, need) is not null)
            .Select(need => need.Name.French)
            .ToList();
        return template.Fill(InvitationComposer.For(context, key, organisation, brings, until).ToData());
    }

    /// <summary>What the network does not have, or has from one actor alone.</summary>
    private List<CoverageNeed> Gaps()
    {
        var coverage = Coverage.Of(context.Territory, new CoverageQuestion());
        return
        [
            .. coverage
                .Families.Concat(coverage.Audiences)
                .Where(line => line.Level is CoverageLevel.Missing or CoverageLevel.Thin)
                .Select(line => line.Need),
        ];
    }

    private (List<Organisation> Found, List<Problem> Problems) Find(IReadOnlyList<string> who)
    {
        var (found, problems) = (new List<Organisation>(), new List<Problem>());
        var all = context.Territory.Organisations;
        foreach (var words in who)
        {
            var named = all.Where(one => one.Id == words).ToList();
            named =
                named.Count > 0 ? named : [.. all.Where(one => Folded.Key(one.Name) == Folded.Key(words))];
            if (named.Count == 1)
            {
                found.Add(named[0]);
            }
            else
            {
                problems.Add(
                    named.Count > 1
                        ? InvitationProblems.Ambiguous(words, named.Select(one => one.Id))
                        : InvitationProblems.Unknown(
                            words,
                            Nearest.Advice(words, [.. all.Select(one => one.Id)])
                        )
                );
            }
        }

        return ([.. found.DistinctBy(one => one.Id)], problems);
    }
}
