using Connector.Domain;
using Connector.Jobs;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Records;
using Connector.TerritoryFiles.Shapes;

namespace Connector.Service;

/// <summary>One entry of « territoires »: the keys of one.</summary>
internal static class TerritoryEntryRecord
{
    private static readonly Key<Located<string>> Id = new(
        "id",
        new LocatedShape<string>(Identifiers.Plain),
        new Text(
            "nom court du territoire pour les tâches : lettres, chiffres, tirets.",
            "short name of the territory for jobs: letters, digits, hyphens."
        )
    )
    {
        IsRequired = true,
    };

    private static readonly Key<Located<string>> File = new(
        "fichier",
        new LocatedShape<string>(TextShape.Line),
        new Text("son fichier territoire.yaml.", "its file territoire.yaml.")
    )
    {
        IsRequired = true,
        Aliases = ["file"],
    };

    private static readonly Key<Located<string>> Server = new(
        "serveur",
        new LocatedShape<string>(TextShape.Line),
        new Text(
            "adresse de son Nextcloud ; par défaut celle que dit le fichier du territoire.",
            "address of its Nextcloud; default what the territory file says."
        )
    )
    {
        Aliases = ["server"],
    };

    private static readonly Key<Located<string>> Secrets = new(
        "secrets",
        new LocatedShape<string>(TextShape.Line),
        new Text(
            "dossier des fichiers user, password et, s'il le faut, admin-password.",
            "folder of the files user, password and, where needed, admin-password."
        )
    );

    private static readonly Key<Located<string>> Environment = new(
        "environnement",
        new LocatedShape<string>(TextShape.Name),
        new Text(
            "début des variables d'environnement : AIX pour AIX_USER, AIX_PASSWORD, AIX_ADMIN_PASSWORD.",
            "beginning of the environment variables: AIX for AIX_USER, AIX_PASSWORD, AIX_ADMIN_PASSWORD."
        )
    )
    {
        Aliases = ["environment"],
    };

    private static readonly Key<string> Ledger = new(
        "registre",
        TextShape.Line,
        new Text(
            "fichier de son registre ; .connector/ledger.db à côté de son fichier par défaut.",
            "file of its ledger; default .connector/ledger.db beside its file."
        )
    )
    {
        Aliases = ["ledger"],
    };

    public static readonly RecordShape<TerritoryEntry> Shape = new(
        new Text("territoire", "territory"),
        () => [Id, File, Server, Secrets, Environment, Ledger, ServiceRecord.Schedules],
        record => new TerritoryEntry
        {
            Id = record.Get(Id, new Located<string>("", record.Place)),
            File = record.Find(File),
            Server = record.Find(Server),
            Secrets = record.Find(Secrets),
            Environment = record.Find(Environment),
            Ledger = record.Find(Ledger),
            Schedules = record.Get(ServiceRecord.Schedules, new Dictionary<JobKind, Schedule>()),
        }
    );
}

/// <summary>A territory as written in <c>connector.yaml</c>.</summary>
internal sealed record TerritoryEntry
{
    public required Located<string> Id { get; init; }

    public required Located<string>? File { get; init; }

    public required Located<string>? Server { get; init; }

    public required Located<string>? Secrets { get; init; }

    public required Located<string>? Environment { get; init; }

    public required string? Ledger { get; init; }

    public required IReadOnlyDictionary<JobKind, Schedule> Schedules { get; init; }
}

/// <summary><c>connector.yaml</c> as written.</summary>
internal sealed record ServiceDraft
{
    public Located<string>? Listen { get; init; }

    public Language? Language { get; init; }

    public bool? JsonLog { get; init; }

    public string? Data { get; init; }

    public Located<string>? Postgres { get; init; }

    public Located<string>? PostgresPassword { get; init; }

    public Located<string>? WebhookSecret { get; init; }

    public Located<string>? Address { get; init; }

    public IReadOnlyList<Located<string>> Proxies { get; init; } = [];

    public IReadOnlyList<SignInEntry> SignIns { get; init; } = [];

    public Located<string>? Protection { get; init; }

    public int? Workers { get; init; }

    public int? WorkersPerServer { get; init; }

    public int? Jitter { get; init; }

    public int? Heartbeat { get; init; }

    public int? KeepDays { get; init; }

    public int? KeepQuietDays { get; init; }

    public IReadOnlyDictionary<JobKind, Schedule> Schedules { get; init; } =
        new Dictionary<JobKind, Schedule>();

    public IReadOnlyList<TerritoryEntry> Territories { get; init; } = [];
}
