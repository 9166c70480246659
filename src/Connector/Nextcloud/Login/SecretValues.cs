using Connector.Domain;

namespace Connector.Nextcloud.Login;

/// <summary>What the environment and the folder of secrets give; the environment wins, value by value.</summary>
internal sealed class SecretValues
{
    public SecretValues(Func<string, string?> environment)
    {
        var folder = environment("CONNECTOR_SECRETS") is { Length: > 0 } named ? named : null;
        if (folder is not null && !Directory.Exists(folder))
            Problem = CredentialProblems.NoSecretsFolder(folder);
        Url = Value(environment("CONNECTOR_URL"), folder, "url");
        User = Value(environment("CONNECTOR_USER"), folder, "user");
        Password = Value(environment("CONNECTOR_PASSWORD"), folder, "password");
        AdminPassword = Value(environment("CONNECTOR_ADMIN_PASSWORD"), folder, "admin-password");
    }

    public string? Url { get; }

    public string? User { get; }

    public string? Password { get; }

    public string? AdminPassword { get; }

    public Problem? Problem { get; }

    /// <summary>A file made with an editor or <c>echo</c> ends with a line break that is no part of the secret.</summary>
    private static string? Value(string? fromEnvironment, string? folder, string file)
    {
        if (!string.IsNullOrEmpty(fromEnvironment))
            return fromEnvironment;
        if (folder is null || System.IO.Path.Combine(folder, file) is var path && !File.Exists(path))
            return null;
        return File.ReadAllText(path).TrimEnd('\r', '\n') is { Length: > 0 } text ? text : null;
    }
}
