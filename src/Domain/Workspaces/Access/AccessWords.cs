namespace Connector.Domain.Workspaces;

/// <summary>Permission bits, and what gave or took them, in words.</summary>
public static class AccessWords
{
    private static readonly string[] French = ["lire", "modifier", "créer", "supprimer", "partager"];

    private static readonly string[] English = ["read", "update", "create", "delete", "share"];

    public static Text Of(int bits) =>
        (bits & AclRule.All) switch
        {
            0 => new Text("aucun accès", "no access"),
            1 => new Text("lecture", "read"),
            15 => new Text("écriture", "write"),
            AclRule.All => new Text("gestion", "manage"),
            _ => Each(bits),
        };

    internal static Text Attached(string group, string mountPoint, int bits)
    {
        var rights = Of(bits);
        return new Text(
            $"membre du groupe « {group} », relié à « {mountPoint} » avec {rights.French}",
            $"member of the group '{group}', attached to '{mountPoint}' with {rights.English}"
        );
    }

    internal static Text Ruled(string path, IReadOnlyList<AclRule> rules, int before, int after)
    {
        var names = string.Join(", ", rules.Select(rule => rule.MappingId).Order(StringComparer.Ordinal));
        var rights = Of(after);
        var (gives, takes) = (Each(after & ~before), Each(before & ~after));
        var french = new[] { Part("donne", gives.French), Part("retire", takes.French) };
        var english = new[] { Part("gives", gives.English), Part("takes", takes.English) };
        return new Text(
            $"règle de « {path} » pour {names} : {rights.French}{Joined(french)}",
            $"rule of '{path}' for {names}: {rights.English}{Joined(english)}"
        );
    }

    internal static Text Hides(string path) =>
        new(
            $"« {path} » ne peut pas être lu, ce qui cache tout ce qui est dessous",
            $"'{path}' cannot be read, which hides all that is below"
        );

    internal static Text Shared(GivenShare share)
    {
        var rights = Of(share.Bits);
        var (french, english) =
            share.Target == ShareTarget.Group
                ? ($"avec le groupe « {share.With} »", $"with the group '{share.With}'")
                : ("avec cette personne", "with this person");
        var (until, till) = share.Expires is { } day
            ? ($" jusqu'au {day:yyyy-MM-dd}", $" until {day:yyyy-MM-dd}")
            : ("", "");
        return new Text(
            $"« {share.Path} » est partagé {french}{until} : {rights.French}",
            $"'{share.Path}' is shared {english}{till}: {rights.English}"
        );
    }

    private static Text Each(int bits) => new(Join(bits, French), Join(bits, English));

    private static string Part(string verb, string words) => words.Length == 0 ? "" : $"{verb} {words}";

    private static string Joined(IEnumerable<string> parts)
    {
        var said = string.Join(" ; ", parts.Where(part => part.Length > 0));
        return said.Length == 0 ? "" : $" ({said})";
    }

    private static string Join(int bits, string[] words) =>
        string.Join(", ", words.Where((_, bit) => (bits & (1 << bit)) != 0));
}
