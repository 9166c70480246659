using System.Globalization;
using System.Text.Json;
using Connector.Domain;
using Connector.Nextcloud.Http;

namespace Connector.Nextcloud.Ocs;

/// <summary>What <c>status.php</c> says, and the server's clock.</summary>
internal sealed record ServerStatus
{
    public required bool Installed { get; init; }

    public required bool Maintenance { get; init; }

    public required bool NeedsDbUpgrade { get; init; }

    /// <summary>Such as <c>27.1.11</c>.</summary>
    public required string Version { get; init; }

    public required string ProductName { get; init; }

    /// <summary>The answer's <c>Date</c>; null when a proxy took it away.</summary>
    public DateTimeOffset? Date { get; init; }
}

/// <summary>What the server can do (<c>/cloud/capabilities</c>).</summary>
internal sealed record ServerCapabilities
{
    /// <summary>Such as <c>27.1.11</c>.</summary>
    public required string Version { get; init; }

    public required int Major { get; init; }

    /// <summary>Whether <see cref="Dav.FilesClient.BulkUpload"/> works.</summary>
    public required bool BulkUpload { get; init; }

    /// <summary>Largest part of a chunked upload in bytes; null when the server does not tell.</summary>
    public long? MaxChunkSize { get; init; }

    /// <summary>Version of the Teams app (circles); null when it is off.</summary>
    public string? Circles { get; init; }

    /// <summary>Whether conversations can be held (app Talk).</summary>
    public bool HasTalk { get; init; }

    /// <summary>Whether administrators may send notifications (app Notifications).</summary>
    public bool HasAdminNotifications { get; init; }

    /// <summary>Whether the server mentions team folders; older versions of the app do not announce themselves.</summary>
    public bool AnnouncesTeamFolders { get; init; }

    /// <summary>Characters that a file name may not have (30 and later; older: backslash and slash).</summary>
    public IReadOnlyList<string> ForbiddenCharacters { get; init; } = ["\\", "/"];

    /// <summary>Names refused as a whole, whatever their case (30 and later).</summary>
    public IReadOnlyList<string> ForbiddenNames { get; init; } = [];

    /// <summary>Names refused whatever their extension, in lower case.</summary>
    public IReadOnlyList<string> ForbiddenBaseNames { get; init; } = [];

    /// <summary>Endings refused, in lower case.</summary>
    public IReadOnlyList<string> ForbiddenExtensions { get; init; } = [];

    /// <summary>From which media type to which a file can be converted (31 and later, where an app does it).</summary>
    public IReadOnlyList<(string From, string To)> Conversions { get; init; } = [];
}

/// <summary>The account that signs in.</summary>
internal sealed record CurrentAccount
{
    public required string Id { get; init; }

    public required string DisplayName { get; init; }

    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Groups that it may fill and empty (« group administrator », sub admin).</summary>
    public IReadOnlyList<string> Administers { get; init; } = [];

    public bool IsAdmin => Groups.Contains("admin", StringComparer.Ordinal);
}

/// <summary>Questions about the server itself.</summary>
internal sealed class ServerClient(OcsTransport ocs)
{
    private static readonly Text Asking = new("interroger le serveur", "question the server");

    public async Task<ServerStatus> Status(CancellationToken ct)
    {
        using var answer = await ocs.Api.Status(ct);
        try
        {
            using var json = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(ct));
            if (json.RootElement.Text("versionstring") is not { } version)
                throw NextcloudFaults.Malformed(ocs.BaseUrl);
            return new ServerStatus
            {
                Installed = json.RootElement.Flag("installed"),
                Maintenance = json.RootElement.Flag("maintenance"),
                NeedsDbUpgrade = json.RootElement.Flag("needsDbUpgrade"),
                Version = version,
                ProductName = json.RootElement.Text("productname") ?? "Nextcloud",
                Date = answer.Headers.Date,
            };
        }
        catch (JsonException e)
        {
            throw NextcloudFaults.Malformed(ocs.BaseUrl, e);
        }
    }

    public async Task<ServerCapabilities> Capabilities(CancellationToken ct)
    {
        var data = await ocs.Data(ocs.Api.Capabilities(ct), "core", Asking, ct);
        var all = data.Member("capabilities") ?? default;
        var files = all.Member("files") ?? default;
        var circles = all.Member("circles");
        return new ServerCapabilities
        {
            Version = data.Member("version")?.Text("string") ?? "",
            Major = (int)(data.Member("version")?.Number("major") ?? 0),
            BulkUpload = all.Member("dav")?.Text("bulkupload") is { Length: > 0 },
            MaxChunkSize = files.Member("chunked_upload")?.Number("max_size"),
            Circles = circles is { ValueKind: JsonValueKind.Object } c ? c.Text("version") ?? "" : null,
            HasTalk = all.Member("spreed") is { ValueKind: JsonValueKind.Object },
            HasAdminNotifications = Texts(all.Member("notifications") ?? default, "admin-notifications", [])
                .Contains("ocs", StringComparer.Ordinal),
            AnnouncesTeamFolders = all.Member("groupfolders") is not null,
            ForbiddenCharacters = Texts(files, "forbidden_filename_characters", ["\\", "/"]),
            ForbiddenNames = Texts(files, "forbidden_filenames", []),
            ForbiddenBaseNames = Texts(files, "forbidden_filename_basenames", []),
            ForbiddenExtensions = Texts(files, "forbidden_filename_extensions", []),
            Conversions =
            [
                .. files
                    .Member("file_conversions")
                    .Members()
                    .Select(pair => (pair.Value.Text("from") ?? "", pair.Value.Text("to") ?? "")),
            ],
        };
    }

    /// <summary>Who signs in: gives the user id behind an e-mail address used as sign-in name.</summary>
    public async Task<CurrentAccount> WhoAmI(CancellationToken ct)
    {
        var data = await ocs.Data(ocs.Api.CurrentUser(ct), "provisioning_api", Asking, ct);
        var id = data.Text("id") ?? throw NextcloudFaults.Malformed(ocs.BaseUrl);
        return new CurrentAccount
        {
            Id = id,
            DisplayName = data.Text("display-name") ?? data.Text("displayname") ?? id,
            Groups = Texts(data, "groups", []),
            Administers = Texts(data, "subadmin", []),
        };
    }

    /// <summary>Version of an enabled app; null when it is not enabled, or when only administrators may ask.</summary>
    public async Task<string?> AppVersion(string app, CancellationToken ct)
    {
        var answer = await ocs.Read(ocs.Api.App(app, ct), ct);
        return answer.IsDone ? answer.Data.Text("version") : null;
    }

    /// <summary>A number from an app's settings; null when unset, or when only administrators may ask.</summary>
    public async Task<long?> AppSetting(string app, string key, CancellationToken ct)
    {
        var answer = await ocs.Read(ocs.Api.AppConfig(app, key, ct), ct);
        var text = answer.IsDone ? answer.Data.Text("data") : null;
        return long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) ? n : null;
    }

    /// <summary>
    /// What is told to other programs of what happens on the server (30 and later, app webhook_listeners):
    /// <c>[{"id":1,"event":"OCP\Calendar\Events\CalendarObjectUpdatedEvent","uri":"https://…","httpMethod":"POST"}]</c>
    /// </summary>
    public async Task<IReadOnlyList<RegisteredWebhook>> Webhooks(CancellationToken ct)
    {
        var data = await ocs.Data(ocs.Api.Webhooks(ct), "webhook_listeners", Asking, ct);
        return
        [
            .. ((JsonElement?)data)
                .Members()
                .Select(hook => new RegisteredWebhook(
                    hook.Value.Text("event") ?? "",
                    hook.Value.Text("uri") ?? ""
                )),
        ];
    }

    private static IReadOnlyList<string> Texts(
        JsonElement json,
        string name,
        IReadOnlyList<string> otherwise
    ) =>
        json.Member(name) is { ValueKind: JsonValueKind.Array or JsonValueKind.Object } list
            ? [.. ((JsonElement?)list).Members().Select(e => e.Value.AsText()).OfType<string>()]
            : otherwise;
}
