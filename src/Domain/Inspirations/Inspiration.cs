namespace Connector.Domain.Inspirations;

/// <summary>
/// What an inspiration sheet tells. Whom to call and who wrote it stay in the sheet: an index needs no personal data.
/// </summary>
public sealed record Inspiration
{
    /// <summary>The server's number of the sheet.</summary>
    public required long FileId { get; init; }

    /// <summary>Where it is now.</summary>
    public required string Path { get; init; }

    public string Title { get; init; } = "";

    /// <summary>The territory where it takes place.</summary>
    public string Where { get; init; } = "";

    /// <summary>Who carries it.</summary>
    public string Lead { get; init; } = "";

    public string Audience { get; init; } = "";

    public string Since { get; init; } = "";

    /// <summary>Budget, people, tools.</summary>
    public string Means { get; init; } = "";

    public string Link { get; init; } = "";

    /// <summary>When its carrier was talked with, and by whom; empty while nobody did.</summary>
    public string Talked { get; init; } = "";

    public string Need { get; init; } = "";

    public string Story { get; init; } = "";

    public string Successes { get; init; } = "";

    public string Difficulties { get; init; } = "";

    /// <summary>What the network takes from it.</summary>
    public string Taken { get; init; } = "";

    /// <summary>Whether nobody wrote anything in it: an empty form.</summary>
    public bool IsBlank =>
        string.Concat(
            Title,
            Where,
            Lead,
            Audience,
            Since,
            Means,
            Need,
            Story,
            Successes,
            Difficulties,
            Taken
        ).Length == 0;

    /// <summary>As it is called, else what its file is called.</summary>
    public string Name =>
        Title.Length > 0 ? Title : System.IO.Path.GetFileNameWithoutExtension(Path.Split('/')[^1]);
}

/// <summary>A place where others tell what they did.</summary>
/// <param name="Name">« Les Bases du numérique d'intérêt général ».</param>
/// <param name="Address">Its web address.</param>
/// <param name="About">What is found there.</param>
public sealed record InspirationSource(string Name, Uri Address, string About)
{
    /// <summary>Where the territory file names none. All of them are public and free.</summary>
    public static IReadOnlyList<InspirationSource> BuiltIn { get; } =
    [
        new(
            "Les Bases du numérique d'intérêt général",
            new Uri("https://lesbases.anct.gouv.fr/"),
            "ressources et retours d'expérience partagés par les acteurs de la médiation numérique"
        ),
        new(
            "La MedNum",
            new Uri("https://lamednum.coop/"),
            "coopérative nationale des acteurs de la médiation numérique : actions, études, outils"
        ),
        new(
            "France Numérique Ensemble",
            new Uri("https://inclusion-numerique.anct.gouv.fr/"),
            "feuilles de route des autres territoires"
        ),
    ];
}
