namespace Connector.Domain.Announcing;

/// <summary>« canaux » and « annonces »: who is told what, in which way, when. Without channels nobody is told anything.</summary>
public sealed record AnnouncingRules
{
    public static AnnouncingRules Silent { get; } = new();

    /// <summary>The network's first, then those of the groups, in the order of the file.</summary>
    public IReadOnlyList<Channel> Channels { get; init; } = [];

    /// <summary>
    /// By kind, the words of the file: kinds of channels and identifiers of single ones. A kind that is missing goes the usual
    /// way, see <see cref="Routing"/>; an empty list is told to nobody.
    /// </summary>
    public IReadOnlyDictionary<AnnouncementKind, IReadOnlyList<ChannelChoice>> Table { get; init; } =
        new Dictionary<AnnouncementKind, IReadOnlyList<ChannelChoice>>();

    public QuietHours Quiet { get; init; } = QuietHours.Default;

    /// <summary>« résumé-à »: when what can wait is told, all of it together. Default 8:00.</summary>
    public TimeOnly DigestAt { get; init; } = new(8, 0);

    /// <summary>« prévenir »: days before a meeting on which it is told of. Default 3, from 1 to 60.</summary>
    public int DaysBeforeMeeting { get; init; } = 3;

    /// <summary>« rappeler »: days before an action is due on which it is told of. Default 3, from 1 to 60.</summary>
    public int DaysBeforeDue { get; init; } = 3;

    /// <summary>« refus »: identifiers of people who want no messages of their own.</summary>
    public IReadOnlySet<string> Refusals { get; init; } = new HashSet<string>();

    public bool IsSilent => Channels.Count == 0;

    public Channel? Find(string id) => Channels.FirstOrDefault(channel => channel.Id == id);
}

/// <summary>Either all channels of a kind or a single one.</summary>
public sealed record ChannelChoice(ChannelKind? Kind, string? Id)
{
    public bool Means(Channel channel) => Id is null ? channel.Kind == Kind : channel.Id == Id;
}
