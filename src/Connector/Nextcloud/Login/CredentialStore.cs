using System.Text.Json;
using Connector.Domain;

namespace Connector.Nextcloud.Login;

/// <summary>An account, or why there is none.</summary>
internal sealed record CredentialLookup(NextcloudAccount? Account, Problem? Problem);

/// <summary>
/// Where sign-ins come from, in this order: the environment (<c>CONNECTOR_URL</c>, <c>CONNECTOR_USER</c>,
/// <c>CONNECTOR_PASSWORD</c>, <c>CONNECTOR_ADMIN_PASSWORD</c>); a folder of secrets named by
/// <c>CONNECTOR_SECRETS</c> (files <c>url</c>, <c>user</c>, <c>password</c>, <c>admin-password</c>); the file that
/// <c>connector login</c> writes, <c>$XDG_CONFIG_HOME/connector/credentials.json</c>, one entry per server, readable
/// by its owner alone. Never the command line, which every process of the machine can read.
/// </summary>
internal sealed class CredentialStore(Func<string, string?> environment)
{
    private const UnixFileMode OthersMayRead = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };

    /// <summary>The file that sign-ins are kept in.</summary>
    public string Path =>
        System.IO.Path.Combine(
            environment("XDG_CONFIG_HOME") is { Length: > 0 } config
                ? config
                : System.IO.Path.Combine(
                    environment("HOME") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
                    ".config"
                ),
            "connector",
            "credentials.json"
        );

    /// <summary>
    /// The account for <paramref name="server"/>; without a server, the one that the environment names or the only
    /// one in the file.
    /// </summary>
    public CredentialLookup Find(Uri? server)
    {
        var secrets = new SecretValues(environment);
        if (secrets.Problem is { } missing)
            return new CredentialLookup(null, missing);
        if (server is null && secrets.Url is { } url)
            Uri.TryCreate(url, UriKind.Absolute, out server);
        if (server is null ? secrets.Url is not null : !ServerAddress.IsUsable(server))
            return new CredentialLookup(null, CredentialProblems.BadAddress());
        if (server is not null)
            server = ServerAddress.Normalise(server);
        if (server is not null && secrets is { User: { } user, Password: { } password })
            return Found(
                new NextcloudAccount
                {
                    BaseUrl = server,
                    UserName = user,
                    AppPassword = password,
                },
                secrets
            );
        var (entries, problem) = Read();
        if (problem is not null)
            return new CredentialLookup(null, problem);
        if (server is null && entries.Count == 1)
            server = new Uri(entries.Keys.Single());
        if (server is null)
            return new CredentialLookup(
                null,
                entries.Count == 0 ? CredentialProblems.None() : CredentialProblems.Several(entries.Keys)
            );
        return entries.TryGetValue(server.AbsoluteUri, out var entry)
            ? Found(entry.Account(server), secrets)
            : new CredentialLookup(null, CredentialProblems.Unknown(server));
    }

    /// <summary>
    /// Keeps a sign-in, in place of an earlier one for the same server. The file appears whole or not at all, with
    /// mode 600 from its first byte. The real password is never kept. Null, or why it could not be done.
    /// </summary>
    public Problem? Save(NextcloudAccount account)
    {
        var (entries, problem) = Read();
        if (problem is not null)
            return problem;
        entries[account.BaseUrl.AbsoluteUri] = new StoredSignIn(
            account.UserName,
            account.UserId,
            account.AppPassword
        );
        Write(entries);
        return null;
    }

    /// <summary>Forgets the sign-in for a server. False when there was none.</summary>
    public bool Forget(Uri server)
    {
        var (entries, problem) = Read();
        if (problem is not null || !entries.Remove(ServerAddress.Normalise(server).AbsoluteUri))
            return false;
        Write(entries);
        return true;
    }

    private static CredentialLookup Found(NextcloudAccount account, SecretValues secrets) =>
        new(account with { RealPassword = secrets.AdminPassword }, null);

    private (Dictionary<string, StoredSignIn> Entries, Problem? Problem) Read()
    {
        if (!File.Exists(Path))
            return ([], null);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(Path) & OthersMayRead) != 0)
            return ([], CredentialProblems.ReadableByOthers(Path));
        try
        {
            var entries = JsonSerializer.Deserialize<Dictionary<string, StoredSignIn>>(
                File.ReadAllBytes(Path),
                Indented
            );
            return (entries ?? [], null);
        }
        catch (JsonException)
        {
            return ([], CredentialProblems.Unreadable(Path));
        }
    }

    private void Write(Dictionary<string, StoredSignIn> entries)
    {
        PrivateFile.Folder(System.IO.Path.GetDirectoryName(Path)!);
        PrivateFile.Replace(Path, JsonSerializer.SerializeToUtf8Bytes(entries, Indented));
    }

    /// <summary>One entry of the file.</summary>
    private sealed record StoredSignIn(string User, string? UserId, string AppPassword)
    {
        public NextcloudAccount Account(Uri server) =>
            new()
            {
                BaseUrl = server,
                UserName = User,
                UserId = UserId,
                AppPassword = AppPassword,
            };

        public override string ToString() => User;
    }
}
