using System.Globalization;
using Connector.Domain.Chains;

namespace Connector.Domain.Signatures;

/// <summary>The register of signatures as a chain: adding to it, and finding what does not belong.</summary>
public static class SignatureChain
{
    /// <summary>The line that comes next.</summary>
    public static SignedRecord Next(
        IReadOnlyList<SignedRecord> chain,
        string document,
        SignedAct act,
        DateTimeOffset now
    )
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(act);
        var utc = now.ToUniversalTime();
        var record = new SignedRecord(
            chain.Count + 1,
            document,
            utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerSecond)),
            act,
            chain.Count == 0 ? HashChain.Beginning : chain[^1].Hash,
            ""
        );
        return record with { Hash = HashChain.HashOf(record) };
    }

    /// <inheritdoc cref="HashChain.Check(IEnumerable{IChainLink})"/>
    public static ChainFault? Check(IReadOnlyList<SignedRecord> chain) => HashChain.Check(chain);

    /// <inheritdoc cref="HashChain.Compare"/>
    public static ChainFault? Compare(IReadOnlyList<SignedRecord> chain, IReadOnlyList<SignedRecord> copy) =>
        HashChain.Compare(chain, copy);

    internal static IEnumerable<string?> Fields(SignedRecord record) =>
        [
            record.Number.ToString(CultureInfo.InvariantCulture),
            record.Document,
            record.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            record.Previous,
            record.Act.Version,
            record.Act.Fingerprint,
            .. record.Act switch
            {
                Publication act => new string?[] { "publication", act.Folder, act.By }.Concat(
                    act.Files.SelectMany(file => new[] { file.Name, file.Hash })
                ),
                Signature act =>
                [
                    "signature",
                    act.OrganisationId,
                    act.Organisation,
                    act.Signatory,
                    act.Capacity,
                    act.SignedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    act.Proof,
                    act.ProofHash,
                    act.By,
                ],
                _ => throw new ArgumentOutOfRangeException(nameof(record), record.Act, "unknown act"),
            },
        ];
}
