using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Connector.Domain.Auditing;

namespace Connector.Audit;

/// <summary>The trail as JSON lines: one object a line, whose <c>hash</c> anybody can compute again (docs/api.md).</summary>
internal static class AuditJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, false) },
    };

    public static string Write(AuditRecord record) => JsonSerializer.Serialize(Of(record), Options);

    /// <exception cref="JsonException">Not a line of a trail.</exception>
    public static AuditRecord Read(string line) =>
        (
            JsonSerializer.Deserialize<AuditLine>(line, Options) ?? throw new JsonException("an empty line")
        ).ToRecord();

    public static AuditLine Of(AuditRecord record) =>
        new(
            record.Number,
            record.At,
            record.Entry.Actor.Door,
            record.Entry.Action,
            record.Entry.Outcome,
            record.Previous,
            record.Hash
        )
        {
            Name = record.Entry.Actor.Name,
            Territory = record.Entry.Territory,
            Group = record.Entry.Group,
            Target = record.Entry.Target,
        };
}

/// <summary>A line as it is exported.</summary>
internal sealed record AuditLine(
    int Number,
    DateTimeOffset At,
    AuditDoor Door,
    string Action,
    AuditOutcome Outcome,
    string Previous,
    string Hash
)
{
    public string? Name { get; init; }

    public string? Territory { get; init; }

    public string? Group { get; init; }

    public string? Target { get; init; }

    public AuditRecord ToRecord() =>
        new(
            Number,
            At,
            new AuditEntry(new AuditActor(Door, Name), Action, Outcome)
            {
                Territory = Territory,
                Group = Group,
                Target = Target,
            },
            Previous,
            Hash
        );
}
