using Connector.Domain;
using Connector.Jobs;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Shapes;

namespace Connector.Service;

/// <summary>The keys of <c>connector.yaml</c>.</summary>
internal static class ServiceRecord
{
    public static readonly Key<Located<string>> Listen = new(
        "écoute",
        new LocatedShape<string>(TextShape.Name),
        new Text(
            "adresse et port du service ; 127.0.0.1:8420 par défaut (CONNECTOR_LISTEN).",
            "address and port of the service; default 127.0.0.1:8420 (CONNECTOR_LISTEN)."
        )
    )
    {
        Aliases = ["listen"],
    };

    public static readonly ChoiceShape<Language> Languages = new(
        (Domain.Language.French, ["fr", "français"]),
        (Domain.Language.English, ["en", "english", "anglais"])
    );

    public static readonly Key<Language> Language = new(
        "langue",
        Languages,
        new Text(
            "langue du journal : fr (par défaut) ou en (CONNECTOR_LANGUAGE).",
            "language of the log: fr (default) or en (CONNECTOR_LANGUAGE)."
        )
    )
    {
        Aliases = ["language"],
    };

    public static readonly ChoiceShape<bool> Logs = new((false, ["texte", "text"]), (true, ["json"]));

    public static readonly Key<bool> Log = new(
        "journal",
        Logs,
        new Text(
            "forme du journal : texte (par défaut) ou json (CONNECTOR_LOG).",
            "form of the log: texte (text, the default) or json (CONNECTOR_LOG)."
        )
    )
    {
        Aliases = ["log"],
    };

    public static readonly Key<string> Data = new(
        "données",
        TextShape.Line,
        new Text(
            "dossier des bases de données du service ; .connector à côté de ce fichier par défaut (CONNECTOR_DATA).",
            "folder of the service's databases; default .connector beside this file (CONNECTOR_DATA)."
        )
    )
    {
        Aliases = ["data"],
    };

    public static readonly Key<Located<string>> Postgres = new(
        "postgresql",
        new LocatedShape<string>(TextShape.Line),
        new Text(
            "base PostgreSQL, pour plusieurs nœuds : « Host=…;Database=…;Username=… », sans mot de passe (CONNECTOR_POSTGRESQL).",
            "PostgreSQL database, for several nodes: 'Host=…;Database=…;Username=…', without password (CONNECTOR_POSTGRESQL)."
        )
    );

    public static readonly Key<Located<string>> PostgresPassword = new(
        "mot-de-passe-postgresql",
        new LocatedShape<string>(TextShape.Line),
        new Text(
            "fichier qui contient le mot de passe de PostgreSQL (CONNECTOR_POSTGRESQL_PASSWORD pour le mot de passe lui-même).",
            "file that holds the password of PostgreSQL (CONNECTOR_POSTGRESQL_PASSWORD for the password itself)."
        )
    )
    {
        Aliases = ["postgresql-password"],
    };

    public static readonly Key<Located<string>> WebhookSecret = new(
        "secret-webhook",
        new LocatedShape<string>(TextShape.Line),
        new Text(
            "fichier qui contient le secret des webhooks, 16 caractères au moins ; sans lui cette porte est fermée (CONNECTOR_WEBHOOK_SECRET pour le secret lui-même).",
            "file that holds the secret of webhooks, at least 16 characters; without it that door is shut (CONNECTOR_WEBHOOK_SECRET for the secret itself)."
        )
    )
    {
        Aliases = ["webhook-secret"],
    };

    public static readonly Key<int> Workers = new(
        "tâches-simultanées",
        new NumberShape(1, 64),
        new Text(
            "tâches en même temps sur cette machine ; 4 par défaut (CONNECTOR_WORKERS).",
            "jobs at the same time on this machine; default 4 (CONNECTOR_WORKERS)."
        )
    )
    {
        Aliases = ["workers"],
    };

    public static readonly Key<int> WorkersPerServer = new(
        "tâches-par-serveur",
        new NumberShape(1, 64),
        new Text(
            "tâches en même temps sur un même Nextcloud ; la moitié des précédentes par défaut.",
            "jobs at the same time on one Nextcloud; default half of the former."
        )
    )
    {
        Aliases = ["workers-per-server"],
    };

    public static readonly Key<int> Jitter = new(
        "décalage",
        new NumberShape(0, 3600),
        new Text(
            "secondes sur lesquelles s'étalent les tâches d'une même heure ; 120 par défaut.",
            "seconds over which jobs of the same hour are spread; default 120."
        )
    )
    {
        Aliases = ["jitter"],
    };

    public static readonly Key<int> Heartbeat = new(
        "battement",
        new NumberShape(1, 20),
        new Text(
            "secondes entre deux signes de vie d'un nœud ; 5 par défaut. Un nœud mort est remplacé après trois fois ce temps.",
            "seconds between two signs of life of a node; default 5. A node that died is replaced after three times this."
        )
    )
    {
        Aliases = ["heartbeat"],
    };

    public static readonly Key<int> KeepDays = new(
        "conserver-jours",
        new NumberShape(7, 36_500),
        new Text(
            "jours pendant lesquels tâches et étapes sont conservées ; 400 par défaut.",
            "days for which jobs and steps are kept; default 400."
        )
    )
    {
        Aliases = ["keep-days"],
    };

    public static readonly Key<int> KeepQuietDays = new(
        "conserver-sans-changement-jours",
        new NumberShape(1, 36_500),
        new Text(
            "jours pendant lesquels les tâches planifiées qui n'ont rien changé sont conservées ; 1 par défaut.",
            "days for which scheduled jobs that changed nothing are kept; default 1."
        )
    )
    {
        Aliases = ["keep-quiet-days"],
    };

    public static readonly Key<IReadOnlyDictionary<JobKind, Schedule>> Schedules = new(
        "horaires",
        new SchedulesShape(),
        new Text(
            "quand chaque tâche est faite : provision, documents, agenda, annuaire, annonces, preuve, conservation.",
            "when each job is done: provision, documents, agenda (calendar), annuaire (directory), annonces (announcements), preuve (proof), conservation (retention)."
        )
    )
    {
        Aliases = ["schedules"],
    };

    public static readonly Key<IReadOnlyList<TerritoryEntry>> Territories = new(
        "territoires",
        new ListShape<TerritoryEntry>(TerritoryEntryRecord.Shape, allowSingle: false),
        new Text("les territoires à tenir en ordre.", "the territories to keep in order.")
    )
    {
        IsRequired = true,
        Aliases = ["territories"],
    };

    public static readonly RecordShape<ServiceDraft> Shape = new(
        new Text("service", "service"),
        () =>
            [
                Listen,
                Language,
                Log,
                Data,
                Postgres,
                PostgresPassword,
                WebhookSecret,
                WebKeys.Address,
                WebKeys.Proxies,
                WebKeys.SignIns,
                WebKeys.Protection,
                Workers,
                WorkersPerServer,
                Jitter,
                Heartbeat,
                KeepDays,
                KeepQuietDays,
                Schedules,
                Territories,
            ],
        Build
    );

    private static ServiceDraft Build(RecordReader record) =>
        new()
        {
            Listen = record.Find(Listen),
            Language = record.FindValue(Language),
            JsonLog = record.FindValue(Log),
            Data = record.Find(Data),
            Postgres = record.Find(Postgres),
            PostgresPassword = record.Find(PostgresPassword),
            WebhookSecret = record.Find(WebhookSecret),
            Address = record.Find(WebKeys.Address),
            Proxies = record.Get(WebKeys.Proxies, []),
            SignIns = record.Get(WebKeys.SignIns, []),
            Protection = record.Find(WebKeys.Protection),
            Workers = record.FindValue(Workers),
            WorkersPerServer = record.FindValue(WorkersPerServer),
            Jitter = record.FindValue(Jitter),
            Heartbeat = record.FindValue(Heartbeat),
            KeepDays = record.FindValue(KeepDays),
            KeepQuietDays = record.FindValue(KeepQuietDays),
            Schedules = record.Get(Schedules, new Dictionary<JobKind, Schedule>()),
            Territories = record.Get(Territories, []),
        };
}
