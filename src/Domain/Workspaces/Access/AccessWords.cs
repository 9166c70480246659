namespace Connector.Domain.Workspaces;

/// <summary>Permission bits in words.</summary>
public static class AccessWords
{
    public static Text Of(int bits) =>
        (bits & AclRule.All) switch
        {
            0 => new Text("aucun accès", "no access"),
            1 => new Text("lecture", "read"),
            15 => new Text("écriture", "write"),
            AclRule.All => new Text("gestion", "manage"),
            _ => new Text(Join(bits, French), Join(bits, English)),
        };

    private static readonly string[] French = ["lire", "modifier", "créer", "supprimer", "partager"];

    private static readonly string[] English = ["read", "update", "create", "delete", "share"];

    private static string Join(int bits, string[] words) =>
        string.Join(", ", words.Where((_, bit) => (bits & (1 << bit)) != 0));
}
