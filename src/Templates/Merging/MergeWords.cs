namespace Connector.Templates;

/// <summary>Sentences of the merge: comments in the document's language, lines of the report in both.</summary>
internal static class MergeWords
{
    private const int Longest = 200;

    /// <summary>First words of the comment; a later comment on the same field begins with the same.</summary>
    internal static string ConflictLead(string label, bool isFrench) =>
        Typeset(
            label.Length == 0
                ? isFrench
                    ? "Les données disent maintenant :"
                    : "The data now say:"
                : isFrench
                    ? $"{label} – les données disent maintenant :"
                    : $"{label} – the data now say:",
            isFrench
        );

    internal static string Conflict(string words, bool isFrench) =>
        words.Length == 0
            ? isFrench
                ? "rien. Votre texte a été gardé."
                : "nothing. Your text was kept."
            : Typeset(
                isFrench ? $"« {words} ». Votre texte a été gardé." : $"“{words}”. Your text was kept.",
                isFrench
            );

    internal static string Picture(bool isFrench) =>
        isFrench
            ? "une autre image ou un autre lien. Votre contenu a été gardé."
            : "another picture or link. Your content was kept.";

    internal static string Gone(UnitKind kind, bool isFrench) =>
        (kind, isFrench) switch
        {
            (UnitKind.Row, true) => "Cette ligne n'est plus dans les données.",
            (UnitKind.Row, false) => "This row is no longer in the data.",
            (_, true) => "Ce passage n'est plus dans les données.",
            (_, false) => "This passage is no longer in the data.",
        };

    internal static string KeptBecauseTouched(bool isFrench) =>
        Typeset(
            isFrench
                ? "Quelqu'un l'a modifié, il est donc gardé ; à supprimer s'il ne sert plus."
                : "Somebody changed it, so it was kept; delete it if it is of no more use.",
            isFrench
        );

    internal static string RemovedHere(string words, bool isFrench) =>
        Typeset(
            isFrench
                ? $"Ce qui a été supprimé ici a changé dans les données : « {words} ». Rien n'a été remis."
                : $"What was deleted here has changed in the data: “{words}”. Nothing was put back.",
            isFrench
        );

    internal static string Sentence(MergeEntry entry, bool isFrench)
    {
        var (edited, added) = (Short(entry.Edited), Short(entry.New));
        var what = isFrench
            ? entry.Outcome switch
            {
                MergeOutcome.Kept => $"gardé comme écrit : « {edited} »",
                MergeOutcome.Updated => $"mis à jour : « {edited} » devient « {added} »",
                MergeOutcome.Conflict when edited.Length == 0 =>
                    $"à trancher : supprimé du document, changé dans les données : « {added} » ; un commentaire le signale",
                MergeOutcome.Conflict =>
                    $"à trancher : le document dit « {edited} », les données « {added} » ; un commentaire le signale",
                MergeOutcome.Added => $"ajouté : « {added} »",
                MergeOutcome.Removed => $"retiré : « {edited} »",
                _ => edited.Length > 0
                    ? $"n'est plus dans les données, mais quelqu'un l'a modifié : « {edited} » est gardé"
                    : $"a été supprimé du document, mais reste dans les données : « {added} » n'est pas remis",
            }
            : entry.Outcome switch
            {
                MergeOutcome.Kept => $"kept as written: “{edited}”",
                MergeOutcome.Updated => $"updated: “{edited}” becomes “{added}”",
                MergeOutcome.Conflict when edited.Length == 0 =>
                    $"to settle: deleted from the document, changed in the data: “{added}”; a comment tells it",
                MergeOutcome.Conflict =>
                    $"to settle: the document says “{edited}”, the data “{added}”; a comment tells it",
                MergeOutcome.Added => $"added: “{added}”",
                MergeOutcome.Removed => $"taken out: “{edited}”",
                _ => edited.Length > 0
                    ? $"is no longer in the data, but somebody changed it: “{edited}” is kept"
                    : $"was deleted from the document, but is still in the data: “{added}” is not put back",
            };
        return Typeset(
            entry.Where.Length == 0 ? what
                : isFrench ? $"{entry.Where} : {what}"
                : $"{entry.Where}: {what}",
            isFrench
        );
    }

    private static string Short(string words)
    {
        var line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : line[..Longest] + "…";
    }

    private static string Typeset(string words, bool isFrench) =>
        isFrench ? FrenchTypography.Apply(words) : words;
}
