using Connector.Reports;
using MimeKit;

namespace Connector.Tests.Announcing;

/// <summary>Announcements by mail, against a real mail server with TLS and an account.</summary>
public sealed class MailTrials
{
    [TestCase(false)]
    [TestCase(true)]
    public async Task Each_person_gets_one_letter_of_text_and_html_which_says_that_a_program_wrote_it(
        bool tls
    )
    {
        await using var mail = tls ? MailReceiver.Tls() : MailReceiver.StartTls();
        await using var place = await Open(mail, tls);
        var report = await place.SendAsync(mail);
        Assert.That(
            report.Outcome,
            Is.EqualTo(RunOutcome.Done),
            string.Join(' ', report.Warnings.Select(one => one.Message.French))
        );
        // Noé and Zoé have no address in the directory.
        var letter = mail.Letters.Single();
        Assert.That(letter.To.Mailboxes.Single().Address, Is.EqualTo("ines@example.org"));
        Assert.That(letter.From.Mailboxes.Single().Address, Is.EqualTo("reseau@example.org"));
        Assert.That(
            AnnouncingPlace.Tidy(letter.Subject!),
            Is.EqualTo("Rencontre déplacée : Comité stratégique")
        );
        Assert.That(letter.Headers["Auto-Submitted"], Is.EqualTo("auto-generated"));
        Assert.That(
            letter.Headers["List-Unsubscribe"],
            Does.StartWith("<mailto:reseau@example.org?subject=")
        );
        Assert.That(letter.MessageId, Does.EndWith("@example.org"));
        Assert.That(letter.Body, Is.TypeOf<MultipartAlternative>());
        Assert.That(
            AnnouncingPlace.Tidy(letter.TextBody!),
            Does.Contain("Jeudi 10 décembre").And.Contain("répondez-y simplement")
        );
        Assert.That(letter.HtmlBody, Does.Contain("<strong>").And.Not.Contain("<script"));

        await place.SendAsync(mail);
        Assert.That(mail.Letters, Has.Count.EqualTo(1), "nobody gets it twice");
    }

    [Test]
    public async Task A_wrong_password_waits_and_an_address_that_is_refused_is_a_dead_letter()
    {
        await using var mail = MailReceiver.StartTls();
        await using var place = await Open(mail, tls: false);
        place.Terminal.Environment["ANNONCES_SMTP"] = "faux";
        var wrong = await place.SendAsync(mail);
        Assert.That(
            wrong.Warnings.Single().Message.French,
            Does.Contain("refuse le compte ou son mot de passe")
        );
        place.Terminal.Environment["ANNONCES_SMTP"] = MailReceiver.Password;
        place.Time.Advance(TimeSpan.FromMinutes(5));
        var file = await File.ReadAllTextAsync(place.Terminal.Territory);
        await File.WriteAllTextAsync(
            place.Terminal.Territory,
            file.Replace(
                "courriel: ines@example.org",
                $"courriel: {MailReceiver.Unknown}",
                StringComparison.Ordinal
            )
        );
        await place.SendAsync(mail);
        var status = await place.RunAsync("status");
        Assert.That(status.Out, Does.Contain("Le serveur refuse cette adresse (550)"), status.All);
        Assert.That(status.All, Does.Not.Contain(MailReceiver.Password));
    }

    [Test]
    public async Task A_certificate_that_nobody_vouches_for_gets_no_password()
    {
        await using var mail = MailReceiver.StartTls();
        await using var place = await Open(mail, tls: false);
        var said = await place.RunAsync("send");
        Assert.That(said.Code, Is.EqualTo(2), said.All);
        Assert.That(said.Errors, Does.Contain("n'est pas digne de confiance"));
        Assert.That(mail.Letters, Is.Empty);
    }

    [Test]
    public async Task To_oneself_first_notes_nothing_and_then_all_get_it()
    {
        await using var mail = MailReceiver.StartTls();
        await using var place = await Open(mail, tls: false);
        Assert.That(
            (await place.RunAsync("send", "--only-me", "nobody")).Errors,
            Does.Contain("n'est pas une personne")
        );
        var preview = await place.JsonAsync("preview");
        Assert.That(
            preview.GetProperty("data").GetProperty("messages")[0].GetProperty("html").GetString(),
            Does.StartWith("<!DOCTYPE html>")
        );
        var me = await place.RunAsync("send", "--only-me", "ines@example.org");
        Assert.That(me.Errors, Does.Contain("digne de confiance"), "it went the way of mail");
        await place.SendAsync(mail);
        Assert.That(mail.Letters, Has.Count.EqualTo(1));
    }

    private static async Task<AnnouncingPlace> Open(MailReceiver mail, bool tls)
    {
        var place = await AnnouncingPlace.OpenAsync(
            $$"""
            canaux:
              - id: courriel
                type: courriel
                serveur: localhost
                port: {{mail.Port}}
                sécurité: {{(tls ? "tls" : "starttls")}}
                compte: {{MailReceiver.Account}}
                environnement: ANNONCES_SMTP
                expéditeur: reseau@example.org
            """
        );
        place.Terminal.Environment["ANNONCES_SMTP"] = MailReceiver.Password;
        await place.MoveMeetingAsync();
        return place;
    }
}
