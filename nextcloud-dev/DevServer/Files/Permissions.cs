using System.Text;

namespace Connector.DevServer.Files;

/// <summary>The bits of <c>lib/public/Constants.php</c>.</summary>
internal static class Permissions
{
    public const int Read = 1;
    public const int Update = 2;
    public const int Create = 4;
    public const int Delete = 8;
    public const int Share = 16;
    public const int All = 31;

    public static bool Has(this int permissions, int wanted) => (permissions & wanted) == wanted;

    /// <summary>The letters of <c>oc:permissions</c> (<c>lib/public/Files/DavUtil.php</c>).</summary>
    public static string Letters(Entry entry)
    {
        var shown = entry.ShownPermissions;
        var letters = new StringBuilder(10);
        Append(entry.Mount.Kind == MountKind.Share, "S");
        Append(shown.Has(Share), "R");
        Append(entry.Mount.Kind == MountKind.TeamFolder, "M");
        Append(shown.Has(Read), "G");
        Append(shown.Has(Delete), "D");
        Append(shown.Has(Update), "NV");
        if (entry.Node.IsFolder)
            Append(shown.Has(Create), "CK");
        else
            Append(entry.Permissions.Has(Update), "W");
        return letters.ToString();

        void Append(bool condition, string text)
        {
            if (condition)
                letters.Append(text);
        }
    }
}
