namespace Connector.Domain.Auditing;

/// <summary>
/// Words for what is done: a noun and a verb in lower case, joined by a point. They are stable, for programs search the trail
/// by them; a new action is a new word.
/// </summary>
public static class AuditActions
{
    public const string SignIn = "session.begin";
    public const string SignOut = "session.end";
    public const string SignOutEverywhere = "session.end-all";
    public const string EmergencyLinkMade = "emergency-link.make";
    public const string EmergencyLinkUsed = "emergency-link.use";
    public const string TokenMade = "token.make";
    public const string TokenRevoked = "token.revoke";
    public const string JobAsked = "job.ask";
    public const string JobCancelled = "job.cancel";
    public const string JobRetried = "job.retry";

    /// <summary>A working group was closed or opened again, or somebody looked at what that would do.</summary>
    public const string GroupClosed = "group.close";
    public const string GroupReopened = "group.reopen";

    public const string MeetingMoved = "meeting.move";
    public const string MeetingCancelled = "meeting.cancel";
    public const string MeetingRestored = "meeting.restore";
    public const string MeetingAdded = "meeting.add";
    public const string MinutesPublished = "minutes.publish";
    public const string ReviewWritten = "review.write";
    public const string RoadmapPublished = "roadmap.publish";
    public const string RoadmapSigned = "roadmap.sign";

    public const string AnnouncementsTried = "announcements.try";
    public const string AnnouncementsSent = "announcements.send";
    public const string AnnouncementsRetried = "announcements.retry";

    /// <summary>A scheduled job changed something.</summary>
    public const string JobChanged = "job.change";

    public const string DirectoryEdited = "directory.edit";
    public const string ImportSent = "directory.send";
    public const string DirectoryImported = "directory.import";

    /// <summary>Somebody's rights over their data: a correction, an objection, an erasure, or a look at what it would do.</summary>
    public const string PersonRights = "person.rights";
    public const string PersonExported = "person.export";
    public const string SettingsChanged = "settings.change";
    public const string TemplateSent = "template.send";
    public const string TemplateUsed = "template.use";

    /// <summary>The console's first run: a Nextcloud account was let in and kept, its server looked at.</summary>
    public const string SignInKept = "sign-in.keep";
    public const string ServerChecked = "server.check";
    public const string TerritoryDrafted = "territory.draft";

    /// <summary>A territory's file was written, and the service keeps it in order from then on.</summary>
    public const string TerritoryAdded = "territory.add";

    /// <summary>What a Nextcloud has already was looked for, and linked to what the territory wants.</summary>
    public const string Adopted = "workspace.adopt";

    private const int Longest = 60;

    /// <summary>Whether a word has the form of those above.</summary>
    public static bool IsAction(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length is > 2 and <= Longest
            && word.Split('.') is { Length: 2 } parts
            && parts.All(part =>
                part.Length > 0
                && part.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
            );
    }
}
