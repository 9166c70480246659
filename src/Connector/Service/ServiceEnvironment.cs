namespace Connector.Service;

/// <summary>What the environment says of the service. The names stand in <see cref="ServiceRecord"/> too, for the reader.</summary>
internal sealed class ServiceEnvironment(Func<string, string?> variables)
{
    public Func<string, string?> Variables { get; } = variables;

    public string? Listen => Get("CONNECTOR_LISTEN");

    public string? Address => Get("CONNECTOR_ADDRESS");

    public string? Language => Get("CONNECTOR_LANGUAGE");

    public string? Log => Get("CONNECTOR_LOG");

    public string? Data => Get("CONNECTOR_DATA");

    public string? Postgres => Get("CONNECTOR_POSTGRESQL");

    public string? PostgresPassword => Get("CONNECTOR_POSTGRESQL_PASSWORD");

    public string? WebhookSecret => Get("CONNECTOR_WEBHOOK_SECRET");

    public string? Protection => Get("CONNECTOR_PROTECTION_KEY");

    public string? Workers => Get("CONNECTOR_WORKERS");

    /// <summary>Territory files, separated as the paths of PATH are.</summary>
    public IReadOnlyList<string> Territories =>
        Get("CONNECTOR_TERRITORIES")
            ?.Split(
                Path.PathSeparator,
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        ?? [];

    private string? Get(string name) => Variables(name) is { Length: > 0 } value ? value : null;
}
