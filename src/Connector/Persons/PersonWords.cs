using Connector.Domain;
using Connector.Reports;

namespace Connector.Persons;

/// <summary>The sentences about a person's rights.</summary>
internal static class PersonWords
{
    public static Text Said(SoughtPerson who, IReadOnlyList<Trace> traces)
    {
        var name = who.Person.Name.Length > 0 ? who.Person.Name : who.Person.Email ?? who.Person.Id;
        return traces.Count == 0
            ? new Text(
                $"Rien ne parle plus de « {name} » : annuaire, carnet, agendas, documents, registre et fichiers locaux ont été relus.",
                $"Nothing tells of '{name}' any more: directory, address book, calendars, documents, ledger and local files were read."
            )
            : new Text($"Effacement de « {name} ».", $"Erasure of '{name}'.");
    }

    public static Text Again(SoughtPerson who) =>
        new(
            $"Ensuite : connector apply, puis connector person erase \"{who.Asked}\" --yes, jusqu'à ce que rien ne reste.",
            $"Then: connector apply, then connector person erase \"{who.Asked}\" --yes, until nothing is left."
        );

    public static readonly Text Fingerprint = new(
        "Une empreinte du nom, dont il ne peut pas être relu, reste au registre : si quelqu'un l'écrit encore, l'agenda public du réseau le masque.",
        "A fingerprint of the name, from which it cannot be read, stays in the ledger: should somebody still write it, the network's public calendar masks it."
    );

    /// <summary>Recordings and the like: nobody reads them by machine.</summary>
    public static IEnumerable<Text> Unread(IReadOnlyList<string> paths) =>
        paths.Count == 0
            ? []
            :
            [
                new Text(
                    $"Trop grands pour être relus, à vérifier à la main : {string.Join(" ; ", paths)}",
                    $"Too large to be read, to be checked by hand: {string.Join("; ", paths)}"
                ),
            ];

    public static readonly Text ServiceMemory = new(
        "Si le service tourne : son historique dit qui a demandé quoi jusqu'à la fin de la conservation, et son journal d'audit, enchaîné, le garde comme preuve.",
        "Where the service runs: its history says who asked for what until the end of the retention, and its audit trail, chained, keeps it as proof."
    );

    public static Text CardPlace(string name) =>
        new($"carnet d'adresses, carte « {name} »", $"address book, card '{name}'");

    public static Text CardGoesWith(IReadOnlyList<string> written) =>
        new(
            $"retirée, avec ce que quelqu'un y a écrit : {string.Join(" ; ", written)}",
            $"taken out, with what somebody wrote in it: {string.Join("; ", written)}"
        );

    public static readonly Text CardGoes = new("retirée", "taken out");

    public static readonly Text CardFollows = new(
        "suit l'annuaire au prochain apply ; ce que quelqu'un y a écrit reste",
        "follows the directory with the next apply; what somebody wrote in it stays"
    );

    public static readonly Text CardMoved = new(
        "quelqu'un l'a changée à l'instant : relancez",
        "somebody changed it just now: run again"
    );

    public static readonly Text ReadAgain = new(
        "à relire : l'ancienne valeur peut y figurer",
        "to be read again: the former value may stand there"
    );

    public static readonly Text NothingWritten = new(
        "Rien n'a été écrit : sans cette personne, le fichier du territoire ne serait plus valable.",
        "Nothing was written: without this person the territory file would not be valid."
    );

    public static readonly Text OlderCopies = new(
        "Nextcloud garde d'anciennes versions des fichiers et sa corbeille, et vos sauvegardes gardent tout : ce qui y est expire selon les réglages du serveur (occ versions:cleanup, occ trashbin:cleanup).",
        "Nextcloud keeps older versions of files and its trash bin, and your backups keep everything: what is in them expires as the server is set (occ versions:cleanup, occ trashbin:cleanup)."
    );

    public static readonly Problem NotLines = new()
    {
        Code = "not-lines",
        Message = new Text(
            "Le fichier du territoire ne peut pas être relu ligne par ligne.",
            "The territory file cannot be read line by line."
        ),
        Remedy = new Text("Enregistrez-le en UTF-8, et relancez.", "Save it as UTF-8, and run again."),
    };
}
