using Connector.Domain;
using Connector.Domain.Announcing;

namespace Connector.Web.Console.Parts;

/// <summary>What kinds of announcements and of channels are called.</summary>
internal static class AnnouncementWords
{
    public static Text Name(AnnouncementKind kind) =>
        kind switch
        {
            AnnouncementKind.MeetingComing => new("rencontre à venir", "meeting to come"),
            AnnouncementKind.MeetingChanged => new("rencontre déplacée ou annulée", "meeting moved or off"),
            AnnouncementKind.MinutesPublished => new("compte-rendu publié", "minutes published"),
            AnnouncementKind.AbsentDigest => new("résumé pour les absents", "digest for the absent"),
            AnnouncementKind.RoadmapPublished => new("feuille de route publiée", "roadmap published"),
            AnnouncementKind.SignatureAsked => new("signature demandée", "signature asked for"),
            AnnouncementKind.ActionDue => new("action à son terme", "action due"),
            AnnouncementKind.Newcomer => new("bienvenue", "welcome"),
            _ => new("lettre du mois", "letter of the month"),
        };

    public static Text Name(ChannelKind kind) =>
        kind switch
        {
            ChannelKind.Talk => new("conversation de Nextcloud Talk", "conversation of Nextcloud Talk"),
            ChannelKind.Mattermost => Text.Same("Mattermost"),
            ChannelKind.Slack => Text.Same("Slack"),
            ChannelKind.Email => new("courriel", "mail"),
            _ => new("notifications de Nextcloud", "notifications of Nextcloud"),
        };
}
