using Connector.Domain.Signatures;
using Connector.Publishing;

namespace Connector.Roadmaps;

/// <summary>A signature that is to be recorded.</summary>
/// <param name="Organisation">Identifier or name.</param>
/// <param name="Signatory">Who signed, by name.</param>
/// <param name="Capacity">« maire », « présidente » …</param>
/// <param name="On">The day.</param>
internal abstract record GivenSignature(string Organisation, string Signatory, string? Capacity, DateOnly On)
{
    /// <summary>Whether it was given for this version.</summary>
    public virtual bool IsOf(Publication published) => true;

    /// <summary>Whether one that is recorded says the same.</summary>
    public abstract bool IsIn(Signature known, Signature now);

    /// <param name="member">As the directory has it.</param>
    /// <param name="published">What was signed.</param>
    /// <param name="account">Connector's own.</param>
    public abstract Signature By(Signer member, Publication published, string account);
}

/// <summary>A signature on paper, as the coordinator tells it.</summary>
/// <param name="Proof">The signed page.</param>
internal sealed record PaperSignature(
    string Organisation,
    string Signatory,
    string? Capacity,
    DateOnly On,
    PaperProof Proof
) : GivenSignature(Organisation, Signatory, Capacity, On)
{
    public override bool IsIn(Signature known, Signature now) =>
        known with { By = "", Proof = null } == now with { By = "", Proof = null };

    public override Signature By(Signer member, Publication published, string account) =>
        new(
            published.Version,
            published.Fingerprint,
            member.Id,
            member.Name,
            Signatory,
            Capacity,
            On,
            null,
            WorkspaceFiles.Hash(Proof.Bytes),
            account
        );
}

/// <param name="Extension">With its dot, such as <c>.pdf</c>; empty when the file has none.</param>
internal sealed record PaperProof(byte[] Bytes, string Extension);

/// <summary>A signature that a person gives with their own Nextcloud account.</summary>
/// <param name="Fingerprint">Of the version that they were shown.</param>
/// <param name="Account">Identifier of their account.</param>
internal sealed record AccountSignature(
    string Organisation,
    string Signatory,
    string? Capacity,
    DateOnly On,
    string Fingerprint,
    string Account
) : GivenSignature(Organisation, Signatory, Capacity, On)
{
    public override bool IsOf(Publication published) => published.Fingerprint == Fingerprint;

    /// <summary>An organisation signs a version once, whoever of it comes first.</summary>
    public override bool IsIn(Signature known, Signature now) => known.OrganisationId == now.OrganisationId;

    public override Signature By(Signer member, Publication published, string account) =>
        new(
            published.Version,
            published.Fingerprint,
            member.Id,
            member.Name,
            Signatory,
            Capacity,
            On,
            null,
            null,
            Account
        );
}
