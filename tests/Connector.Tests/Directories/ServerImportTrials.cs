using Connector.Connector.Tests.Cli;
using Connector.Nextcloud.Ocs;
using Connector.Templates.Spreadsheets;
using Connector.Tests.Provisioning;

namespace Connector.Tests.Directories;

/// <summary><c>connector directory import --from-nextcloud</c></summary>
internal sealed class ServerImportTrials
{
    [Test]
    public async Task Accounts_come_into_the_directory_once_and_nothing_is_invented()
    {
        await using var place = await Workplace.OpenAsync();
        using var terminal = Terminal.At(place);
        using var coordinator = place.Administrator();
        await File.AppendAllTextAsync(terminal.Territory, "\nannuaire: nextcloud\n");
        await terminal.RunAsync("apply", terminal.Territory);
        await Make(place, "lea.martin", "Léa Martin", "lea@mjc-valombre.fr", "jeunes");
        await Make(place, "paul", "Paul Durand", "paul@gmail.com");
        await Make(place, "zoe2", "Zoé Saint-Exupère", null);
        var list = terminal.At("liste.csv");
        await File.WriteAllTextAsync(
            list,
            "Structure,Ville,Site web,SIRET\nMJC de Valombre,Valombre,https://www.mjc-valombre.fr,43493312300029\n"
        );
        await terminal.RunAsync("directory", "import", list, "--file", terminal.Territory, "--yes");

        var dry = await Import(terminal);
        Assert.That(dry.Code, Is.EqualTo(3), dry.All);
        Assert.That(dry.Out, Does.Contain("zoe2").And.Contain("même nom"));
        var written = await Import(terminal, "--yes");
        Assert.That(written.Code, Is.EqualTo(2), written.All);

        var book = WorkbookReader.Read(await coordinator.ReadBytes("Pilotage/Annuaire.xlsx"));
        var people = Rows(book, "Personnes");
        Assert.That(people, Has.Some.Contains("lea.martin").And.Some.Contains("mjc-de-valombre"));
        Assert.That(people, Has.None.Contains("zoe2").And.None.Contains("ines.le-goff"));
        Assert.That(
            people.Single(row => row.Contains("paul", StringComparison.Ordinal)),
            Does.EndWith("paul@gmail.com")
        );
        Assert.That(Rows(book, "Participation"), Is.EqualTo(new[] { "lea.martin|jeunes|membre" }));

        var bytes = await coordinator.ReadBytes("Pilotage/Annuaire.xlsx");
        Assert.That((await Import(terminal, "--yes")).Code, Is.EqualTo(2));
        Assert.That(await coordinator.ReadBytes("Pilotage/Annuaire.xlsx"), Is.EqualTo(bytes));
        await terminal.RunAsync("apply", terminal.Territory);
        Assert.That((await place.Client.Groups.Members("jeunes", default))!, Does.Contain("lea.martin"));
    }

    private static Task<Said> Import(Terminal terminal, params string[] more) =>
        terminal.RunAsync(["directory", "import", "--from-nextcloud", "--file", terminal.Territory, .. more]);

    private static async Task Make(
        Workplace place,
        string id,
        string name,
        string? email,
        params string[] groups
    )
    {
        var user = new NewUser
        {
            Id = id,
            DisplayName = name,
            Email = email,
            Password = Workplace.Password,
            Groups = groups,
        };
        Assert.That((await place.Client.Users.Create(user, default)).IsThere);
    }

    /// <summary>What each row below the header says, its filled cells joined.</summary>
    private static IReadOnlyList<string> Rows(IReadOnlyList<SheetTable> book, string sheet) =>
        [
            .. book.Single(one => one.Name == sheet)
                .Rows.Skip(1)
                .Select(row =>
                    string.Join('|', row.Cells.Select(cell => cell.Words).Where(words => words.Length > 0))
                ),
        ];
}
