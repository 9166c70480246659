using System.Net;
using Connector.Domain;
using Connector.Jobs;

namespace Connector.Service;

/// <summary>What <c>connector serve</c> goes by: <c>connector.yaml</c>, and the environment, which wins.</summary>
internal sealed record ServiceConfiguration
{
    /// <summary>Where the file is; null when everything comes from the environment.</summary>
    public string? Path { get; init; }

    /// <summary>Address and port of the web server. Default 127.0.0.1:8420; 0 is any free port.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 8420);

    /// <summary>Language of the log. Default French.</summary>
    public Language Language { get; init; } = Language.French;

    /// <summary>Whether the log is one JSON object a line. Default: sentences.</summary>
    public bool JsonLog { get; init; }

    public required ServiceDatabase Database { get; init; }

    /// <summary>Jobs at the same time on this node, 1 to 64. Default 4.</summary>
    public int Workers { get; init; } = 4;

    /// <summary>
    /// Jobs at the same time on one Nextcloud and this node. Default half of <see cref="Workers"/>, at least one: a server
    /// that hangs never holds all of them.
    /// </summary>
    public int WorkersPerServer { get; init; } = 2;

    /// <summary>Jobs of a cron expression start up to this much later, each territory by its own delay. Default 2 minutes.</summary>
    public TimeSpan Jitter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How often each node of several says that it is alive, 1 to 20 seconds. Default 5: one that died is replaced after three
    /// times this.
    /// </summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(5);

    public Retention Retention { get; init; } = new();

    /// <summary>The secret that webhooks are signed with; null closes that door.</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>What the keys of sessions are encrypted with; null leaves them as they are.</summary>
    public ProtectionSecret? Protection { get; init; }

    /// <summary>How people reach it and sign in.</summary>
    public WebSettings Web { get; init; } = new();

    public required IReadOnlyList<ServiceTerritory> Territories { get; init; }

    /// <summary>How many territories, in words.</summary>
    public Text Count =>
        Territories.Count == 1
            ? new Text("1 territoire", "1 territory")
            : new Text($"{Territories.Count} territoires", $"{Territories.Count} territories");

    public ServiceTerritory? Find(string id) => Territories.FirstOrDefault(territory => territory.Id == id);
}

/// <summary>How long things are kept.</summary>
internal sealed record Retention
{
    /// <summary>Jobs, and the ledger's runs and finished steps. Default 400 days, at least 7.</summary>
    public TimeSpan Jobs { get; init; } = TimeSpan.FromDays(400);

    /// <summary>Scheduled jobs that found nothing to do. Default one day.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromDays(1);
}

/// <summary>One territory that the service keeps in order.</summary>
internal sealed record ServiceTerritory
{
    /// <summary>How jobs name it; unique.</summary>
    public required string Id { get; init; }

    /// <summary>Its <c>territoire.yaml</c>, an absolute path.</summary>
    public required string File { get; init; }

    /// <summary>Where in the configuration it is named.</summary>
    public SourcePlace? Place { get; init; }

    /// <summary>Null: the address that the territory file says.</summary>
    public Uri? Server { get; init; }

    /// <summary>A folder with the files <c>user</c>, <c>password</c> and, where needed, <c>admin-password</c>.</summary>
    public string? SecretsFolder { get; init; }

    /// <summary>Opens what that folder holds encrypted; null where nothing is.</summary>
    public SignInVault? Vault { get; init; }

    /// <summary>Begins the names of the variables, such as <c>AIX</c> for <c>AIX_USER</c> and <c>AIX_PASSWORD</c>.</summary>
    public string? SecretsPrefix { get; init; }

    /// <summary>The ledger's file; not used where ledgers are in PostgreSQL.</summary>
    public required string Ledger { get; init; }

    public required IReadOnlyDictionary<JobKind, Schedule> Schedules { get; init; }

    /// <summary>The environment as this territory's sign-in is looked for in it.</summary>
    public Func<string, string?> Environment(Func<string, string?> process) =>
        (SecretsFolder, SecretsPrefix) switch
        {
            ({ } folder, _) => name =>
                name == "CONNECTOR_SECRETS" ? folder
                : name == "CONNECTOR_PASSWORD" ? Vault?.Open(folder)
                : IsSecret(name) ? null
                : process(name),
            (_, { } prefix) => name =>
                name == "CONNECTOR_SECRETS" ? null
                : IsSecret(name) ? process($"{prefix}_{name["CONNECTOR_".Length..]}")
                : process(name),
            _ => process,
        };

    private static bool IsSecret(string name) =>
        name is "CONNECTOR_URL" or "CONNECTOR_USER" or "CONNECTOR_PASSWORD" or "CONNECTOR_ADMIN_PASSWORD";
}
