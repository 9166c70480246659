namespace Connector.Templates;

/// <summary>The sentences about tags.</summary>
internal static class TagProblems
{
    internal static TemplateProblem Unreadable(string written, string where) =>
        new()
        {
            Code = "unreadable-tag",
            French = $"« {written} » n'est pas un champ lisible.",
            English = $"“{written}” is not a readable field.",
            FrenchRemedy =
                "Écrivez {{nom}}, {{#nom}} … {{/nom}}, {{^nom}} … {{/nom}} ou {{libre nom}}, dans un seul paragraphe.",
            EnglishRemedy =
                "Write {{name}}, {{#name}} … {{/name}}, {{^name}} … {{/name}} or {{libre name}}, in one paragraph.",
            Where = where,
        };

    internal static TemplateProblem NotClosed(TagPlace tag) =>
        new()
        {
            Code = "loop-not-closed",
            French = $"La boucle {tag.Written} n'est pas fermée.",
            English = $"The loop {tag.Written} is not closed.",
            FrenchRemedy = $"Ajoutez {{{{/{tag.Name}}}}} après ce qui se répète.",
            EnglishRemedy = $"Add {{{{/{tag.Name}}}}} after what repeats.",
            Where = tag.Where,
        };

    internal static TemplateProblem NotOpened(TagPlace tag) =>
        new()
        {
            Code = "loop-not-opened",
            French = $"{tag.Written} ferme une boucle qui n'est pas ouverte.",
            English = $"{tag.Written} closes a loop that is not open.",
            FrenchRemedy = $"Ajoutez {{{{#{tag.Name}}}}} avant, ou retirez cette fermeture.",
            EnglishRemedy = $"Add {{{{#{tag.Name}}}}} before it, or remove this closing.",
            Where = tag.Where,
        };

    internal static TemplateProblem Crossed(TagPlace tag) =>
        new()
        {
            Code = "loop-crossed",
            French = $"La boucle {tag.Written} commence et finit à des endroits qui ne vont pas ensemble.",
            English = $"The loop {tag.Written} starts and ends in places that do not belong together.",
            FrenchRemedy =
                "Mettez ses deux marques au même niveau : même paragraphe, même cellule, lignes d'un même tableau, ou texte courant.",
            EnglishRemedy =
                "Put both marks on the same level: same paragraph, same cell, rows of one table, or running text.",
            Where = tag.Where,
        };

    internal static TemplateProblem ColumnsOutsideRow(TagPlace tag) =>
        new()
        {
            Code = "columns-outside-row",
            French = $"La boucle {tag.Written} ne commence et ne finit pas dans une même ligne de tableau.",
            English = $"The loop {tag.Written} does not start and end in one row of a table.",
            FrenchRemedy =
                "Mettez ses deux marques dans les cellules d'une même ligne, autour des colonnes à répéter.",
            EnglishRemedy = "Put both marks in cells of one row, around the columns to repeat.",
            Where = tag.Where,
        };

    internal static TemplateProblem NotAlone(TagPlace tag) =>
        new()
        {
            Code = "document-not-alone",
            French = $"{tag.Written} insère un document entier : il lui faut un paragraphe à lui.",
            English = $"{tag.Written} inserts a whole document: it needs a paragraph of its own.",
            FrenchRemedy = "Mettez cette balise seule dans un paragraphe.",
            EnglishRemedy = "Put this tag alone in a paragraph.",
            Where = tag.Where,
        };

    internal static TemplateProblem Unknown(TagPlace tag, string? nearest) =>
        new()
        {
            Code = "unknown-tag",
            French = $"Le champ « {tag.Name} » est inconnu.",
            English = $"The field “{tag.Name}” is unknown.",
            FrenchRemedy = nearest is null
                ? "Retirez-le ou corrigez son nom."
                : $"Vouliez-vous « {nearest} » ?",
            EnglishRemedy = nearest is null ? "Remove it or correct its name." : $"Did you mean “{nearest}”?",
            Where = tag.Where,
        };

    internal static TemplateProblem NotShowable(TagPlace tag) =>
        new()
        {
            Code = "loop-used-as-field",
            French = $"« {tag.Name} » est une boucle ou une condition : elle n'a pas de texte à elle.",
            English = $"“{tag.Name}” is a loop or a condition: it has no text of its own.",
            FrenchRemedy = $"Écrivez {{{{#{tag.Name}}}}} … {{{{/{tag.Name}}}}}.",
            EnglishRemedy = $"Write {{{{#{tag.Name}}}}} … {{{{/{tag.Name}}}}}.",
            Where = tag.Where,
        };

    internal static TemplateProblem QrCodeTooLong(TagPlace tag) =>
        new()
        {
            Code = "qr-code-too-long",
            French = $"Le texte de « {tag.Name} » est trop long pour un QR code.",
            English = $"The text of “{tag.Name}” is too long for a QR code.",
            FrenchRemedy = "Donnez une adresse plus courte : 2 000 caractères au plus.",
            EnglishRemedy = "Give a shorter address: 2,000 characters at most.",
            Where = tag.Where,
        };

    internal static TemplateProblem BadPicture(TagPlace tag) =>
        new()
        {
            Code = "bad-image",
            French = $"L'image de « {tag.Name} » n'est ni un PNG ni un JPEG.",
            English = $"The picture of “{tag.Name}” is neither PNG nor JPEG.",
            FrenchRemedy = "Donnez une image au format PNG ou JPEG.",
            EnglishRemedy = "Give a picture in PNG or JPEG format.",
            Where = tag.Where,
        };
}
