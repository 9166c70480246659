using Connector.Domain.AddressBooks;
using Connector.Domain.Territories;

namespace Connector.Domain.Tests.AddressBooks;

/// <summary>Who is listed, with what of them.</summary>
public sealed class ConsentTests
{
    private static readonly DateOnly Day = new(2026, 9, 1);

    [Test]
    public void Nobody_is_listed_who_said_nothing() => Assert.That(Consent.None.IsListed, Is.False);

    [Test]
    public void An_agreement_without_its_day_does_not_count() =>
        Assert.That(new Consent { Agreed = Listing.Everything }.IsListed, Is.False);

    [TestCase(-1, true, TestName = "An agreement after an objection counts")]
    [TestCase(0, false, TestName = "An objection on the same day wins")]
    [TestCase(1, false, TestName = "An objection takes the agreement back")]
    public void Objecting(int days, bool listed)
    {
        var consent = new Consent
        {
            Agreed = Listing.Everything,
            AgreedOn = Day,
            ObjectedOn = Day.AddDays(days),
        };
        Assert.That(consent.IsListed, Is.EqualTo(listed));
    }

    [TestCase(Listing.Name, false, false)]
    [TestCase(Listing.NameAndEmail, true, false)]
    [TestCase(Listing.NameAndTelephone, false, true)]
    [TestCase(Listing.Everything, true, true)]
    public void A_card_holds_what_was_agreed_to_and_nothing_else(Listing agreed, bool email, bool telephone)
    {
        var person = new Person
        {
            Id = "ines",
            Name = "Inès Le Goff",
            FirstName = "Inès",
            Email = "ines@example.org",
            Telephone = "01 23 45 67 89",
            Consent = new Consent { Agreed = agreed, AgreedOn = Day },
        };
        var card = CardText.Of("uid", person, "CCAS; Valombre");
        Assert.That(
            card,
            Does.Contain("\r\nN:Le Goff;Inès;;;\r\n").And.Contain("\r\nORG:CCAS\\; Valombre\r\n")
        );
        Assert.That(card.Contains("ines@example.org", StringComparison.Ordinal), Is.EqualTo(email));
        Assert.That(
            card.Contains("TEL;TYPE=WORK:+33123456789", StringComparison.Ordinal),
            Is.EqualTo(telephone)
        );
    }
}
