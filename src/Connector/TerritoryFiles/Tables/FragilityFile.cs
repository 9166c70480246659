using System.Globalization;
using Connector.Domain;
using Connector.Domain.Needs;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Tables;

/// <summary>« IFN »: a CSV file of scores, <c>code_insee;score;millesime;source</c>. Every wrong line is told.</summary>
internal sealed class FragilityFile
{
    private const int MaxBytes = 20 * 1024 * 1024;

    private readonly Table _table;
    private readonly ProblemList _problems;
    private readonly int? _code;
    private readonly int? _score;
    private readonly int? _vintage;
    private readonly int? _source;
    private readonly Dictionary<(string, string, string), int> _lines = [];

    private FragilityFile(Table table, ProblemList problems)
    {
        (_table, _problems) = (table, problems);
        (_code, _score) = (Code(table), Score(table));
        (_vintage, _source) = (Vintage(table), table.Column("source", "producteur"));
    }

    public static IReadOnlyList<FragilityVintage> Read(string path, ProblemList problems)
    {
        if (
            LocalFile.Read(path, problems, MaxBytes) is not { } bytes
            || CsvTable.Read(path, bytes, problems, Fits) is not { } table
        )
        {
            return [];
        }

        if (!Fits(table))
        {
            problems.Add("unknown-table", table.Top, NotScores, Headers);
            return [];
        }

        if (table.Rows.Count == 0)
        {
            problems.ReportEmpty();
        }

        var file = new FragilityFile(table, problems);
        return FragilityVintage.Of(table.Rows.Select(file.Read).OfType<FragilityScore>());
    }

    private static int? Code(Table table) => table.Column("code_insee", "code", "insee", "codgeo");

    private static int? Score(Table table) => table.Column("score", "ifn", "score_ifn", "indice");

    private static int? Vintage(Table table) => table.Column("millesime", "annee", "vintage");

    private static bool Fits(Table table) =>
        Code(table) is not null && Score(table) is not null && Vintage(table) is not null;

    private FragilityScore? Read(TableRow row)
    {
        var (code, vintage, source) = (row[_code].PadLeft(5, '0'), row[_vintage], row[_source]);
        if (!IsCode(code))
        {
            Add("bad-insee-code", row, _code, NotACode, FiveDigits);
            return null;
        }

        if (vintage.Length < 4 || !vintage.AsSpan(0, 4).ContainsOnlyDigits())
        {
            Add("bad-vintage", row, _vintage, NotAVintage, Year);
            return null;
        }

        if (Number(row[_score]) is not { } score)
        {
            Add("bad-score", row, _score, NotAScore, ANumber);
            return null;
        }

        if (!_lines.TryAdd((code, vintage, source), row.Line))
        {
            _problems.Add("duplicate-score", _table.At(row, _code), Twice(code, vintage, row), KeepOne);
            return null;
        }

        return new FragilityScore(code, score, vintage, source);
    }

    private void Add(string code, TableRow row, int? column, Func<string, Text> message, Text remedy) =>
        _problems.Add(code, _table.At(row, column), message(Words.Shown(row[column])), remedy);

    private static bool IsCode(string words) =>
        words.Length == 5
        && words.AsSpan(2).ContainsOnlyDigits()
        && (words.AsSpan(0, 2).ContainsOnlyDigits() || words[..2] is "2A" or "2B");

    /// <summary>A score is finite, with a point or a comma.</summary>
    private static double? Number(string words) =>
        double.TryParse(
            words.Replace(',', '.'),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        ) && double.IsFinite(number)
            ? number
            : null;

    private Text Twice(string code, string vintage, TableRow row)
    {
        var line = _lines[(code, vintage, row[_source])];
        return new Text(
            $"La commune {code} a déjà un score de {Words.Shown(vintage)}, à la ligne {line}.",
            $"The municipality {code} has a score of {Words.Shown(vintage)} already, on line {line}."
        );
    }

    private static Text NotACode(string words) =>
        new($"« {words} » n'est pas un code INSEE.", $"'{words}' is no INSEE code.");

    private static Text NotAVintage(string words) =>
        new($"« {words} » n'est pas un millésime.", $"'{words}' is no vintage.");

    private static Text NotAScore(string words) =>
        new($"« {words} » n'est pas un score.", $"'{words}' is no score.");

    private static readonly Text NotScores = new(
        "Ces titres de colonnes ne sont pas ceux de scores de fragilité.",
        "These headers are not those of scores of fragility."
    );

    private static readonly Text Headers = new(
        "Il faut code_insee, score et millesime, et de préférence source.",
        "code_insee, score and millesime are needed, and source is better given."
    );

    private static readonly Text FiveDigits = new(
        "Écrivez les cinq caractères du code de la commune : 24520, 2A004.",
        "Write the five characters of the municipality's code: 24520, 2A004."
    );

    private static readonly Text Year = new(
        "Commencez par l'année : 2023, ou 2023-T2. Des millésimes différents ne sont jamais mélangés.",
        "Begin with the year: 2023, or 2023-T2. Different vintages are never mixed."
    );

    private static readonly Text ANumber = new(
        "Écrivez un nombre, comme 112,4 ; retirez la ligne d'une commune sans score.",
        "Write a number, such as 112.4; take out the line of a municipality without a score."
    );

    private static readonly Text KeepOne = new(
        "Gardez une seule des deux lignes.",
        "Keep one of the two lines."
    );
}

/// <summary>Digits of ASCII, as codes and years have them.</summary>
file static class Digits
{
    public static bool ContainsOnlyDigits(this ReadOnlySpan<char> words) =>
        !words.ContainsAnyExceptInRange('0', '9');
}
