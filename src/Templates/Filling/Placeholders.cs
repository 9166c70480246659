namespace Connector.Templates;

/// <summary>What stands where nothing is known yet. Reading back takes these words for an empty value.</summary>
internal static class Placeholders
{
    internal const string Text = "…";

    internal const string Date = "jj/mm/aaaa";

    internal const string EnglishDate = "dd/mm/yyyy";

    internal const string Choice = "à choisir";

    internal const string EnglishChoice = "to choose";
}
