namespace Connector.Domain.Directories;

/// <summary>
/// « typologie »: the codes that the national data use, and codes of ours, which begin with <see cref="LocalPrefix"/>,
/// for actors that have none there. Local codes are never exported as national ones.
/// </summary>
public static class OrganisationTypes
{
    public const string LocalPrefix = "LOCAL_";

    /// <summary>The national code for what has no code.</summary>
    public const string Other = "Autre";

    public const string Elected = LocalPrefix + "ELU";

    private const string Codes =
        "ACI ACIPHC AFPA AI ASE ASSO ASSO_CHOMEUR Autre AVIP BIB CAARUD CADA CAF CAP_EMPLOI CAVA CC CCAS CCONS CD CDAS "
        + "CFP CHRS CHU CIAS CIDFF CITMET CMP CMS CPAM CPH CS CSAPA CSC DEETS DEPT DIPLP E2C EA EATT EI EITI ENM EPCI EPI "
        + "EPIDE EPN ES ESAT ESS ETTI EVS FABLAB FABRIQUE FAIS FT GEIQ HUDA LA_POSTE MDE MDH MDEF MDPH MDS MJC ML MQ MSA "
        + "MSAP MUNI OACAS ODC OF OIL OPCS PAD PENSION PI PIJ_BIJ PIMMS PJJ PLIE PREF PREVENTION REG RELAIS_LECTURE "
        + "RESSOURCERIE RFS RS_FJT SCP SPIP TIERS_LIEUX UDAF";

    public static IReadOnlyList<string> National { get; } = Codes.Split(' ');

    public static IReadOnlyList<LocalType> Local { get; } =
    [
        new(
            LocalPrefix + "ECOLE",
            new Text("établissement scolaire", "school"),
            ["école", "collège", "lycée"]
        ),
        new(
            LocalPrefix + "SPORT",
            new Text("club de sport", "sports club"),
            ["club", "club sportif", "sport"]
        ),
        new(
            LocalPrefix + "BAILLEUR",
            new Text("bailleur social", "social landlord"),
            ["bailleur", "bailleur social", "HLM", "OPH"]
        ),
        new(
            LocalPrefix + "CARSAT",
            new Text("caisse de retraite (CARSAT)", "pension fund (CARSAT)"),
            ["CARSAT", "caisse de retraite"]
        ),
        new(LocalPrefix + "HUB", new Text("hub territorial", "territorial hub"), ["hub", "hub territorial"]),
        new(Elected, new Text("élu, élue", "elected person"), ["élu", "élue", "élus"]),
    ];

    /// <summary>« PE » (Pôle emploi) became « FT » (France Travail).</summary>
    private static readonly Dictionary<string, string> Former = new(StringComparer.Ordinal)
    {
        ["pe"] = "FT",
        ["poleemploi"] = "FT",
        ["francetravail"] = "FT",
    };

    private static readonly Dictionary<string, string> ByKey = Index();

    /// <summary>The code for words that people or old files have for it; null when none is meant.</summary>
    public static string? Find(string words) => ByKey.GetValueOrDefault(Folded.Key(words));

    public static bool IsLocal(string code) => code.StartsWith(LocalPrefix, StringComparison.Ordinal);

    /// <summary>The codes in a cell or key, separated by <c>|</c>, <c>;</c> or a comma; words that are no code stay as they are.</summary>
    public static IReadOnlyList<string> Read(string? words) =>
        [
            .. (words ?? "")
                .Split(
                    ['|', ';', ','],
                    StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                )
                .Select(word => Find(word) ?? word)
                .Distinct(StringComparer.Ordinal),
        ];

    private static Dictionary<string, string> Index()
    {
        var index = National.ToDictionary(Folded.Key, code => code, StringComparer.Ordinal);
        foreach (var local in Local)
        {
            foreach (var words in local.Words.Append(local.Code))
            {
                index.TryAdd(Folded.Key(words), local.Code);
            }
        }

        foreach (var (words, code) in Former)
        {
            index.TryAdd(words, code);
        }

        return index;
    }
}

/// <summary>A code of ours.</summary>
/// <param name="Code">With the prefix.</param>
/// <param name="Name">What it means.</param>
/// <param name="Words">What people write for it.</param>
public sealed record LocalType(string Code, Text Name, IReadOnlyList<string> Words);
