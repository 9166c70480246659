using Connector.Domain;
using Connector.Domain.Territories;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Records;

/// <summary>An organisation as written; <see cref="Referent"/> is judged when the people are known.</summary>
internal sealed record OrganisationDraft(
    Located<string> Id,
    Organisation Organisation,
    Located<string>? Referent
);

/// <summary>« organisations »: the keys of one.</summary>
internal static class OrganisationRecord
{
    public static readonly Key<Located<string>> Id = new(
        "id",
        new LocatedShape<string>(Identifiers.Organisation),
        new Text(
            "identifiant court et stable, par exemple ccas-valombre.",
            "short and stable identifier, such as ccas-valombre."
        )
    )
    {
        IsRequired = true,
        Aliases = ["identifiant"],
    };

    public static readonly Key<string> Name = new(
        "nom",
        TextShape.Name,
        new Text("nom de la structure.", "name of the organisation.")
    )
    {
        IsRequired = true,
    };

    public static readonly Key<string> Pivot = new(
        "pivot",
        Identifiers.Pivot,
        new Text(
            "SIRET (14 chiffres) ou RNA (W et 9 chiffres).",
            "SIRET (14 digits) or RNA (W and 9 digits)."
        )
    )
    {
        Aliases = ["siret", "rna"],
    };

    public static readonly Key<string> Type = new(
        "type",
        TextShape.Name,
        new Text(
            "typologie du standard national (CCAS, BIB, ML, ASSO…) ou mot à vous.",
            "type of the national standard (CCAS, BIB, ML, ASSO…) or a word of your own."
        )
    )
    {
        Aliases = ["typologie"],
    };

    public static readonly Key<string> Commune = new(
        "commune",
        TextShape.Name,
        new Text("commune.", "municipality.")
    );

    public static readonly Key<string> PostalCode = new(
        "code-postal",
        Identifiers.PostalCode,
        new Text("cinq chiffres.", "five digits.")
    );

    public static readonly Key<string> Address = new(
        "adresse",
        TextShape.Name,
        new Text("numéro et voie.", "number and street.")
    );

    public static readonly Key<string> WebSite = new(
        "site-web",
        Identifiers.WebAddress,
        new Text("adresse du site, avec https://.", "address of the site, with https://.")
    )
    {
        Aliases = ["site"],
    };

    public static readonly Key<string> Telephone = new(
        "téléphone",
        TextShape.Name,
        new Text("téléphone de la structure.", "the organisation's telephone.")
    );

    public static readonly Key<Located<string>> Referent = new(
        "référent",
        new LocatedShape<string>(Identifiers.Person),
        new Text("identifiant de la personne à contacter.", "identifier of the person to contact.")
    )
    {
        Aliases = ["référente", "contact"],
    };

    public static readonly Key<string> Role = new(
        "rôle",
        TextShape.Name,
        new Text(
            "place dans le réseau : copilote, financeur, bénéficiaire…",
            "place in the network: copilote, financeur, bénéficiaire…"
        )
    );

    public static readonly ChoiceShape<bool> YesNo = new(
        (true, ["oui", "vrai", "true", "yes", "x"]),
        (false, ["non", "faux", "false", "no"])
    );

    public static readonly Key<bool> Historic = new(
        "historique",
        YesNo,
        new Text(
            "oui pour un acteur historique, sans qui le groupe ne serait pas reconnu ; non par défaut.",
            "oui for a historic actor, without whom the group would not be recognised; default non."
        )
    );

    public static readonly ChoiceShape<ContactState> ContactShape = new(
        (ContactState.Member, ["membre"]),
        (ContactState.ToMeet, ["à rencontrer"]),
        (ContactState.Met, ["rencontré", "rencontrée"]),
        (ContactState.Invited, ["invité", "invitée"])
    );

    public static readonly Key<ContactState> Contact = new(
        "état",
        ContactShape,
        new Text(
            "membre (par défaut), à rencontrer, rencontré ou invité.",
            "membre (default), à rencontrer, rencontré or invité."
        )
    );

    public static readonly RecordShape<OrganisationDraft> Shape = new(
        new Text("organisation", "organisation"),
        () =>
            [
                Id,
                Name,
                Pivot,
                Type,
                Commune,
                PostalCode,
                Address,
                WebSite,
                Telephone,
                Referent,
                Role,
                Historic,
                Contact,
            ],
        Build
    );

    private static OrganisationDraft Build(RecordReader record)
    {
        var id = record.Get(Id, new Located<string>("", record.Place));
        var referent = record.Find(Referent);
        return new OrganisationDraft(
            id,
            new Organisation
            {
                Id = id.Value,
                Name = record.Get(Name, ""),
                Pivot = TidyPivot(record.Find(Pivot)),
                Type = TidyType(record.Find(Type)),
                Commune = record.Find(Commune),
                PostalCode = record.Find(PostalCode)?.PadLeft(5, '0'),
                Address = record.Find(Address),
                WebSite = record.Find(WebSite),
                Telephone = record.Find(Telephone),
                Referent = referent?.Value,
                Role = record.Find(Role),
                IsHistoric = record.Get(Historic, false),
                Contact = record.FindValue(Contact),
            },
            referent
        );
    }

    public static string? TidyPivot(string? pivot) =>
        pivot?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>« PE » (Pôle emploi) became « FT » (France Travail) in the national list.</summary>
    public static string? TidyType(string? type) => type == "PE" ? "FT" : type;
}
