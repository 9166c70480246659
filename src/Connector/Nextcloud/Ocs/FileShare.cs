using System.Globalization;
using System.Text.Json;
using Connector.Nextcloud.Dav;

namespace Connector.Nextcloud.Ocs;

/// <summary>Whom a share is for. Source: <c>lib/public/Share/IShare.php</c>.</summary>
internal enum ShareKind
{
    User = 0,
    Group = 1,
    Link = 3,
    Mail = 4,
    Team = 7,
}

/// <summary>
/// One share that the account made. <see cref="With"/> is the group, user, address or team; null for a link.
/// <see cref="Path"/> is without slashes at its ends.
/// </summary>
internal sealed record FileShare(
    long Id,
    ShareKind Kind,
    string? With,
    long FileId,
    string Path,
    Rights Permissions,
    DateOnly? Expires
)
{
    /// <summary>Who shared it: the account, or somebody to whom the account gave it.</summary>
    public string? Owner { get; init; }

    /// <summary>What the server calls <see cref="With"/>; null when it does not tell.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// Whether it is for this group, person or team. Measured on 27: of a team's id the listing cuts the last character
    /// off (<c>ShareAPIController.php</c>, formatShare).
    /// </summary>
    public bool IsFor(ShareKind kind, string with) =>
        Kind == kind
        && (
            With == with
            || (
                kind == ShareKind.Team
                && With is { } cut
                && cut.Length == with.Length - 1
                && with.StartsWith(cut, StringComparison.Ordinal)
            )
        );

    /// <summary>Null for what is not a share. Sample: <c>{"id":"7","share_type":1,"share_with":"gt","permissions":15,
    /// "item_source":42,"path":"/GT","expiration":"2027-01-31 00:00:00"}</c></summary>
    public static FileShare? Read(JsonElement json)
    {
        if (json.Number("id") is not { } id || json.Number("share_type") is not { } kind)
        {
            return null;
        }

        return new FileShare(
            id,
            (ShareKind)kind,
            json.Text("share_with"),
            json.Number("item_source") ?? json.Number("file_source") ?? 0,
            (json.Text("path") ?? "").Trim('/'),
            (Rights)(json.Number("permissions") ?? 0),
            Day(json.Text("expiration"))
        )
        {
            Owner = json.Text("uid_owner"),
            Name = json.Text("share_with_displayname") is { Length: > 0 } name ? name : null,
        };
    }

    private static DateOnly? Day(string? text) =>
        text is { Length: >= 10 }
        && DateOnly.TryParseExact(
            text[..10],
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
}
