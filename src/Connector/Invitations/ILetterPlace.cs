using Connector.Domain;
using Connector.Domain.Territories;

namespace Connector.Invitations;

/// <summary>Where letters are kept: the coordinators' folder on the server, or a folder of this machine.</summary>
internal interface ILetterPlace
{
    /// <summary>Who has an account; null where that cannot be known.</summary>
    IReadOnlySet<string>? Accounts { get; }

    /// <summary>The organisation's letter; written where there is none, and never over one.</summary>
    Task<(PlacedLetter? Letter, Problem? Problem)> PutAsync(
        Organisation organisation,
        Func<string, byte[]> compose,
        CancellationToken ct
    );

    /// <summary>Writes PDF and ODT beside a letter, or renews what nobody touched; tells why one is missing.</summary>
    Task<(IReadOnlyList<string> Forms, IReadOnlyList<Problem> Problems)> ConvertAsync(
        Organisation organisation,
        PlacedLetter letter,
        CancellationToken ct
    );
}
