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
    /// <param name="chain">The whole register.</param>
    /// <param name="document">Key of the document.</param>
    /// <param name="members">Identifiers of the organisations that are expected to sign.</param>
    /// <param name="fingerprint">Of the document as it is now; null when it was not read.</param>
    public static SignatureBoard Of(
        IReadOnlyList<SignedRecord> chain,
        string document,
        IReadOnlyList<string> members,
        string? fingerprint
    )
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(members);
        var lines = chain.Where(record => record.Document == document).ToList();
        var publication = lines.FindLast(record => record.Act is Publication);
        if (publication?.Act is not Publication published)
        {
            return new SignatureBoard(null, null, [], members, false);
        }

        var signatures = lines
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
