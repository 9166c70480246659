using Connector.Domain;

namespace Connector.Web.Api.Tokens;

/// <summary>A token that somebody wants.</summary>
internal sealed record TokenRequest
{
    public const int UsualDays = 90;
    public const int MostDays = 366;
    private const int LongestName = 50;

    /// <summary>Names the program that is to use it: lower-case letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<ApiScope> Scopes { get; init; }

    /// <summary>Identifiers of territories; empty for all.</summary>
    public IReadOnlyList<string> Territories { get; init; } = [];

    /// <summary>How long it is good for. Default 90 days, at most 366.</summary>
    public int Days { get; init; } = UsualDays;

    /// <summary>Everything that is wrong with it.</summary>
    /// <param name="known">Identifiers of the configured territories.</param>
    public IEnumerable<Problem> Check(IReadOnlyCollection<string> known)
    {
        if (
            Name.Length is 0 or > LongestName
            || Name[0] == '-'
            || !Name.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
        )
        {
            yield return BadName;
        }

        if (Scopes.Count == 0)
        {
            yield return NoScope;
        }

        if (Days is < 1 or > MostDays)
        {
            yield return BadDays;
        }

        foreach (var territory in Territories.Where(territory => !known.Contains(territory)))
        {
            yield return UnknownTerritory(territory, known);
        }
    }

    private static Problem UnknownTerritory(string territory, IReadOnlyCollection<string> known) =>
        new()
        {
            Code = "unknown-territory",
            Message = new Text(
                $"« {territory} » n'est pas un territoire de la configuration.",
                $"'{territory}' is not a territory of the configuration."
            ),
            Remedy = TerritoryFiles.Nearest.Advice(territory, [.. known]),
        };

    public static Problem UnknownScope(string word) =>
        new()
        {
            Code = "token-scope",
            Message = new Text(
                $"« {word} » n'est pas un droit de jeton.",
                $"'{word}' is no scope of a token."
            ),
            Remedy = ApiScopes.Choice.Advice(word),
        };

    public static Problem Unknown(string name) =>
        new()
        {
            Code = "unknown-token",
            Message = new Text($"Il n'y a pas de jeton « {name} ».", $"There is no token '{name}'."),
            Remedy = new Text("« connector token list » les montre.", "'connector token list' shows them."),
        };

    public static Problem Taken(string name) =>
        new()
        {
            Code = "token-taken",
            Message = new Text($"Un jeton « {name} » existe déjà.", $"There is a token '{name}' already."),
            Remedy = new Text(
                "Révoquez-le d'abord, ou choisissez un autre nom : un jeton par programme.",
                "Revoke it first, or choose another name: one token for each program."
            ),
        };

    private static readonly Problem BadName = new()
    {
        Code = "token-name",
        Message = new Text(
            "Ce n'est pas un nom de jeton : des minuscules sans accent, des chiffres et des tirets, 50 au plus.",
            "This is no name of a token: lower-case letters, digits and hyphens, 50 at most."
        ),
        Remedy = new Text("Exemple : « grafana ».", "Example: 'grafana'."),
    };

    private static readonly Problem NoScope = new()
    {
        Code = "token-scope",
        Message = new Text("Il faut dire ce que le jeton permet.", "What the token is for has to be said."),
        Remedy = new Text(
            "Ajoutez --scope read, directory, jobs ou audit, autant de fois qu'il faut.",
            "Add --scope read, directory, jobs or audit, as often as needed."
        ),
    };

    private static readonly Problem BadDays = new()
    {
        Code = "token-days",
        Message = new Text("Un jeton vaut de 1 à 366 jours.", "A token is good for 1 to 366 days."),
        Remedy = new Text("Exemple : --days 90.", "Example: --days 90."),
    };
}
