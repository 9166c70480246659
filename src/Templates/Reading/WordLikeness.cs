namespace Connector.Templates;

/// <summary>
/// Finds which of many texts share most words with one, without comparing each with each: through the words,
/// rarest first.
/// </summary>
internal sealed class WordLikeness
{
    /// <summary>Places of one word that are looked at; a word in more places tells little.</summary>
    private const int Places = 64;

    /// <summary>Candidates compared in full.</summary>
    private const int Candidates = 8;

    private readonly HashSet<string>[] texts;
    private readonly Dictionary<string, LinkedList<int>> places = new(StringComparer.Ordinal);

    internal WordLikeness(IEnumerable<string> texts)
    {
        this.texts = [.. texts.Select(Words)];
        for (var index = 0; index < this.texts.Length; index++)
        {
            foreach (var word in this.texts[index])
            {
                if (!places.TryGetValue(word, out var list))
                {
                    places[word] = list = [];
                }

                list.AddLast(index);
            }
        }
    }

    /// <summary>How many times a text was weighed or compared: grows with the number of words, not with its square.</summary>
    internal int Work { get; private set; }

    /// <summary>The texts that share most words, best first.</summary>
    /// <param name="isTaken">Texts that are out for good.</param>
    /// <param name="isFit">Texts that will do.</param>
    internal IEnumerable<int> Near(string text, Func<int, bool> isTaken, Func<int, bool> isFit)
    {
        var shared = new Dictionary<int, int>();
        foreach (var word in Words(text))
        {
            var seen = 0;
            for (var node = places.GetValueOrDefault(word)?.First; node is not null && seen < Places; )
            {
                var next = node.Next;
                Work++;
                if (isTaken(node.Value))
                {
                    node.List!.Remove(node);
                }
                else
                {
                    seen++;
                    shared[node.Value] = shared.GetValueOrDefault(node.Value) + (isFit(node.Value) ? 1 : 0);
                }

                node = next;
            }
        }

        return shared
            .Where(pair => pair.Value > 0)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key)
            .Take(Candidates)
            .Select(pair => pair.Key);
    }

    /// <summary>The text most like this one, at least as alike as <paramref name="least"/>; -1 when there is none.</summary>
    internal int Best(string text, Func<int, bool> isTaken, Func<int, bool> isFit, double least)
    {
        var words = Words(text);
        var best = -1;
        foreach (var candidate in Near(text, isTaken, isFit))
        {
            Work++;
            var score = Share(words, texts[candidate]);
            if (score >= least && (best < 0 || score > least))
            {
                (best, least) = (candidate, score);
            }
        }

        return best;
    }

    /// <summary>Words in both over words in either, from 0 to 1.</summary>
    internal static double Share(string one, string other) => Share(Words(one), Words(other));

    private static double Share(HashSet<string> left, HashSet<string> right)
    {
        var both = left.Count(right.Contains);
        return both == 0 ? 0 : both / (double)(left.Count + right.Count - both);
    }

    private static HashSet<string> Words(string text) =>
        WordText
            .Label(text)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);
}
