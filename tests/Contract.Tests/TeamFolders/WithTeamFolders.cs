using System.Text.Json;

namespace Connector.Contract.Tests.TeamFolders;

/// <summary>A group with one member besides the administrator, and team folders that are always taken away.</summary>
public abstract class WithTeamFolders(Target target) : Contracts(target)
{
    protected const string Api = "index.php/apps/groupfolders/folders";
    private const string Users = "ocs/v2.php/cloud/users";
    private const string Groups = "ocs/v2.php/cloud/groups";
    private readonly List<int> _made = [];

    protected string Group { get; private set; } = "";

    protected (string Id, string Password) Member { get; private set; }

    protected (string Id, string Password) Stranger { get; private set; }

    [OneTimeSetUp]
    public async Task MakePeople()
    {
        Group = Server.Unique("équipe ");
        (Member, Stranger) = (
            (Server.Unique("m"), "Un-mot-de-passe-27"),
            (Server.Unique("s"), "Un-mot-de-passe-27")
        );
        await Server.Form("POST", Groups, ("groupid", Group));
        await Server.Form(
            "POST",
            Users,
            ("userid", Member.Id),
            ("password", Member.Password),
            ("groups[]", Group)
        );
        await Server.Form("POST", Users, ("userid", Stranger.Id), ("password", Stranger.Password));
        await Server.Form("POST", $"{Users}/{Server.Admin}/groups", ("groupid", Group));
        (Member, Stranger) = (await WithAppPassword(Member), await WithAppPassword(Stranger));
    }

    /// <summary>A real server spends 200 ms on a real password with each request, and 25 on one for an app.</summary>
    private async Task<(string Id, string Password)> WithAppPassword((string Id, string Password) who)
    {
        var answer = await Server.SendAs(who, "GET", "ocs/v2.php/core/getapppassword");
        return (who.Id, answer.OcsData.GetProperty("apppassword").GetString()!);
    }

    [OneTimeTearDown]
    public async Task RemovePeople()
    {
        await Server.Send("DELETE", $"{Users}/{Member.Id}");
        await Server.Send("DELETE", $"{Users}/{Stranger.Id}");
        await Server.Send("DELETE", $"{Groups}/{Uri.EscapeDataString(Group)}");
    }

    [TearDown]
    public async Task RemoveFolders()
    {
        foreach (var id in _made)
            await Server.Send("DELETE", $"{Api}/{id}");
        _made.Clear();
    }

    protected async Task<int> Make(string name)
    {
        var answer = await Server.Form("POST", Api, ("mountpoint", name));
        Assert.That((answer.Status, answer.OcsCode), Is.EqualTo((200, 100)));
        var id = answer.OcsData.GetProperty("id").GetInt32();
        _made.Add(id);
        return id;
    }

    /// <summary>A folder that the group has with these permissions.</summary>
    protected async Task<int> MakeFor(string name, int permissions = 31)
    {
        var id = await Make(name);
        await Attach(id);
        await Permit(id, permissions);
        return id;
    }

    protected Task<Answer> Attach(int id) => Server.Form("POST", $"{Api}/{id}/groups", ("group", Group));

    protected Task<Answer> Permit(int id, int permissions) =>
        Server.Form(
            "POST",
            $"{Api}/{id}/groups/{Uri.EscapeDataString(Group)}",
            ("permissions", $"{permissions}")
        );

    protected async Task<JsonElement> Folder(int id) => (await Server.Send("GET", $"{Api}/{id}")).OcsData;

    protected Task<Answer> As(
        (string Id, string Password) who,
        string verb,
        string path,
        string? body = null
    ) => Server.SendAs(who, verb, $"remote.php/dav/files/{who.Id}/{path}", body, ("Depth", "0"));
}
