using Connector.Domain;
using Connector.Domain.Announcing;

namespace Connector.TerritoryFiles.Records;

/// <summary>A channel as written; whose it is follows from where.</summary>
internal sealed record ChannelDraft
{
    public required Located<string> Id { get; init; }

    public required ChannelKind Kind { get; init; }

    public required string Conversation { get; init; }

    public required SecretSource? Secret { get; init; }

    public required MailSettings? Mail { get; init; }

    public Channel Of(string? groupId) =>
        new()
        {
            Id = Id.Value,
            Kind = Kind,
            GroupId = groupId,
            Conversation = Conversation,
            Secret = Secret,
            Mail = Mail,
        };
}

/// <summary>« annonces » as written: its mentions of channels and people are judged when all are known.</summary>
internal sealed record AnnouncementsDraft
{
    public static AnnouncementsDraft Empty { get; } = new();

    public IReadOnlyDictionary<AnnouncementKind, IReadOnlyList<Located<string>>> Table { get; init; } =
        new Dictionary<AnnouncementKind, IReadOnlyList<Located<string>>>();

    public QuietHours Quiet { get; init; } = QuietHours.Default;

    public TimeOnly DigestAt { get; init; } = AnnouncingRules.Silent.DigestAt;

    public int DaysBeforeMeeting { get; init; } = AnnouncingRules.Silent.DaysBeforeMeeting;

    public int DaysBeforeDue { get; init; } = AnnouncingRules.Silent.DaysBeforeDue;

    public IReadOnlyList<Located<string>> Refusals { get; init; } = [];

    /// <summary>Where the block stands; null where there is none.</summary>
    public SourcePlace? Place { get; init; }
}
