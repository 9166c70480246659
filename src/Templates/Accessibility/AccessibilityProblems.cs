namespace Connector.Templates;

/// <summary>The sentences about what people who do not see the page would miss.</summary>
internal static class AccessibilityProblems
{
    internal static readonly TemplateProblem NoTitle = new()
    {
        Code = "title-missing",
        French = "Le document n'a pas de titre dans ses propriétés.",
        English = "The document has no title in its properties.",
        FrenchRemedy = "Fichier, Propriétés, Description : écrivez un titre.",
        EnglishRemedy = "File, Properties, Description: write a title.",
    };

    internal static readonly TemplateProblem NoLanguage = new()
    {
        Code = "language-missing",
        French = "La langue du document n'est pas indiquée : une voix de synthèse le lirait mal.",
        English = "The language of the document is not set: a screen reader would mispronounce it.",
        FrenchRemedy = "Outils, Langue, Pour tout le texte : choisissez « Français (France) ».",
        EnglishRemedy = "Tools, Language, For all text: choose the language.",
    };

    internal static TemplateProblem EmptyHeading(string where) =>
        new()
        {
            Code = "heading-empty",
            French = "Un titre est vide.",
            English = "A heading is empty.",
            FrenchRemedy = "Écrivez-le, ou donnez à cette ligne le style d'un texte courant.",
            EnglishRemedy = "Write it, or give this line the style of running text.",
            Where = where,
        };

    internal static TemplateProblem HeadingGap(int before, int found, string where) =>
        new()
        {
            Code = "heading-gap",
            French =
                before == 0
                    ? $"Le premier titre est de niveau {found}."
                    : $"Un titre de niveau {found} suit un titre de niveau {before}.",
            English =
                before == 0
                    ? $"The first heading has level {found}."
                    : $"A heading of level {found} follows one of level {before}.",
            FrenchRemedy = $"Donnez-lui le style « Titre {before + 1} ».",
            EnglishRemedy = $"Give it the style “Heading {before + 1}”.",
            Where = where,
        };

    internal static TemplateProblem NoHeaderRow(string where) =>
        new()
        {
            Code = "header-row-missing",
            French = "La première ligne d'un tableau n'est pas marquée comme ligne d'en-tête.",
            English = "The first row of a table is not marked as header row.",
            FrenchRemedy =
                "Propriétés du tableau : cochez « Répéter en haut de chaque page » pour sa première ligne.",
            EnglishRemedy = "Table properties: tick “Repeat as header row” for its first row.",
            Where = where,
        };

    internal static TemplateProblem NoAlternativeText(string where) =>
        new()
        {
            Code = "alternative-text-missing",
            French = "Une image n'a pas de texte de remplacement.",
            English = "A picture has no alternative text.",
            FrenchRemedy =
                "Clic droit sur l'image, Texte de remplacement : dites en une phrase ce qu'elle montre, ou marquez-la comme décorative.",
            EnglishRemedy =
                "Right click on the picture, Alternative text: say in a sentence what it shows, or mark it as decorative.",
            Where = where,
        };
}
