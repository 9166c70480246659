using Connector.Domain.Signatures;

namespace Connector.Domain.Publicity;

/// <summary>The published version of the network's roadmap, as everybody may know it: who signed for an organisation is not told.</summary>
/// <param name="Version">« 2 », « 2027 » …</param>
/// <param name="At">When it was published.</param>
/// <param name="SignedBy">Organisations, in the order of the alphabet.</param>
public sealed record PublicRoadmap(string Version, DateTimeOffset At, IReadOnlyList<string> SignedBy)
{
    public int Signatures => SignedBy.Count;

    /// <returns>Null while no version was published.</returns>
    public static PublicRoadmap? Of(SignatureBoard? board) =>
        board is { Published: { } version, PublishedAt: { } at }
            ? new PublicRoadmap(
                version.Version,
                at,
                [
                    .. board
                        .Signatures.Select(signature => signature.Organisation)
                        .Distinct(StringComparer.Ordinal)
                        .OrderBy(name => Folded.Words(name), StringComparer.Ordinal),
                ]
            )
            : null;
}
