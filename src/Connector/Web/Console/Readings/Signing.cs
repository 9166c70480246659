using Connector.Domain.Signatures;
using Connector.Domain.Territories;
using Connector.Reports;
using Connector.Roadmaps;

namespace Connector.Web.Console.Readings;

/// <summary>What somebody may sign: the published version of a roadmap, for the organisation that the directory gives them.</summary>
/// <param name="Person">Who signs.</param>
/// <param name="Organisation">Theirs, which is expected to sign.</param>
/// <param name="Published">What is signed.</param>
/// <param name="Signed">What their organisation signed already; null when it has not.</param>
internal sealed record Signing(Person Person, Signer Organisation, Publication Published, Signature? Signed)
{
    public bool HasSigned => Signed is not null;

    /// <returns>Null for who has nothing to sign here.</returns>
    public static Signing? Of(PageScope page, RoadmapState roadmap) =>
        roadmap.Board.Published is { } published
        && Mine.Person(page) is { } person
        && roadmap.File.Members.FirstOrDefault(member => member.Id == person.Organisation) is { } organisation
            ? new Signing(
                person,
                organisation,
                published,
                roadmap.Board.Signatures.FirstOrDefault(act => act.OrganisationId == organisation.Id)
            )
            : null;
}
