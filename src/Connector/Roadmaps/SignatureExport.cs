using Connector.Domain;
using Connector.Domain.Chains;
using Connector.Domain.Signatures;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Publishing;

namespace Connector.Roadmaps;

/// <summary>
/// The copy of a document's register that lies beside its published files. It follows the register as long as it says
/// the same; a copy that says something else is left as it is, and told.
/// </summary>
internal sealed class SignatureExport(NextcloudClient client)
{
    public const string FileName = "signatures.json";

    private const string Json = "application/json";

    /// <returns>What is wrong with the copy, or why it could not be written; null when it says what the register says.</returns>
    public async Task<Problem?> Write(string folder, IReadOnlyList<SignedRecord> chain, CancellationToken ct)
    {
        var path = $"{folder}/{FileName}";
        var bytes = SignatureJson.Write(chain);
        var there = await client.Files.GetFile(path, ct);
        if (there is not null)
        {
            if (there.Bytes.AsSpan().SequenceEqual(bytes))
            {
                return null;
            }

            if (Fault(there.Bytes, chain) is { } fault)
            {
                return RoadmapProblems.Tampered(path, fault);
            }
        }

        var condition = there?.ETag is { } tag ? PutCondition.IfMatch(tag) : PutCondition.IfNoneMatchAny;
        var put = await client.Files.PutFile(path, bytes, condition, Json, ct);
        return put.Changed ? null : PublishingProblems.NotWritten(path, put.Message);
    }

    /// <summary>Reads the copy and compares; null when there is none, or when it says the same.</summary>
    public async Task<Problem?> Check(string folder, IReadOnlyList<SignedRecord> chain, CancellationToken ct)
    {
        var path = $"{folder}/{FileName}";
        return await client.Files.GetFile(path, ct) is { } there && Fault(there.Bytes, chain) is { } fault
            ? RoadmapProblems.Tampered(path, fault)
            : null;
    }

    private static ChainFault? Fault(byte[] copy, IReadOnlyList<SignedRecord> chain) =>
        SignatureJson.Read(copy) is { } lines
            ? SignatureChain.Check(lines) ?? SignatureChain.Compare(chain, lines)
            : new ChainFault(1, ChainFaultKind.Altered);
}
