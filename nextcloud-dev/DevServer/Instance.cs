using System.Security.Cryptography;
using Connector.DevServer.Storage;

namespace Connector.DevServer;

/// <summary>What the server says of itself. The id lasts as long as the data directory, for it is part of file ids.</summary>
internal sealed class Instance
{
    public const string Version = "27.1.11.3";
    public const string VersionString = "27.1.11";
    private const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";

    public Instance(Database database, DevServerOptions options)
    {
        Name = options.InstanceName;
        DataDirectory = options.DataDirectory;
        Forbidden = options.Forbidden;
        HasTeams = options.Teams;
        HasActivity = options.Activity;
        HasTalk = options.Talk;
        HasNotifications = options.Notifications;
        Convert = options.Convert;
        TellsOfTeamFolders = options.ActivityInTeamFolders;
        database.Define("CREATE TABLE IF NOT EXISTS instance(id TEXT PRIMARY KEY) WITHOUT ROWID;");
        Id = database.Write(s =>
        {
            if (s.Scalar<string>("SELECT id FROM instance") is { } known)
                return known;
            var id = "oc" + RandomNumberGenerator.GetString(Letters, 10);
            s.Execute("INSERT INTO instance(id) VALUES($1)", id);
            return id;
        });
    }

    /// <summary><c>oc</c> and ten letters or digits.</summary>
    public string Id { get; }

    public string Name { get; }

    public string DataDirectory { get; }

    public bool HasTeams { get; }

    public bool HasActivity { get; }

    public bool HasTalk { get; }

    public bool HasNotifications { get; }

    /// <summary>Null where nothing is converted.</summary>
    public Func<byte[], string, byte[]>? Convert { get; }

    /// <summary>Whether the app Activity tells people what others do in a team folder.</summary>
    public bool TellsOfTeamFolders { get; }

    /// <summary>An administrator may change it at any time.</summary>
    public ForbiddenNames Forbidden { get; set; }
}
