using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Connector.Domain.Signatures;

/// <summary>The register of signatures as a chain: adding to it, and finding what does not belong.</summary>
public static class SignatureChain
{
    /// <summary>What the first line follows.</summary>
    public static string Beginning { get; } = new('0', 64);

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
            chain.Count == 0 ? Beginning : chain[^1].Hash,
            ""
        );
        return record with { Hash = HashOf(record) };
    }

    /// <returns>The first line that does not belong; null when all do.</returns>
    public static ChainFault? Check(IReadOnlyList<SignedRecord> chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        var previous = Beginning;
        for (var index = 0; index < chain.Count; index++)
        {
            var record = chain[index];
            if (record.Number != index + 1 || record.Previous != previous)
            {
                return new ChainFault(record.Number, ChainFaultKind.Misplaced);
            }

            if (record.Hash != HashOf(record))
            {
                return new ChainFault(record.Number, ChainFaultKind.Altered);
            }

            previous = record.Hash;
        }

        return null;
    }

    /// <summary>
    /// Compares the register with a copy of it that lies elsewhere. Nobody can shorten a chain unseen while such a copy
    /// exists: the longer of both must go on where the shorter ends.
    /// </summary>
    /// <returns>The first line in which they differ; null when one goes on where the other ends.</returns>
    public static ChainFault? Compare(IReadOnlyList<SignedRecord> chain, IReadOnlyList<SignedRecord> copy)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(copy);
        var differing = chain.Zip(copy).FirstOrDefault(pair => pair.First.Hash != pair.Second.Hash);
        return differing.First is { } record ? new ChainFault(record.Number, ChainFaultKind.Altered)
            : copy.Count > chain.Count ? new ChainFault(chain.Count + 1, ChainFaultKind.Missing)
            : null;
    }

    /// <summary>
    /// SHA-256 over the fields in a fixed order, each preceded by its length in UTF-8 bytes, so that no two records
    /// read the same.
    /// </summary>
    private static string HashOf(SignedRecord record)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in Fields(record))
        {
            var bytes = field is null ? null : Encoding.UTF8.GetBytes(field);
            var length = bytes is null ? "-" : bytes.Length.ToString(CultureInfo.InvariantCulture);
            hash.AppendData(Encoding.ASCII.GetBytes($"{length}:"));
            hash.AppendData(bytes ?? []);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string?> Fields(SignedRecord record) =>
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

/// <summary>Where a register of signatures was tampered with.</summary>
/// <param name="Number">Of the first line concerned.</param>
/// <param name="Kind">How.</param>
public sealed record ChainFault(int Number, ChainFaultKind Kind);

/// <summary>How a line does not belong.</summary>
public enum ChainFaultKind
{
    /// <summary>It says something else than when it was written.</summary>
    Altered,

    /// <summary>It does not follow the line before: one was taken out, put in or moved.</summary>
    Misplaced,

    /// <summary>A copy has it, the register does not.</summary>
    Missing,
}
