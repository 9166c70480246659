namespace Connector.Domain.Workspaces;

/// <summary>Why something is done in the network's address book, or not.</summary>
internal static class AddressBookReasons
{
    public static readonly Text Asked = new(
        "le fichier du territoire le demande",
        "the territory file asks for it"
    );

    public static readonly Text Read = new(
        "les membres du réseau le consultent, sans pouvoir y écrire",
        "the network's members look at it and cannot write in it"
    );

    public static readonly Text Given = new(
        "elle est membre du réseau, ou a donné son accord",
        "it is a member of the network, or the person agreed"
    );

    public static readonly Text Moved = new(
        "l'annuaire a changé, et personne n'y a touché",
        "the directory has changed, and nobody touched it"
    );

    public static readonly Text MovedUnderWords = new(
        "l'annuaire a changé ; ce que quelqu'un y a écrit reste",
        "the directory has changed; what somebody wrote in it stays"
    );

    public static readonly Text Kept = new(
        "quelqu'un y a écrit ce que dit aussi l'annuaire, ou autre chose : gardée telle quelle",
        "somebody wrote in it what the directory says as well, or something else: kept as it is"
    );

    public static readonly Text NotOurs = new(
        "une carte porte déjà ce nom et n'est pas celle que Connector a écrite : gardée telle quelle. Supprimez-la dans Contacts : elle sera refaite",
        "a card has this name already and is not the one that Connector wrote: kept as it is. Delete it in Contacts: it will be made anew"
    );

    public static readonly Text Left = new(
        "elle n'est plus membre, ou n'a pas ou plus donné son accord ; personne n'y a touché",
        "it is no member any more, or the person has not, or no longer, agreed; nobody touched it"
    );

    public static readonly Text TouchedLeaver = new(
        "elle ne devrait plus y être, mais quelqu'un y a écrit : gardée. Supprimez-la dans Contacts, ou, pour une personne : connector person object NOM --yes",
        "it should be there no more, but somebody wrote in it: kept. Delete it in Contacts, or, for a person: connector person object NAME --yes"
    );

    public static readonly Text TooMany = new(
        "plus d'un quart des cartes seraient retirées d'un coup : rien n'est retiré. Si c'est voulu, relancez avec --confirm",
        "more than a quarter of the cards would go at once: nothing goes. If it is meant, run again with --confirm"
    );

    public static readonly Text NoLongerKept = new(
        "le fichier du territoire ne le demande plus : il reste tel quel, partagé, et n'est plus tenu à jour. Supprimez-le dans Contacts s'il ne doit plus servir",
        "the territory file asks for it no more: it stays as it is, shared, and is kept true no longer. Delete it in Contacts if it is not to be used any more"
    );
}
