using System.Net;
using System.Text;
using Connector.Connector.Tests.Service;

namespace Connector.Tests.Console;

/// <summary>A directory that lives on Nextcloud, imported into and edited from the console.</summary>
public sealed class CloudDirectoryPagesTrials
{
    [Test]
    public async Task What_is_imported_and_edited_stands_in_the_workbook_on_nextcloud()
    {
        await using var place = await ConsolePlace.OpenAsync(start: false);
        var file = place.Terminal.Territory;
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(
            file,
            text.Replace("organisations:", "annuaire: nextcloud\norganisations:", StringComparison.Ordinal)
        );
        await place.StartAsync();
        await place.Service.RunAsync();
        await place.AddAsync("coordo", "coordination", "reseau");
        using var browser = new ConsoleBrowser(place.Address);
        await browser.SignInAsync(place, "coordo");
        using var content = new MultipartFormDataContent
        {
            {
                new StringContent(
                    PageForm.Fields(await browser.SourceAsync("/t/vallon/annuaire/import"))["jeton"]
                ),
                "jeton"
            },
            {
                new ByteArrayContent(
                    Encoding.UTF8.GetBytes(
                        "id,nom,commune,code_postal\nfablab,Fablab du Vallon,Valombre,24990\n"
                    )
                ),
                "fichier",
                "lieux.csv"
            },
        };
        using var sent = await browser.PostAsync("/t/vallon/annuaire/import", content);
        var preview = sent.Headers.Location!.OriginalString;
        using var done = await browser.PostAsync(
            preview,
            [.. PageForm.Fields(await browser.ReadAsync(preview)).Where(field => field.Key != "abandonner")]
        );
        Assert.That(
            done.Headers.Location?.OriginalString,
            Is.EqualTo("/t/vallon/annuaire"),
            await browser.ReadAsync(preview)
        );
        const string Record = "/t/vallon/annuaire/structures/fablab/modifier";
        var fields = PageForm.Fields(await browser.ReadAsync(Record));
        fields["telephone"] = "05 53 00 00 00";
        using var saved = await browser.PostAsync(Record, [.. fields]);
        Assert.That(
            saved.StatusCode,
            Is.EqualTo(HttpStatusCode.Redirect),
            await saved.Content.ReadAsStringAsync()
        );
        Assert.That(
            await browser.ReadAsync("/t/vallon/annuaire/structures/fablab"),
            Does.Contain("05 53 00 00 00").And.Contain("à rencontrer")
        );
    }
}
