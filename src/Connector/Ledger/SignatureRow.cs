using Microsoft.EntityFrameworkCore;

namespace Connector.Ledger;

/// <summary>One line of a document's register of signatures. Lines are only ever added.</summary>
[PrimaryKey(nameof(Territory), nameof(Document), nameof(Number))]
internal sealed class SignatureRow
{
    public required string Territory { get; init; }

    /// <summary>Key of the document.</summary>
    public required string Document { get; init; }

    public required int Number { get; init; }

    /// <summary>The whole line as <see cref="SignatureJson"/> writes it.</summary>
    public required string Json { get; init; }
}
