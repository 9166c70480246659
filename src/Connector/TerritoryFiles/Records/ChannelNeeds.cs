using System.Net;
using System.Text.RegularExpressions;
using Connector.Domain;
using Connector.Domain.Announcing;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Records;

/// <summary>
/// What a channel of a type has to have. The names of secrets are bound to announcing: the file is one that many may edit,
/// and must not be able to send the service's other secrets to a server of its choice.
/// </summary>
internal sealed partial class ChannelNeeds(ProblemList problems)
{
    public void Present(bool isThere, string example, SourcePlace place)
    {
        if (!isThere && !problems.Incomplete)
        {
            problems.Add(
                "channel-incomplete",
                place,
                new Text("Il manque une clé à ce canal.", "This channel lacks a key."),
                new Text($"Ajoutez « {example} ».", $"Add '{example}'.")
            );
        }
    }

    /// <param name="file">« secret »</param>
    /// <param name="variable">« environnement »</param>
    /// <param name="required">Where the channel stands, when it cannot do without; else null.</param>
    /// <param name="example">What to write then.</param>
    public SecretSource? Secret(
        Located<string>? file,
        Located<string>? variable,
        SourcePlace? required,
        string example
    )
    {
        if (file is null && variable is null)
        {
            if (required is { } place)
            {
                Present(false, example, place);
            }

            return null;
        }

        if (file is not null && variable is not null)
        {
            problems.Add("two-secrets", variable.Place, Twice, KeepOne);
        }

        if (file is not null && !IsOwnFile(file.Value))
        {
            problems.Add("bad-secret", file.Place, ForeignFile(file.Value), NameFile);
        }

        if (variable is not null && !OwnVariable().IsMatch(variable.Value))
        {
            problems.Add("bad-secret", variable.Place, ForeignVariable(variable.Value), NameVariable);
        }

        return new SecretSource(file?.Value, file is null ? variable?.Value : null);
    }

    /// <summary>Words that are not encrypted stay on this machine.</summary>
    public void Private(Located<string>? server, MailSecurity security)
    {
        if (server is null)
        {
            return;
        }

        if (!ServerName().IsMatch(server.Value))
        {
            problems.Add(
                "bad-mail-server",
                server.Place,
                new Text(
                    $"« {Words.Shown(server.Value)} » n'est pas le nom d'un serveur.",
                    $"'{Words.Shown(server.Value)}' is not the name of a server."
                ),
                new Text("Écrivez par exemple smtp.exemple.fr.", "Write for instance smtp.example.org.")
            );
        }
        else if (security == MailSecurity.None && !IsHere(server.Value))
        {
            problems.Add(
                "mail-without-tls",
                server.Place,
                new Text(
                    "Vers un serveur d'ailleurs, le courriel ne part pas sans chiffrement.",
                    "To a server elsewhere, mail does not leave without encryption."
                ),
                new Text("Écrivez sécurité: starttls, ou tls.", "Write sécurité: starttls, or tls.")
            );
        }
    }

    private static bool IsHere(string host) =>
        host is "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Whether a file's name may be that of a secret for announcing.</summary>
    public static bool IsOwnFile(string name)
    {
        var parts = name.Split('/', '\\');
        return !parts.Contains("..")
            && !Path.IsPathRooted(name)
            && !name.Contains(':', StringComparison.Ordinal)
            && parts[^1].StartsWith("annonces", StringComparison.OrdinalIgnoreCase);
    }

    private static Text ForeignFile(string name) =>
        new(
            $"« {Words.Shown(name)} » n'est pas un fichier de secret pour les annonces.",
            $"'{Words.Shown(name)}' is not a file of a secret for announcements."
        );

    private static Text ForeignVariable(string name) =>
        new(
            $"« {Words.Shown(name)} » n'est pas une variable pour les annonces.",
            $"'{Words.Shown(name)}' is not a variable for announcements."
        );

    private static readonly Text NameFile = new(
        "Placez-le à côté du fichier du territoire, sous un nom qui commence par « annonces » : secrets/annonces-courriel",
        "Put it beside the territory's file, under a name that begins with 'annonces': secrets/annonces-courriel"
    );

    private static readonly Text NameVariable = new(
        "Donnez-lui un nom qui commence par ANNONCES_ : ANNONCES_COURRIEL",
        "Give it a name that begins with ANNONCES_: ANNONCES_COURRIEL"
    );

    private static readonly Text Twice = new(
        "Ce canal a deux secrets : « secret » et « environnement ».",
        "This channel has two secrets: 'secret' and 'environnement'."
    );

    private static readonly Text KeepOne = new("Gardez l'un des deux.", "Keep one of the two.");

    [GeneratedRegex("^ANNONCES_[A-Z0-9_]{1,64}$", RegexOptions.CultureInvariant)]
    private static partial Regex OwnVariable();

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9.\-]{0,252}[A-Za-z0-9])?$|^[0-9A-Fa-f:]+$")]
    private static partial Regex ServerName();
}
