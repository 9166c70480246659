using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Domain.Signatures;

namespace Connector.Ledger;

/// <summary>
/// The register of signatures as JSON, in the ledger and beside the published files: one object a line, whose
/// <c>act</c> is <c>publication</c> or <c>signature</c>, and whose <c>hash</c> anybody can compute again
/// (<see cref="SignatureChain"/>).
/// </summary>
internal static class SignatureJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly JsonSerializerOptions Indented = new(Options) { WriteIndented = true };

    public static string Write(SignedRecord record) => JsonSerializer.Serialize(Line.Of(record), Options);

    /// <summary>All lines, for people and other programs.</summary>
    public static byte[] Write(IReadOnlyList<SignedRecord> chain) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new Register("connector-signatures-1", [.. chain.Select(Line.Of)]),
            Indented
        );

    /// <exception cref="JsonException">Not a line of a register.</exception>
    public static SignedRecord ReadLine(string json) =>
        (
            JsonSerializer.Deserialize<Line>(json, Options) ?? throw new JsonException("an empty line")
        ).ToRecord();

    /// <returns>Null when it is no register.</returns>
    public static IReadOnlyList<SignedRecord>? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer
                .Deserialize<Register>(json, Options)
                ?.Lines.Select(line => line.ToRecord())
                .ToList();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Register(string Format, IReadOnlyList<Line> Lines);

    private sealed record Line(
        int Number,
        string Document,
        DateTimeOffset At,
        string Act,
        string Version,
        string Fingerprint,
        string By,
        string Previous,
        string Hash
    )
    {
        public string? Folder { get; init; }

        public IReadOnlyList<PublishedFile>? Files { get; init; }

        public string? OrganisationId { get; init; }

        public string? Organisation { get; init; }

        public string? Signatory { get; init; }

        public string? Capacity { get; init; }

        public DateOnly? SignedOn { get; init; }

        public string? Proof { get; init; }

        public string? ProofHash { get; init; }

        public static Line Of(SignedRecord record) =>
            record.Act switch
            {
                Publication act => Common(record, "publication", act.By) with
                {
                    Folder = act.Folder,
                    Files = act.Files,
                },
                Signature act => Common(record, "signature", act.By) with
                {
                    OrganisationId = act.OrganisationId,
                    Organisation = act.Organisation,
                    Signatory = act.Signatory,
                    Capacity = act.Capacity,
                    SignedOn = act.SignedOn,
                    Proof = act.Proof,
                    ProofHash = act.ProofHash,
                },
                _ => throw new ArgumentOutOfRangeException(nameof(record), record.Act, "unknown act"),
            };

        public SignedRecord ToRecord() => new(Number, Document, At, ToAct(), Previous, Hash);

        private static Line Common(SignedRecord record, string act, string by) =>
            new(
                record.Number,
                record.Document,
                record.At,
                act,
                record.Act.Version,
                record.Act.Fingerprint,
                by,
                record.Previous,
                record.Hash
            );

        private SignedAct ToAct() =>
            Act switch
            {
                "publication" => new Publication(
                    Version,
                    Fingerprint,
                    Required(Folder, "folder"),
                    Files ?? throw new JsonException("files is missing"),
                    By
                ),
                "signature" => new Signature(
                    Version,
                    Fingerprint,
                    Required(OrganisationId, "organisationId"),
                    Required(Organisation, "organisation"),
                    Required(Signatory, "signatory"),
                    Capacity,
                    SignedOn ?? throw new JsonException("signedOn is missing"),
                    Proof,
                    ProofHash,
                    By
                ),
                _ => throw new JsonException($"unknown act {Act}"),
            };

        private static string Required(string? value, string name) =>
            value ?? throw new JsonException($"{name} is missing");
    }
}
