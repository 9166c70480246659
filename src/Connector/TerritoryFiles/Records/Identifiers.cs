using System.Text.RegularExpressions;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Records;

/// <summary>The identifiers of a territory file, and the values with a form of their own.</summary>
internal static partial class Identifiers
{
    /// <summary>Nextcloud's limit for a group id is 64; « -observateurs » has to fit behind.</summary>
    private const int LongestGroup = 48;

    /// <summary>Ids of groups that Connector makes for the network itself, and Nextcloud's own.</summary>
    private static readonly string[] Reserved = ["admin", "coordination", "connector-service", "reseau"];

    /// <summary>Of a group, a series of meetings or a workstream: they become addresses and file names.</summary>
    public static TextShape Plain { get; } =
        TextShape.Checked(
            id => PlainWord().IsMatch(id) ? null : Refused(id),
            schema => (schema["pattern"], schema["maxLength"]) = ("^[a-z0-9]+(-[a-z0-9]+)*$", 64)
        );

    public static TextShape Group { get; } =
        TextShape.Checked(
            CheckGroup,
            schema => (schema["pattern"], schema["maxLength"]) = ("^[a-z0-9]+(-[a-z0-9]+)*$", LongestGroup)
        );

    /// <summary>A Nextcloud user id: lib/private/User/Manager.php, validateUserId.</summary>
    public static TextShape Person { get; } =
        TextShape.Checked(
            id => UserId().IsMatch(id) && id is not ("." or "..") ? null : RefusedUser(id),
            schema => (schema["pattern"], schema["maxLength"]) = ("^[A-Za-z0-9_.@' -]+$", 64)
        );

    /// <summary>Of an organisation, as the national data sets have them: anything without spaces.</summary>
    public static TextShape Organisation { get; } =
        TextShape.Checked(
            id => id.Length <= 100 && !id.Any(char.IsWhiteSpace) ? null : RefusedOrganisation(id),
            schema => (schema["pattern"], schema["maxLength"]) = (@"^\S+$", 100)
        );

    /// <summary>SIRET or RNA. The check digits of a SIRET are not verified: La Poste's offices do not follow them.</summary>
    public static TextShape Pivot { get; } =
        TextShape.Checked(
            pivot => IsPivot(pivot) ? null : RefusedPivot(pivot),
            schema => schema["pattern"] = @"^(\d{3} ?\d{3} ?\d{3} ?\d{5}|[Ww]\d{9})$"
        );

    public static TextShape PostalCode { get; } =
        TextShape.Checked(
            code => FiveDigits().IsMatch(code) ? null : RefusedPostalCode(code),
            schema => schema["pattern"] = @"^\d{4,5}$"
        );

    public static TextShape Email { get; } =
        TextShape.Checked(
            address => EmailAddress().IsMatch(address) ? null : RefusedEmail(address),
            schema => schema["pattern"] = @"^[^@\s<>,;:""()]+@[^@\s<>,;:""()]+\.[^@\s<>,;:""().]+$"
        );

    public static TextShape WebAddress { get; } =
        TextShape.Checked(
            address => IsWebAddress(address) ? null : RefusedAddress(address),
            schema => schema["pattern"] = "^[Hh][Tt][Tt][Pp][Ss]?://"
        );

    public static bool IsPivot(string pivot) =>
        PivotForm().IsMatch(pivot.Replace(" ", "", StringComparison.Ordinal));

    public static bool IsWebAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.UserInfo.Length == 0;

    private static (string, Text, Text)? CheckGroup(string id)
    {
        if (!PlainWord().IsMatch(id) || id.Length > LongestGroup)
        {
            return Refused(id);
        }

        var reserved =
            Reserved.Contains(id)
            || id.EndsWith("-animation", StringComparison.Ordinal)
            || id.EndsWith("-observateurs", StringComparison.Ordinal);
        return reserved
            ? (
                "reserved-id",
                new Text(
                    $"L'identifiant « {id} » est réservé à Connector ou à Nextcloud.",
                    $"The id '{id}' is reserved for Connector or Nextcloud."
                ),
                new Text(
                    $"Choisissez-en un autre, par exemple « gt-{id} ».",
                    $"Choose another one, such as 'gt-{id}'."
                )
            )
            : null;
    }

    private static (string, Text, Text)? Refused(string id)
    {
        var suggestion = Slug.Of(id);
        suggestion = suggestion.Length > LongestGroup ? suggestion[..LongestGroup].TrimEnd('-') : suggestion;
        var instead = suggestion.Length == 0 || suggestion == id ? "gt-jeunes" : suggestion;
        return (
            "bad-id",
            new Text(
                $"« {Words.Shown(id)} » n'est pas un identifiant : lettres minuscules sans accent, chiffres et tirets, {LongestGroup} signes au plus.",
                $"'{Words.Shown(id)}' is not an id: lower-case letters without accents, digits and hyphens, {LongestGroup} signs at most."
            ),
            new Text($"Écrivez par exemple « {instead} ».", $"Write for instance '{instead}'.")
        );
    }

    private static (string, Text, Text)? RefusedUser(string id)
    {
        var suggestion = Slug.Of(id);
        return (
            "bad-id",
            new Text(
                $"« {Words.Shown(id)} » n'est pas un identifiant de compte Nextcloud : lettres sans accent, chiffres, et . _ @ - ', 64 signes au plus.",
                $"'{Words.Shown(id)}' is not a Nextcloud account id: letters without accents, digits, and . _ @ - ', 64 signs at most."
            ),
            new Text($"Écrivez par exemple « {suggestion} ».", $"Write for instance '{suggestion}'.")
        );
    }

    private static (string, Text, Text)? RefusedOrganisation(string id) =>
        (
            "bad-id",
            new Text(
                $"« {Words.Shown(id)} » n'est pas un identifiant de structure : 100 signes au plus, sans espace.",
                $"'{Words.Shown(id)}' is not an organisation's id: 100 signs at most, no space."
            ),
            new Text($"Écrivez par exemple « {Slug.Of(id)} ».", $"Write for instance '{Slug.Of(id)}'.")
        );

    private static (string, Text, Text)? RefusedPivot(string pivot) =>
        (
            "bad-pivot",
            new Text(
                $"« {Words.Shown(pivot)} » n'est ni un SIRET (14 chiffres) ni un RNA (W et 9 chiffres).",
                $"'{Words.Shown(pivot)}' is neither a SIRET (14 digits) nor an RNA (W and 9 digits)."
            ),
            new Text(
                "Cherchez-le sur annuaire-entreprises.data.gouv.fr, ou retirez la clé.",
                "Look it up on annuaire-entreprises.data.gouv.fr, or remove the key."
            )
        );

    private static (string, Text, Text)? RefusedPostalCode(string code) =>
        (
            "bad-postal-code",
            new Text(
                $"« {Words.Shown(code)} » n'est pas un code postal.",
                $"'{Words.Shown(code)}' is not a postal code."
            ),
            new Text("Écrivez cinq chiffres : 24200.", "Write five digits: 24200.")
        );

    private static (string, Text, Text)? RefusedEmail(string address) =>
        (
            "bad-email",
            new Text(
                $"« {Words.Shown(address)} » n'est pas une adresse électronique.",
                $"'{Words.Shown(address)}' is not an e-mail address."
            ),
            new Text(
                "Écrivez prenom.nom@structure.fr, ou retirez la clé.",
                "Write name@organisation.org, or remove the key."
            )
        );

    /// <summary>The address is not repeated: it may hold a password.</summary>
    private static (string, Text, Text)? RefusedAddress(string address) =>
        (
            "bad-address",
            address.Contains('@', StringComparison.Ordinal)
                ? new Text(
                    "Cette adresse de site contient un nom ou un mot de passe.",
                    "This address of a site holds a name or a password."
                )
                : new Text(
                    $"« {Words.Shown(address)} » n'est pas une adresse de site.",
                    $"'{Words.Shown(address)}' is not the address of a site."
                ),
            new Text(
                "Écrivez-la en entier, sans nom ni mot de passe : https://nuage.exemple.fr",
                "Write it in full, without name or password: https://cloud.example.org"
            )
        );

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$(?<=^.{1,64})")]
    private static partial Regex PlainWord();

    [GeneratedRegex("^[A-Za-z0-9_.@' -]{1,64}$")]
    private static partial Regex UserId();

    [GeneratedRegex(@"^(\d{14}|[Ww]\d{9})$")]
    private static partial Regex PivotForm();

    [GeneratedRegex(@"^\d{4,5}$")]
    private static partial Regex FiveDigits();

    [GeneratedRegex(@"^[^@\s<>,;:""()]{1,64}@[^@\s<>,;:""()]+\.[^@\s<>,;:""().]+$")]
    private static partial Regex EmailAddress();
}
