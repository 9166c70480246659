namespace Connector.Domain.Signatures;

/// <summary>Who signed the published version of a document, and whether the document was changed since.</summary>
/// <param name="Published">The version that is open for signature; null when none was ever published.</param>
/// <param name="PublishedAt">When; null likewise.</param>
/// <param name="Signatures">One a member: of this version, the latest that was recorded.</param>
/// <param name="Waiting">Identifiers of the members who have not signed this version, as they were handed in.</param>
/// <param name="IsChangedSince">The document's meaning is no longer the published one's.</param>
public sealed record SignatureBoard(
    Publication? Published,
    DateTimeOffset? PublishedAt,
    IReadOnlyList<Signature> Signatures,
    IReadOnlyList<string> Waiting,
    bool IsChangedSince
)
{
    /// <summary>The last that each organisation signed, whichever version that was.</summary>
    public static IReadOnlyDictionary<string, Signature> Latest(IReadOnlyList<SignedRecord> chain) =>
        chain
            .Select(record => record.Act)
            .OfType<Signature>()
            .GroupBy(act => act.OrganisationId, StringComparer.Ordinal)
            .ToDictionary(acts => acts.Key, acts => acts.Last(), StringComparer.Ordinal);

    /// <param name="chain">The document's register.</param>
    /// <param name="members">Identifiers of the organisations that are expected to sign.</param>
    /// <param name="fingerprint">Of the document as it is now; null when it was not read.</param>
    public static SignatureBoard Of(
        IReadOnlyList<SignedRecord> chain,
        IReadOnlyList<string> members,
        string? fingerprint
    )
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(members);
        var publication = chain.LastOrDefault(record => record.Act is Publication);
        if (publication?.Act is not Publication published)
        {
            return new SignatureBoard(null, null, [], members, false);
        }

        var signatures = chain
            .Select(record => record.Act)
            .OfType<Signature>()
            .Where(act => act.Fingerprint == published.Fingerprint)
            .GroupBy(act => act.OrganisationId, StringComparer.Ordinal)
            .Select(acts => acts.Last())
            .ToList();
        var signed = signatures.Select(act => act.OrganisationId).ToHashSet(StringComparer.Ordinal);
        return new SignatureBoard(
            published,
            publication.At,
            signatures,
            [.. members.Where(member => !signed.Contains(member))],
            fingerprint is not null && fingerprint != published.Fingerprint
        );
    }
}
