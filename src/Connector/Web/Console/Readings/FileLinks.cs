using Connector.Nextcloud.Dav;

namespace Connector.Web.Console.Readings;

/// <summary>Addresses of files in the Files app of the territory's Nextcloud.</summary>
internal static class FileLinks
{
    /// <summary>The folder that has the file, with the file in view.</summary>
    /// <param name="reading">Whose server.</param>
    /// <param name="path">Of the file, from the root that everybody shares.</param>
    public static Uri ToFile(this NetworkReading reading, string path) =>
        new(
            reading.Server,
            $"index.php/apps/files/?dir={Uri.EscapeDataString($"/{DavPath.Parent(path)}")}&scrollto={Uri.EscapeDataString(path.Split('/')[^1])}"
        );

    /// <summary>What has a number on the server, wherever it is by now (<c>apps/files/appinfo/routes.php</c>, <c>/f/{fileid}</c>).</summary>
    public static Uri ToFile(this NetworkReading reading, long fileId) =>
        new(
            reading.Server,
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"index.php/f/{fileId}")
        );

    public static Uri ToFolder(this NetworkReading reading, string path) =>
        new(reading.Server, $"index.php/apps/files/?dir={Uri.EscapeDataString($"/{path}")}");
}
