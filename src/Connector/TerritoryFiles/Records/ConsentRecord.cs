using Connector.Domain;
using Connector.Domain.Territories;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Records;

/// <summary>What a person was told and agreed to: the same keys in the territory file and on the sheet « Personnes ».</summary>
internal static class ConsentRecord
{
    public static readonly Key<DateOnly> InformedOn = new(
        "informé-le",
        Moments.Date,
        new Text(
            "jour où la personne a su ce qui est gardé d'elle, et ses droits.",
            "day on which the person was told what is kept, and their rights."
        )
    )
    {
        Aliases = ["informée le", "information le", "date d'information"],
    };

    public static readonly ChoiceShape<Listing> AgreedShape = new(
        (Listing.Nothing, ["non", "faux", "false", "no"]),
        (Listing.Everything, ["oui", "vrai", "true", "yes"]),
        (Listing.Name, ["nom", "nom seul"]),
        (Listing.NameAndEmail, ["nom et courriel", "courriel"]),
        (Listing.NameAndTelephone, ["nom et téléphone", "téléphone"])
    );

    public static readonly Key<Listing> Agreed = new(
        "accord",
        AgreedShape,
        new Text(
            "ce qui peut figurer au carnet d'adresses du réseau : oui (tout), nom, nom et courriel, nom et téléphone ; non par défaut.",
            "what may stand in the network's address book: oui (all), nom, nom et courriel, nom et téléphone; default non."
        )
    )
    {
        Aliases = ["accord annuaire", "accord publication", "consentement"],
    };

    public static readonly Key<DateOnly> AgreedOn = new(
        "accord-le",
        Moments.Date,
        new Text(
            "jour de cet accord ; sans lui, il ne compte pas.",
            "day of that; without it, it does not count."
        )
    )
    {
        Aliases = ["date d'accord", "date de l'accord"],
    };

    public static readonly Key<DateOnly> ObjectedOn = new(
        "opposition-le",
        Moments.Date,
        new Text("jour où la personne s'y est opposée.", "day on which the person objected to that.")
    )
    {
        Aliases = ["opposition", "date d'opposition"],
    };

    public static readonly Key<DateOnly> LastContact = new(
        "dernier-contact",
        Moments.Date,
        new Text("jour du dernier contact.", "day of the last contact.")
    );

    public static readonly Key[] Keys = [InformedOn, Agreed, AgreedOn, ObjectedOn, LastContact];

    public static Consent Build(RecordReader record) =>
        Checked(
            new Consent
            {
                InformedOn = record.FindValue(InformedOn),
                Agreed = record.Get(Agreed, Listing.Nothing),
                AgreedOn = record.FindValue(AgreedOn),
                ObjectedOn = record.FindValue(ObjectedOn),
                LastContact = record.FindValue(LastContact),
            },
            record.PlaceOf(Agreed),
            record.Problems
        );

    /// <summary>The same; an agreement without its day is told.</summary>
    public static Consent Checked(Consent consent, SourcePlace place, ProblemList problems)
    {
        if (consent is { Agreed: not Listing.Nothing, AgreedOn: null })
        {
            problems.Warn("agreement-without-date", place, NoDay, WriteDay);
        }

        return consent;
    }

    private static readonly Text NoDay = new(
        "L'accord n'a pas de date : il ne compte pas, la personne n'est pas listée.",
        "The agreement has no date: it does not count, the person is not listed."
    );

    private static readonly Text WriteDay = new(
        "Écrivez le jour de l'accord dans « accord le », ou « non » dans « accord ».",
        "Write the day of the agreement under 'accord le', or 'non' under 'accord'."
    );
}
