namespace Connector.Domain;

/// <summary>
/// One sentence in both languages. They stand side by side in the code, so that neither is forgotten when the
/// other changes.
/// </summary>
public readonly record struct Text(string French, string English)
{
    /// <summary>The sentence in <paramref name="language"/>.</summary>
    public string In(Language language) => language == Language.English ? English : French;

    /// <summary>The same words in both languages: names, paths, numbers.</summary>
    public static Text Same(string words) => new(words, words);

    public override string ToString() => French;
}
