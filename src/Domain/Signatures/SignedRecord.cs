using Connector.Domain.Chains;

namespace Connector.Domain.Signatures;

/// <summary>
/// One line of a document's register of signatures: that a version was published, or that somebody signed it. Lines are only
/// ever added. Each carries the hash of the one before, so that a line changed, taken out or put in is found.
/// </summary>
/// <param name="Number">From 1, without a gap.</param>
/// <param name="Document">Key of the document, such as <c>area:reseau/Feuille de route.docx</c>.</param>
/// <param name="At">When the line was written, in UTC, to the second.</param>
/// <param name="Act">What was done.</param>
/// <param name="Previous">Hash of the line before; <see cref="HashChain.Beginning"/> for the first.</param>
/// <param name="Hash">SHA-256 of all of the above: 64 hexadecimal digits, lower case.</param>
public sealed record SignedRecord(
    int Number,
    string Document,
    DateTimeOffset At,
    SignedAct Act,
    string Previous,
    string Hash
) : IChainLink
{
    IEnumerable<string?> IChainLink.Fields => SignatureChain.Fields(this);
}

/// <summary>What a line says was done.</summary>
/// <param name="Version">« 1 », « 2026-2 » …</param>
/// <param name="Fingerprint">SHA-256 of the meaning of that version.</param>
public abstract record SignedAct(string Version, string Fingerprint);

/// <summary>A version was frozen and opened for signature.</summary>
/// <param name="Folder">Where its files were put, as Nextcloud has it.</param>
/// <param name="Files">The frozen document first, then its other forms.</param>
/// <param name="By">Who published it: the account's identifier.</param>
public sealed record Publication(
    string Version,
    string Fingerprint,
    string Folder,
    IReadOnlyList<PublishedFile> Files,
    string By
) : SignedAct(Version, Fingerprint);

/// <param name="Name">In the folder of the publication.</param>
/// <param name="Hash">SHA-256 of its bytes: 64 hexadecimal digits, lower case.</param>
public sealed record PublishedFile(string Name, string Hash);

/// <summary>A member signed a version.</summary>
/// <param name="OrganisationId">The member's identifier in the directory.</param>
/// <param name="Organisation">Its name on that day.</param>
/// <param name="Signatory">Who signed, by name.</param>
/// <param name="Capacity">« maire », « présidente » …; null when it was not given.</param>
/// <param name="SignedOn">The day on the paper.</param>
/// <param name="Proof">Name of the scanned page; null when the person signed with their own account.</param>
/// <param name="ProofHash">SHA-256 of its bytes; null likewise.</param>
/// <param name="By">Who wrote the line: the account's identifier.</param>
public sealed record Signature(
    string Version,
    string Fingerprint,
    string OrganisationId,
    string Organisation,
    string Signatory,
    string? Capacity,
    DateOnly SignedOn,
    string? Proof,
    string? ProofHash,
    string By
) : SignedAct(Version, Fingerprint);
