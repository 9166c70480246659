using System.Text.Json.Nodes;

namespace Connector.DevServer.Ocs;

/// <summary>What clients read to know what they can do here; only what this server can do.</summary>
internal static class ServerCapabilities
{
    public static JsonObject Write(Instance instance, bool signedIn)
    {
        var capabilities = new JsonObject
        {
            ["core"] = new JsonObject { ["pollinterval"] = 60, ["webdav-root"] = "remote.php/webdav" },
            ["bruteforce"] = new JsonObject { ["delay"] = 0, ["allow-listed"] = true },
            ["theming"] = new JsonObject { ["name"] = instance.Name, ["color"] = "#0082c9" },
        };
        if (!signedIn)
            return capabilities;
        capabilities["files"] = new JsonObject
        {
            ["bigfilechunking"] = true,
            ["blacklisted_files"] = new JsonArray(".htaccess"),
            ["comments"] = false,
            ["undelete"] = true,
            ["versioning"] = true,
            ["version_labeling"] = true,
            ["version_deletion"] = false,
        };
        if (instance.Convert is not null)
            capabilities["files"]!["file_conversions"] = new JsonArray([
                .. Files.ConversionEndpoints.Targets.Select(target => new JsonObject
                {
                    ["from"] = Files.ConversionEndpoints.Docx,
                    ["to"] = target.MediaType,
                    ["extension"] = target.Extension,
                    ["displayName"] = target.Extension.ToUpperInvariant(),
                }),
            ]);
        if (instance.Forbidden.Any)
            Add(capabilities["files"]!.AsObject(), instance.Forbidden);
        capabilities["dav"] = new JsonObject { ["chunking"] = "1.0", ["bulkupload"] = "1.0" };
        if (instance.HasActivity)
            capabilities["activity"] = new JsonObject
            {
                ["apiv2"] = new JsonArray("filters", "filters-api", "previews", "rich-strings"),
            };
        if (instance.HasTeams)
            capabilities["circles"] = new JsonObject { ["version"] = "27.0.1" };
        if (instance.HasTalk)
            capabilities["spreed"] = new JsonObject
            {
                ["features"] = new JsonArray(
                    "conversation-v4",
                    "chat-v2",
                    "chat-reference-id",
                    "markdown-messages"
                ),
                ["config"] = new JsonObject
                {
                    ["chat"] = new JsonObject { ["max-length"] = Talk.TalkEndpoints.LongestMessage },
                    ["conversations"] = new JsonObject { ["can-create"] = true },
                },
                ["version"] = "17.1.11",
            };
        if (instance.HasNotifications)
            capabilities["notifications"] = new JsonObject
            {
                ["ocs-endpoints"] = new JsonArray("list", "get", "delete", "delete-all"),
                ["admin-notifications"] = new JsonArray("ocs", "cli"),
            };
        capabilities["files_sharing"] = Sharing();
        capabilities["groupfolders"] = new JsonObject { ["hasGroupFolders"] = true };
        capabilities["provisioning_api"] = new JsonObject
        {
            ["version"] = "1.17.0",
            ["AccountPropertyScopesVersion"] = 2,
        };
        return capabilities;
    }

    private static void Add(JsonObject files, ForbiddenNames forbidden)
    {
        files["forbidden_filename_characters"] = List(["\\", "/", .. forbidden.Characters]);
        files["forbidden_filenames"] = List([".htaccess", .. forbidden.Names]);
        files["forbidden_filename_basenames"] = List(forbidden.BaseNames);
        files["forbidden_filename_extensions"] = List([".part", ".filepart", .. forbidden.Extensions]);
    }

    private static JsonArray List(IReadOnlyList<string> texts) =>
        new([.. texts.Select(text => JsonValue.Create(text))]);

    private static JsonObject Sharing() =>
        new()
        {
            ["api_enabled"] = true,
            ["public"] = new JsonObject
            {
                ["enabled"] = true,
                ["password"] = new JsonObject { ["enforced"] = false, ["askForOptionalPassword"] = false },
                ["expire_date"] = new JsonObject { ["enabled"] = false },
                ["multiple_links"] = true,
                ["upload"] = true,
            },
            ["resharing"] = true,
            ["group_sharing"] = true,
            ["default_permissions"] = 31,
        };
}
