using Connector.Domain;
using Connector.Ledger;
using Connector.Reports;

namespace Connector.Persons;

/// <summary>What becomes of the ledger's rows, in words.</summary>
internal static class LedgerTraces
{
    public static IEnumerable<Trace> Of(IReadOnlyList<PersonRow> rows) =>
        rows.GroupBy(row => (row.Kind, row.Table))
            .OrderBy(group => group.Key.Kind)
            .Select(group =>
            {
                var (fate, why) = Say(group.Key.Kind);
                return new Trace(fate, Place(group.Key.Table, group.Count()), why);
            });

    private static (TraceFate, Text) Say(PersonRowKind kind) =>
        kind switch
        {
            PersonRowKind.Forgettable => (TraceFate.Changed, Forgotten),
            PersonRowKind.Needed => (TraceFate.Follows, Needed),
            PersonRowKind.Memory => (TraceFate.Follows, Memory),
            PersonRowKind.Base => (TraceFate.Follows, Base),
            _ => (TraceFate.Stays, Signed),
        };

    private static Text Place(string table, int count) =>
        new($"registre, {table} ({count})", $"ledger, {table} ({count})");

    private static readonly Text Forgotten = new(
        "lignes oubliées, et le fichier du registre réécrit",
        "rows forgotten, and the ledger's file written anew"
    );

    private static readonly Text Needed = new(
        "sert au prochain apply à retirer la personne de ses groupes ; relancez ensuite",
        "the next apply takes the person out of their groups with it; run again then"
    );

    private static readonly Text Memory = new(
        "mémoire de ce qui est sur le serveur : suit ce qui y est corrigé, au prochain apply",
        "memory of what is on the server: follows what is corrected there, with the next apply"
    );

    private static readonly Text Base = new(
        "texte d'un document tel que Connector l'a écrit : remplacé au prochain apply qui le change",
        "a document as Connector wrote it: replaced by the next apply that changes it"
    );

    private static readonly Text Signed = new(
        "registre des signatures, gardé comme archive : chaque ligne prouve la précédente",
        "register of signatures, kept as an archive: each line proves the one before it"
    );
}
