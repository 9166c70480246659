using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Connector.Domain.Chains;

/// <summary>A register whose lines each carry the hash of the one before: what was changed, taken out or put in is found.</summary>
public static class HashChain
{
    /// <summary>What the first line follows.</summary>
    public static string Beginning { get; } = new('0', 64);

    /// <summary>
    /// SHA-256 over the fields in their order, each preceded by its length in UTF-8 bytes (<c>-</c> for none), so that no two
    /// lines read the same.
    /// </summary>
    public static string HashOf(IChainLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in link.Fields)
        {
            var bytes = field is null ? null : Encoding.UTF8.GetBytes(field);
            var length = bytes is null ? "-" : bytes.Length.ToString(CultureInfo.InvariantCulture);
            hash.AppendData(Encoding.ASCII.GetBytes($"{length}:"));
            hash.AppendData(bytes ?? []);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <returns>The first line that does not belong; null when all do.</returns>
    public static ChainFault? Check(IEnumerable<IChainLink> chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        IChainLink? before = null;
        foreach (var link in chain)
        {
            if (Check(before, link) is { } fault)
            {
                return fault;
            }

            before = link;
        }

        return null;
    }

    /// <summary>Whether a line follows the one before it, and says what it said when it was written.</summary>
    /// <param name="before">Null for the first.</param>
    /// <param name="link">The line.</param>
    public static ChainFault? Check(IChainLink? before, IChainLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var number = (before?.Number ?? 0) + 1;
        return link.Number != number || link.Previous != (before?.Hash ?? Beginning)
                ? new ChainFault(link.Number, ChainFaultKind.Misplaced)
            : link.Hash != HashOf(link) ? new ChainFault(link.Number, ChainFaultKind.Altered)
            : null;
    }

    /// <summary>
    /// Compares a register with a copy of it that lies elsewhere. Nobody can shorten a chain unseen while such a copy exists:
    /// the longer of both must go on where the shorter ends.
    /// </summary>
    /// <returns>The first line in which they differ; null when one goes on where the other ends.</returns>
    public static ChainFault? Compare(IReadOnlyList<IChainLink> chain, IReadOnlyList<IChainLink> copy)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(copy);
        var differing = chain.Zip(copy).FirstOrDefault(pair => pair.First.Hash != pair.Second.Hash);
        return differing.First is { } link ? new ChainFault(link.Number, ChainFaultKind.Altered)
            : copy.Count > chain.Count ? new ChainFault(chain.Count + 1, ChainFaultKind.Missing)
            : null;
    }
}
