namespace Connector.Domain.Chains;

/// <summary>One line of a register that is only ever added to, and that carries the hash of the line before it.</summary>
public interface IChainLink
{
    /// <summary>From 1, without a gap.</summary>
    int Number { get; }

    /// <summary>Hash of the line before; <see cref="HashChain.Beginning"/> for the first.</summary>
    string Previous { get; }

    /// <summary>SHA-256 of all the line says: 64 hexadecimal digits, lower case.</summary>
    string Hash { get; }

    /// <summary>All that it says, the number and the previous hash included, in an order that never changes.</summary>
    IEnumerable<string?> Fields { get; }
}
