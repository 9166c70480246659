using System.Security.Cryptography;

namespace Connector.Web.Console;

/// <summary>The console's own style, script and picture: from the program itself, kept by browsers until they change.</summary>
internal static class ConsoleFiles
{
    private static readonly byte[] Style = Read("console.css");
    private static readonly byte[] Script = Read("console.js");
    private static readonly byte[] Icon = Read("console.svg");

    /// <summary>Another one when a file is another one.</summary>
    public static readonly string Version = Convert.ToHexStringLower(
        SHA256.HashData([.. Style, .. Script, .. Icon])
    )[..10];

    public static void Map(WebApplication app)
    {
        Map(app, "/console.css", Style, "text/css; charset=utf-8");
        Map(app, "/console.js", Script, "text/javascript; charset=utf-8");
        Map(app, "/console.svg", Icon, "image/svg+xml");
        // Browsers ask for it unasked.
        app.MapGet("/favicon.ico", () => Results.NoContent());
    }

    private static void Map(WebApplication app, string path, byte[] bytes, string type) =>
        app.MapGet(
            path,
            (HttpContext http) =>
            {
                http.Response.Headers.CacheControl = "public, max-age=604800";
                return Results.Bytes(bytes, type);
            }
        );

    private static byte[] Read(string name)
    {
        using var from = typeof(ConsoleFiles).Assembly.GetManifestResourceStream($"Connector.Web.{name}")!;
        using var all = new MemoryStream();
        from.CopyTo(all);
        return all.ToArray();
    }
}
