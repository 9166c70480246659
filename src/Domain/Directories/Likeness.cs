namespace Connector.Domain.Directories;

/// <summary>
/// Who looks like whom, by name within a commune. Only names that share the beginning of a word that few have are compared,
/// so that the work grows with the number of rows and not with its square.
/// </summary>
internal sealed class Likeness
{
    internal const double Enough = 0.78;

    /// <summary>A beginning that more rows of a commune have says nothing: « mairie », « maison ».</summary>
    private const int LargestBlock = 40;

    /// <summary>Pairs compared for one row at most.</summary>
    private const int MostCompared = 60;

    private const int Beginning = 4;
    private const int MostShown = 3;

    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "a",
        "au",
        "aux",
        "d",
        "de",
        "des",
        "du",
        "en",
        "et",
        "l",
        "la",
        "le",
        "les",
        "pour",
        "sur",
        "association",
    };

    private readonly List<string[]> _words = [];
    private readonly Dictionary<(string Commune, string Beginning), List<int>> _blocks = [];

    internal Likeness(IEnumerable<PlaceRecord> existing)
    {
        foreach (var place in existing)
        {
            var words = Words(place);
            var commune = Commune(place);
            foreach (var beginning in Beginnings(words))
            {
                if (!_blocks.TryGetValue((commune, beginning), out var block))
                {
                    _blocks[(commune, beginning)] = block = [];
                }

                if (block.Count <= LargestBlock)
                {
                    block.Add(_words.Count);
                }
            }

            _words.Add(words);
        }
    }

    internal int Comparisons { get; private set; }

    /// <summary>Those that look like it, the likest first.</summary>
    internal IReadOnlyList<MergeCandidate> Of(PlaceRecord place)
    {
        var (words, commune) = (Words(place), Commune(place));
        var near = Beginnings(words)
            .Select(beginning => _blocks.GetValueOrDefault((commune, beginning)) ?? [])
            .Where(block => block.Count <= LargestBlock)
            .OrderBy(block => block.Count)
            .SelectMany(block => block)
            .Distinct()
            .Take(MostCompared)
            .ToList();
        Comparisons += near.Count;
        return
        [
            .. near.Select(index => new MergeCandidate(index, Math.Round(Score(words, _words[index]), 2)))
                .Where(candidate => candidate.Likeness >= Enough)
                .OrderByDescending(candidate => candidate.Likeness)
                .ThenBy(candidate => candidate.Index)
                .Take(MostShown),
        ];
    }

    /// <summary>Words in another order are the same name; letters that were mistyped nearly are.</summary>
    private static double Score(string[] a, string[] b)
    {
        var shared = a.Intersect(b).Count();
        var bag = (double)shared / (a.Length + b.Length - shared);
        var (left, right) = (string.Join(' ', a), string.Join(' ', b));
        return Math.Max(bag, 1 - ((double)Distance(left, right) / Math.Max(left.Length, right.Length)));
    }

    /// <summary>Letters to add, take away or change to come from one to the other (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (corner, left) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
                corner = row[j];
                left = Math.Min(Math.Min(left, row[j]) + 1, change);
                row[j] = left;
            }
        }

        return row[^1];
    }

    private static string Commune(PlaceRecord place) => Folded.Key(place[StandardColumn.Commune] ?? "");

    private static string[] Words(PlaceRecord place) =>
        [
            .. Folded
                .Words(place[StandardColumn.Name] ?? "")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(word => !Silent.Contains(word)),
        ];

    private static IEnumerable<string> Beginnings(string[] words) =>
        words
            .Select(word => word.Length <= Beginning ? word : word[..Beginning])
            .Distinct(StringComparer.Ordinal);
}
