using Connector.Nextcloud.CalDav;
using Connector.Nextcloud.CardDav;
using Connector.Nextcloud.Dav;
using Connector.Nextcloud.Http;
using Connector.Nextcloud.Ocs;
using Connector.Nextcloud.Talk;
using Connector.Nextcloud.TeamFolders;

namespace Connector.Nextcloud;

/// <summary>
/// One account on one Nextcloud: files, calendars, users, groups, team folders. Safe for use from several threads.
/// Methods return foreseen outcomes as values and throw <see cref="NextcloudException"/> for surprises.
/// </summary>
/// <remarks>
/// Nothing here deletes what a person wrote, and a verb that is absent cannot be called by mistake. Of what lies on the server
/// a card alone can be taken out, on the condition that it is the one that was read.
/// </remarks>
internal sealed class NextcloudClient : IDisposable, IAsyncDisposable
{
    private readonly HttpClient _everyday;
    private readonly HttpClient _administration;
    private readonly ConfirmationHandler _confirmation;

    internal NextcloudClient(
        NextcloudAccount account,
        HttpClient everyday,
        HttpClient administration,
        ConfirmationHandler confirmation,
        RequestCounter requests,
        TimeProvider time
    )
    {
        (Account, Requests) = (account, requests);
        (_everyday, _administration, _confirmation) = (everyday, administration, confirmation);
        var dav = new DavTransport(everyday, account.BaseUrl);
        Files = new FilesClient(dav, account.Principal, time);
        Marks = new MarkClient(dav, account.Principal);
        Turns = new TurnClient(dav, account.Principal, time);
        Trash = new TrashClient(dav, account.Principal);
        Versions = new VersionClient(dav, account.Principal);
        Calendars = new CalendarClient(dav, account.Principal);
        AddressBooks = new AddressBookClient(dav, account.Principal);
        Principals = new PrincipalsClient(dav);
        var ocs = new OcsTransport(administration, account.BaseUrl);
        Server = new ServerClient(ocs);
        Users = new UsersClient(ocs);
        Groups = new GroupsClient(ocs);
        TeamFolders = new TeamFoldersClient(ocs);
        // Sharing and teams are nobody's administration: no server asks for a password confirmation there.
        var own = new OcsTransport(everyday, account.BaseUrl);
        Shares = new SharesClient(own);
        Teams = new TeamsClient(own);
        Activity = new ActivityClient(own);
        Conversions = new ConversionClient(own);
        Talk = new TalkClient(own);
        Notifications = new NotificationClient(ocs);
    }

    public NextcloudAccount Account { get; }

    /// <summary>Every request sent so far, by verb.</summary>
    public RequestCounter Requests { get; }

    public FilesClient Files { get; }

    public MarkClient Marks { get; }

    public TurnClient Turns { get; }

    public TrashClient Trash { get; }

    public VersionClient Versions { get; }

    public CalendarClient Calendars { get; }

    public AddressBookClient AddressBooks { get; }

    public PrincipalsClient Principals { get; }

    public ServerClient Server { get; }

    public UsersClient Users { get; }

    public GroupsClient Groups { get; }

    public TeamFoldersClient TeamFolders { get; }

    public SharesClient Shares { get; }

    public TeamsClient Teams { get; }

    public ActivityClient Activity { get; }

    public ConversionClient Conversions { get; }

    public TalkClient Talk { get; }

    public NotificationClient Notifications { get; }

    /// <summary>Whether this server has asked for a password confirmation so far.</summary>
    public bool ConfirmationNeeded => _confirmation.Needed;

    public void Dispose()
    {
        _administration.Dispose();
        _everyday.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
