namespace Connector.DevServer.Files;

/// <summary>Types by extension, of what a workspace holds.</summary>
internal static class MimeTypes
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["txt"] = "text/plain",
        ["md"] = "text/markdown",
        ["csv"] = "text/csv",
        ["html"] = "text/html",
        ["ics"] = "text/calendar",
        ["vcf"] = "text/vcard",
        ["xml"] = "application/xml",
        ["json"] = "application/json",
        ["geojson"] = "application/json",
        ["yaml"] = "application/yaml",
        ["yml"] = "application/yaml",
        ["pdf"] = "application/pdf",
        ["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ["pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ["odt"] = "application/vnd.oasis.opendocument.text",
        ["ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        ["zip"] = "application/zip",
        ["png"] = "image/png",
        ["jpg"] = "image/jpeg",
        ["jpeg"] = "image/jpeg",
        ["gif"] = "image/gif",
        ["svg"] = "image/svg+xml",
    };

    public static string Of(string name) =>
        name.LastIndexOf('.') is var dot and > 0 && Known.TryGetValue(name[(dot + 1)..], out var type)
            ? type
            : "application/octet-stream";
}
