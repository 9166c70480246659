using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates;

/// <summary>The sentences that the linter alone says.</summary>
internal static class LintProblems
{
    /// <param name="mended">What was certainly meant; null when that is not certain.</param>
    internal static TemplateProblem Unreadable(TagSpot spot, string? mended)
    {
        var written = spot.Written.Replace('\n', '⏎').Replace('\t', '⇥');
        var problem = TagProblems.Unreadable(written, "");
        if (!written.Contains('}', StringComparison.Ordinal))
        {
            problem = problem with
            {
                French = $"« {written} » n'est pas fermé dans son paragraphe.",
                English = $"“{written}” is not closed in its paragraph.",
                FrenchRemedy =
                    "Terminez-le par }} sans aller à la ligne ; s'il continue plus bas, rejoignez les deux lignes.",
                EnglishRemedy = "End it with }} on the same line; if it goes on below, join the two lines.",
            };
        }

        return mended is null
            ? problem
            : problem with
            {
                FrenchRemedy = $"Écrivez {mended}.",
                EnglishRemedy = $"Write {mended}.",
            };
    }

    internal static TemplateProblem BraceMissing(string written, string mended) =>
        new()
        {
            Code = "brace-missing",
            French = $"« {written} » a l'air d'un champ, mais sera laissé tel quel.",
            English = $"“{written}” looks like a field, and will be left as it is.",
            FrenchRemedy = $"Écrivez {mended} si c'en est un.",
            EnglishRemedy = $"Write {mended} if it is one.",
        };

    internal static TemplateProblem Formatting(TagPlace tag) =>
        new()
        {
            Where = tag.Where,
            Code = "tag-formatting",
            French =
                $"La mise en forme change au milieu de {tag.Written} : seule celle de son début sera gardée.",
            English = $"The formatting changes within {tag.Written}: only that of its start will be kept.",
            FrenchRemedy =
                "Sélectionnez-le en entier, accolades comprises, et donnez-lui une seule mise en forme.",
            EnglishRemedy = "Select the whole of it, braces included, and give it one formatting.",
        };

    internal static TemplateProblem ClosesOther(TagPlace tag, string mended) =>
        TagProblems.NotOpened(tag) with
        {
            FrenchRemedy = $"Vouliez-vous {mended} ?",
            EnglishRemedy = $"Did you mean {mended}?",
        };

    internal static TemplateProblem OutsideLoop(
        TagPlace tag,
        IReadOnlyList<string> loops,
        Paragraph paragraph
    )
    {
        var loop = KnownNames.Last(loops[0]);
        var (open, close) = ($"{{{{#{loop}}}}}", $"{{{{/{loop}}}}}");
        var isInRow = paragraph.Ancestors<TableRow>().Any();
        var others = string.Join(", ", loops.Select(path => $"« {KnownNames.Last(path)} »").Distinct());
        return new()
        {
            Where = tag.Where,
            Code = "field-outside-loop",
            French = $"Le champ « {tag.Name} » n'existe que dans la boucle {others}.",
            English = $"The field “{tag.Name}” exists only within the loop {others}.",
            FrenchRemedy = isInRow
                ? $"Mettez {open} au début de la première cellule de cette ligne et {close} à la fin de la dernière."
                : $"Mettez {open} avant ce qui se répète et {close} après.",
            EnglishRemedy = isInRow
                ? $"Put {open} at the start of the first cell of this row and {close} at the end of the last one."
                : $"Put {open} before what repeats and {close} after it.",
        };
    }

    internal static TemplateProblem NotInRow(TagPlace open, TagPlace close) =>
        new()
        {
            Where = open.Where,
            Code = "loop-not-in-row",
            French = $"{open.Written} et {close.Written} ne sont pas dans les lignes d'un même tableau.",
            English = $"{open.Written} and {close.Written} are not in rows of one table.",
            FrenchRemedy =
                "Mettez les deux marques dans la ligne qui se répète : l'une dans sa première cellule, l'autre dans sa dernière.",
            EnglishRemedy =
                "Put both marks in the row that repeats: one in its first cell, the other in its last one.",
        };

    internal static TemplateProblem WholeTable(TagPlace open) =>
        new()
        {
            Where = open.Where,
            Code = "loop-around-table",
            French = $"{open.Written} répète le tableau entier, en-tête compris, et non sa ligne.",
            English = $"{open.Written} repeats the whole table, its header row too, and not its row.",
            FrenchRemedy =
                "Pour répéter la ligne, mettez les deux marques dans cette ligne : l'une dans sa première cellule, l'autre dans sa dernière.",
            EnglishRemedy =
                "To repeat the row, put both marks in that row: one in its first cell, the other in its last one.",
        };

    internal static TemplateProblem NoStyle(string style) =>
        new()
        {
            Code = "style-missing",
            French =
                $"Le style « {style} » n'existe pas dans ce document : le texte prendra l'allure ordinaire.",
            English =
                $"The style “{style}” does not exist in this document: the text will look like any other.",
            FrenchRemedy =
                "Choisissez un autre style, ou copiez ici un paragraphe d'un document qui a celui-ci.",
            EnglishRemedy =
                "Choose another style, or copy here a paragraph from a document that has this one.",
        };
}
