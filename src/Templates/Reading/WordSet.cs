using System.Numerics;

namespace Connector.Templates;

/// <summary>The distinct words of a text that was folded for comparing.</summary>
internal sealed class WordSet(string label)
{
    private readonly HashSet<string> words = label
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .ToHashSet(StringComparer.Ordinal);

    internal int Count => words.Count;

    /// <summary>Words in both over words in either, from 0 to 1.</summary>
    internal double Share(WordSet other)
    {
        var both = other.words.Count(words.Contains);
        return both == 0 ? 0 : both / (double)(words.Count + other.words.Count - both);
    }

    /// <summary>How much of these words the other text has too, from 0 to 1.</summary>
    internal double PartIn(WordSet other) =>
        words.Count == 0 ? 0 : words.Count(other.words.Contains) / (double)words.Count;

    /// <summary>One bit per word, many words per bit.</summary>
    internal static ulong Signature(string label)
    {
        var bits = 0UL;
        foreach (var word in label.AsSpan().Split(' '))
        {
            var hash = 17;
            foreach (var character in label.AsSpan()[word])
            {
                hash = unchecked((hash * 31) + character);
            }

            bits |= 1UL << (int)((uint)hash % 64);
        }

        return bits;
    }

    /// <summary>Whether at least half of the words of <paramref name="some"/> may be among the others.</summary>
    internal static bool MayShare(ulong some, ulong others) =>
        BitOperations.PopCount(some & others) * 2 >= BitOperations.PopCount(some);

    /// <summary>The same characters with plain spaces, one for one.</summary>
    internal static string Plain(string text) =>
        text.Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace('\u2019', '\'');
}
