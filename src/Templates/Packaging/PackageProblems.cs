namespace Connector.Templates;

/// <summary>The sentences about files that cannot be opened as templates.</summary>
internal static class PackageProblems
{
    private const string SaveAgainFrench =
        "Ouvrez-le dans Word, Collabora ou LibreOffice et enregistrez-le au format .docx.";
    private const string SaveAgainEnglish = "Open it in Word, Collabora or LibreOffice and save it as .docx.";

    internal static TemplateProblem TooLarge(string? part) =>
        new()
        {
            Code = "package-too-large",
            French = "Le fichier est trop volumineux une fois ouvert.",
            English = "The file is too large once unpacked.",
            FrenchRemedy = "Retirez ou réduisez ses images ; 20 Mo suffisent.",
            EnglishRemedy = "Remove or shrink its pictures; 20 MB are enough.",
            Where = part,
        };

    internal static TemplateProblem NotDocx(string frenchGuess, string englishGuess) =>
        new()
        {
            Code = "not-docx",
            French = $"Ce fichier n'est pas un document .docx : {frenchGuess}",
            English = $"This file is not a .docx document: {englishGuess}",
            FrenchRemedy = SaveAgainFrench,
            EnglishRemedy = SaveAgainEnglish,
        };

    internal static TemplateProblem Broken(string? part, string french, string english) =>
        new()
        {
            Code = "bad-package",
            French = $"Le fichier est abîmé : {french}",
            English = $"The file is damaged: {english}",
            FrenchRemedy = SaveAgainFrench,
            EnglishRemedy = SaveAgainEnglish,
            Where = part,
        };

    /// <summary>
    /// XML that nobody can read. LibreOffice 7.4 writes it for a change that is tracked within a control, and cannot open
    /// it any more itself: then only an earlier version of the file helps.
    /// </summary>
    internal static TemplateProblem Unreadable(string part) =>
        Broken(part, "une partie n'est pas lisible.", "a part is not readable.") with
        {
            FrenchRemedy =
                "Enregistrez-le à nouveau en .docx. S'il ne s'ouvre plus, reprenez sa version précédente (dans Nextcloud : « Versions ») et acceptez ou rejetez ses modifications suivies avant de l'enregistrer : LibreOffice écrit mal celles d'un champ.",
            EnglishRemedy =
                "Save it as .docx again. If it does not open any more, take its previous version (in Nextcloud: 'Versions') and accept or reject its tracked changes before saving it: LibreOffice writes those within a field badly.",
        };

    internal static TemplateProblem Of(PackageZipException refused) =>
        refused.Fault switch
        {
            PackageZipFault.TooLarge => TooLarge(refused.Part),
            PackageZipFault.NamedTwice => Broken(
                refused.Part,
                "une partie y est deux fois.",
                "a part is there twice."
            ),
            PackageZipFault.ImpossibleName => Broken(
                refused.Part,
                "un nom de partie est impossible.",
                "a part's name is impossible."
            ),
            _ => Broken(refused.Part, "son archive ne s'ouvre pas.", "its archive does not open."),
        };

    internal static TemplateProblem Macros(string part) =>
        new()
        {
            Code = "macros-refused",
            French = "Le fichier contient des macros ou des objets exécutables.",
            English = "The file holds macros or executable objects.",
            FrenchRemedy = "Enregistrez-le au format .docx, sans macro, et retirez les objets incorporés.",
            EnglishRemedy = "Save it as .docx, without macros, and remove the embedded objects.",
            Where = part,
        };

    internal static TemplateProblem External(string part, string target) =>
        new()
        {
            Code = "external-content-refused",
            French = $"Le fichier va chercher un contenu ailleurs : « {target} ».",
            English = $"The file fetches content from elsewhere: “{target}”.",
            FrenchRemedy = "Insérez l'image ou le modèle dans le document au lieu de le lier.",
            EnglishRemedy = "Insert the picture or template into the document instead of linking it.",
            Where = part,
        };

    internal static TemplateProblem OtherDocument() =>
        new()
        {
            Code = "other-document",
            French = "Ce fichier n'est pas le document attendu : c'en est un autre.",
            English = "This file is not the document that was expected: it is another one.",
            FrenchRemedy =
                "Vérifiez le nom du fichier ; s'il a été remplacé, remettez le bon depuis ses versions.",
            EnglishRemedy =
                "Check the file's name; if it was replaced, restore the right one from its versions.",
        };

    internal static TemplateProblem OtherTemplate() =>
        new()
        {
            Code = "other-template",
            French = "Ce document n'a pas été fait avec ce modèle, ou il n'en reste presque rien.",
            English = "This document was not made with this template, or hardly anything is left of it.",
            FrenchRemedy =
                "Vérifiez le nom du fichier ; s'il a été remplacé, remettez le bon depuis ses versions.",
            EnglishRemedy =
                "Check the file's name; if it was replaced, restore the right one from its versions.",
        };
}
