namespace Connector.Web.Sessions;

/// <summary>Where somebody goes after signing in: a place of this service, whatever an address says.</summary>
internal static class LocalReturn
{
    public const string Home = "/";

    /// <summary>The path when every browser takes it for one of this host; else the front page.</summary>
    public static string Of(string? asked) =>
        asked is ['/', ..]
        && asked is not ['/', '/' or '\\', ..]
        && asked.Length <= 500
        && asked.All(letter => letter is > ' ' and < '\u007f' and not '\\')
            ? asked
            : Home;
}
