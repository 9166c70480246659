using System.Globalization;
using System.Net;
using Connector.Domain;
using Connector.Jobs;
using Connector.Nextcloud;
using Connector.TerritoryFiles;

namespace Connector.Service;

/// <summary>Turns what was written into what the service goes by; reports what cannot be.</summary>
internal sealed class ServiceResolver(
    ServiceDraft draft,
    ServiceEnvironment said,
    string path,
    ProblemList problems,
    bool onlyDatabase
)
{
    private const int ShortestSecret = 16;

    private readonly string _folder = Path.GetDirectoryName(Path.GetFullPath(path))!;

    /// <param name="withoutFile">Whether the environment is all there is.</param>
    public ServiceConfiguration Resolve(bool withoutFile)
    {
        var (workers, listen) = (Workers(), Listen());
        var (database, protection) = (Database(), onlyDatabase ? null : Protection());
        var vault = onlyDatabase ? null : new SignInVault(database.Folder, protection);
        return new ServiceConfiguration
        {
            Path = withoutFile ? null : Path.GetFullPath(path),
            Listen = listen,
            Language =
                Choice(ServiceRecord.Languages, "CONNECTOR_LANGUAGE", said.Language)
                ?? draft.Language
                ?? Language.French,
            JsonLog = Choice(ServiceRecord.Logs, "CONNECTOR_LOG", said.Log) ?? draft.JsonLog ?? false,
            Database = database,
            Workers = workers,
            WorkersPerServer = Math.Min(workers, draft.WorkersPerServer ?? Math.Max(1, workers / 2)),
            Jitter = TimeSpan.FromSeconds(draft.Jitter ?? 120),
            Heartbeat = TimeSpan.FromSeconds(draft.Heartbeat ?? 5),
            Retention = new Retention
            {
                Jobs = TimeSpan.FromDays(draft.KeepDays ?? 400),
                Quiet = TimeSpan.FromDays(draft.KeepQuietDays ?? 1),
            },
            Web = new WebResolver(draft, said, listen, problems, Secret, !onlyDatabase).Resolve(),
            WebhookSecret = onlyDatabase ? null : WebhookSecret(),
            Protection = protection,
            Territories = new TerritoryEntries(draft, said, _folder, problems, vault).Resolve(),
        };
    }

    private IPEndPoint Listen()
    {
        var (written, place) = Said("CONNECTOR_LISTEN", said.Listen, draft.Listen);
        if (written is null)
        {
            return new IPEndPoint(IPAddress.Loopback, 8420);
        }

        var address = written.Replace("localhost", "127.0.0.1", StringComparison.OrdinalIgnoreCase);
        address = address.All(char.IsAsciiDigit)
            ? $"127.0.0.1:{address}"
            : address.Replace("*:", "0.0.0.0:", StringComparison.Ordinal);
        if (IPEndPoint.TryParse(address, out var point) && address.Contains(':', StringComparison.Ordinal))
        {
            return point;
        }

        problems.Add(
            "bad-address",
            place,
            new Text(
                $"« {written} » n'est pas une adresse d'écoute.",
                $"'{written}' is not an address to listen on."
            ),
            new Text(
                "Écrivez 127.0.0.1:8420, ou 0.0.0.0:8420 derrière un serveur mandataire.",
                "Write 127.0.0.1:8420, or 0.0.0.0:8420 behind a reverse proxy."
            )
        );
        return new IPEndPoint(IPAddress.Loopback, 8420);
    }

    private int Workers()
    {
        if (said.Workers is not { } written)
        {
            return draft.Workers ?? 4;
        }

        if (
            int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var workers)
            && workers is >= 1 and <= 64
        )
        {
            return workers;
        }

        problems.Add(
            "bad-number",
            Variable("CONNECTOR_WORKERS"),
            new Text(
                $"« {written} » n'est pas un nombre entre 1 et 64.",
                $"'{written}' is not a number between 1 and 64."
            ),
            new Text("Écrivez par exemple 4.", "Write for instance 4.")
        );
        return 4;
    }

    private ServiceDatabase Database()
    {
        var folder = Path.GetFullPath(Path.Combine(_folder, said.Data ?? draft.Data ?? ".connector"));
        var (written, place) = Said("CONNECTOR_POSTGRESQL", said.Postgres, draft.Postgres);
        if (written is null)
        {
            return new ServiceDatabase { Folder = folder };
        }

        var password = said.PostgresPassword ?? Secret(draft.PostgresPassword);
        try
        {
            var complete = ServiceDatabase.Complete(written, password);
            if (written.Contains("password", StringComparison.OrdinalIgnoreCase))
            {
                problems.Add("password-in-file", place, PasswordWritten, PasswordApart);
            }

            return new ServiceDatabase { Folder = folder, Postgres = complete };
        }
        catch (ArgumentException)
        {
            problems.Add("bad-connection", place, BadConnection, GoodConnection);
            return new ServiceDatabase { Folder = folder };
        }
    }

    private string? WebhookSecret()
    {
        var secret = said.WebhookSecret ?? Secret(draft.WebhookSecret);
        if (secret is { Length: < ShortestSecret })
        {
            problems.Add(
                "short-secret",
                draft.WebhookSecret?.Place ?? Variable("CONNECTOR_WEBHOOK_SECRET"),
                new Text("Le secret des webhooks est trop court.", "The secret of webhooks is too short."),
                new Text(
                    $"Prenez-en un de {ShortestSecret} caractères au moins : openssl rand -hex 32.",
                    $"Take one of at least {ShortestSecret} characters: openssl rand -hex 32."
                )
            );
        }

        return secret;
    }

    private ProtectionSecret? Protection()
    {
        var lines = said.Protection?.Split('\n') ?? Lines(draft.Protection);
        var keys = lines?.Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        if (keys is null)
        {
            return null;
        }

        if (keys.Count > 0 && keys.TrueForAll(key => key.Length >= ProtectionSecret.Shortest))
        {
            return new ProtectionSecret(keys);
        }

        problems.Add(
            "short-secret",
            draft.Protection?.Place ?? Variable("CONNECTOR_PROTECTION_KEY"),
            new Text("La clé de protection est trop courte.", "The protection key is too short."),
            new Text(
                $"Chaque ligne en a {ProtectionSecret.Shortest} caractères au moins : openssl rand -hex 32.",
                $"Each of its lines has {ProtectionSecret.Shortest} characters or more: openssl rand -hex 32."
            )
        );
        return null;
    }

    /// <summary>The first line of the file that holds a secret.</summary>
    private string? Secret(Located<string>? file) =>
        Lines(file) is { } lines ? lines.FirstOrDefault()?.Trim() ?? "" : null;

    private string[]? Lines(Located<string>? file)
    {
        if (file is null)
        {
            return null;
        }

        try
        {
            return File.ReadAllLines(Path.Combine(_folder, file.Value));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(
                "secret-unreadable",
                file.Place,
                new Text(
                    $"Le fichier de secret « {file.Value} » ne peut pas être lu.",
                    $"The file of the secret '{file.Value}' cannot be read."
                ),
                new Text("Vérifiez son nom et ses droits.", "Check its name and its rights.")
            );
            return null;
        }
    }

    private T? Choice<T>(TerritoryFiles.Shapes.ChoiceShape<T> shape, string variable, string? written)
        where T : struct
    {
        if (written is null)
        {
            return null;
        }

        if (shape.TryFind(written, out var value))
        {
            return value;
        }

        problems.Add(
            "unknown-value",
            Variable(variable),
            new Text(
                $"« {written} » n'est pas une valeur possible ici.",
                $"'{written}' is not a possible value here."
            ),
            shape.Advice(written)
        );
        return null;
    }

    private static (string? Written, SourcePlace Place) Said(
        string variable,
        string? value,
        Located<string>? written
    ) => value is null ? (written?.Value, written?.Place ?? default) : (value, Variable(variable));

    internal static SourcePlace Variable(string name) => new($"${name}", 0, 0);

    private static readonly Text PasswordWritten = new(
        "Un mot de passe est écrit dans l'adresse de la base.",
        "A password is written in the database's address."
    );

    private static readonly Text PasswordApart = new(
        "Retirez-le et donnez-le par « mot-de-passe-postgresql » (un fichier) ou CONNECTOR_POSTGRESQL_PASSWORD.",
        "Take it out and give it through 'mot-de-passe-postgresql' (a file) or CONNECTOR_POSTGRESQL_PASSWORD."
    );

    private static readonly Text BadConnection = new(
        "L'adresse de la base PostgreSQL ne se lit pas.",
        "The address of the PostgreSQL database cannot be read."
    );

    private static readonly Text GoodConnection = new(
        "Écrivez par exemple « Host=db.exemple.fr;Database=connector;Username=connector ».",
        "Write for instance 'Host=db.example.org;Database=connector;Username=connector'."
    );
}
