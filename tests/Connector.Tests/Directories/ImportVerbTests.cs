using System.Text;
using System.Text.Json;
using Connector.Connector.Tests.Cli;
using Connector.Templates.Spreadsheets;
using Connector.Tests.TerritoryFiles;

namespace Connector.Tests.Directories;

/// <summary><c>connector directory import</c>, as typed. Each import is run again and finds nothing to do.</summary>
internal sealed class ImportVerbTests
{
    private Terminal _terminal = null!;

    private string Directory => _terminal.At("Annuaire.xlsx");

    [SetUp]
    public void Start() => _terminal = new Terminal();

    [TearDown]
    public void Stop() => _terminal.Dispose();

    [Test]
    public async Task The_38_real_places_of_Aix_come_in_and_their_two_non_conformities_are_told()
    {
        if (Repository.SharedData("lieux-mediation-numerique-aix.v1.csv") is not { } places)
        {
            Assert.Ignore(
                "The public data set lieux-mediation-numerique-aix.v1.csv is not beside this repository."
            );
            return;
        }

        var dry = await ImportAsync(places);
        Assert.That(dry.Code, Is.EqualTo(3), dry.All);
        Assert.That(dry.Out, Does.Contain("38 ajoutées").And.Contain("--yes"));
        Assert.That(File.Exists(Directory), Is.False);

        var written = await ImportAsync(places, "--yes");
        Assert.That(written.Code, Is.Zero, written.All);
        Assert.That(written.Errors.Split('!').Length - 1, Is.EqualTo(2), written.Errors);
        Assert.That(
            written.Errors,
            Does.Match(@":35:2 : .*n'a pas de « pivot »").And.Match(@":36:2 : .*« pivot »")
        );
        await NothingToDo(places, 38);

        await File.AppendAllTextAsync(_terminal.Territory, "\nannuaire: Annuaire.xlsx\n");
        var coverage = await _terminal.RunAsync("coverage", "--file", _terminal.Territory);
        Assert.That(coverage.Code, Is.Zero, coverage.All);
        Assert.That(coverage.Out, Does.Contain("2 structures regardées").And.Contain("→ à inviter"));
    }

    [Test]
    public async Task A_file_from_before_version_1_in_Windows_1252_is_taken_in_today_s_words()
    {
        var file = Write(
            "v0.csv",
            Encoding.Latin1.GetBytes(
                "id;pivot;nom;commune;code_postal;adresse;courriel;services;conditions_acces;labels_nationaux;date_maj\r\n"
                    + "s1;43493312300029;Médiathèque;Évry;1990;1 rue d'Été;a@b.fr;\"Accéder à du matériel;Prendre en main un ordinateur\";Payant : L'accès au lieu et/ou à ses services est payant;CNFS;31/01/2022\r\n"
            )
        );
        var said = await ImportAsync(file, "--yes", "--json");
        Assert.That(said.Code, Is.Zero, said.All);
        var row = Rows(Directory)[1];
        Assert.That(
            row,
            Does.Contain("01990").And.Contain("a@b.fr").And.Contain("2022-01-31").And.Contain("Payant")
        );
        Assert.That(
            row,
            Does.Contain(
                "Accès internet et matériel informatique|Maîtrise des outils numériques du quotidien"
            )
        );
        Assert.That(row, Does.Contain("Conseillers numériques").And.Contain("à rencontrer"));
        await NothingToDo(file, 1);
    }

    [Test]
    public async Task JSON_with_lists_numbers_and_objects_within_is_read()
    {
        var file = Write(
            "lieux.json",
            Encoding.UTF8.GetBytes(
                """
                {"records":[{"id":"a","pivot":43493312300029,"nom":"Anonymal","adresse":{"commune":"Aix","code_postal":13100,"voie":"1 place A"},
                "services":["Aide aux démarches administratives","Loisirs et créations numériques"],"date_maj":"2024-01-31T00:00:00Z","latitude":43.5}]}
                """
            )
        );
        Assert.That((await ImportAsync(file, "--yes")).Code, Is.Zero);
        var row = Rows(Directory)[1];
        Assert.That(
            row,
            Does.Contain("43493312300029").And.Contain("1 place A").And.Contain("13100").And.Contain("43.5")
        );
        await NothingToDo(file, 1);
    }

    [Test]
    public async Task A_plain_list_is_taken_and_what_is_not_is_said()
    {
        var file = Write(
            "liste.csv",
            "Structure\tVille\tCP\tTél\tContact\nClub de rugby\tValombre\t24990\t05 53 00 00 00\tPaul Durand\n"u8.ToArray()
        );
        var said = await ImportAsync(file, "--yes");
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Errors, Does.Contain("Contact"));
        Assert.That(Rows(Directory)[1], Does.Contain("+33553000000").And.Not.Contain("Paul Durand"));
        await NothingToDo(file, 1);
    }

    [Test]
    public async Task Cards_give_organisations_and_no_person()
    {
        var file = Write(
            "cartes.vcf",
            Encoding.UTF8.GetBytes(
                "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nFN:Médiathèque des Éc\r\n hos\r\nTEL;VALUE=uri:tel:+33-5-53-00-00-00\r\nADR;LABEL=\"1, rue: A\":;;1 rue A;Valombre;;24990;France\r\nEND:VCARD\r\n"
                    + "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Durand;Paul;;;\r\nFN:Paul Durand\r\nORG:Club\\, de rugby;Section\r\nEMAIL:paul@perso.fr\r\nEND:VCARD\r\n"
            )
        );
        var said = await ImportAsync(file, "--yes");
        Assert.That(said.Code, Is.Zero, said.All);
        var words = string.Join('\n', Rows(Directory));
        Assert.That(
            words,
            Does.Contain("Médiathèque des Échos").And.Contain("24990").And.Contain("+33553000000")
        );
        Assert.That(words, Does.Contain("Club, de rugby").And.Not.Contain("Durand").And.Not.Contain("perso"));
        await NothingToDo(file, 2);
    }

    [Test]
    public async Task What_people_wrote_stays_to_the_byte_in_CSV()
    {
        const string before =
            "\uFEFFNom;\"Ville\";notes;telephone\r\nCCAS;Valombre;\"à ; moi\";\r\n;;;\r\nMairie;Valombre;x;05\r\n";
        var directory = Write("annuaire.csv", Encoding.UTF8.GetBytes(before));
        var file = Write(
            "liste.csv",
            "nom,commune,telephone\nccas,VALOMBRE,05 53 00 00 00\nMairie,Valombre,0553000001\nClub,Valombre,\n"u8.ToArray()
        );
        var said = await _terminal.RunAsync("directory", "import", file, "--into", directory, "--yes");
        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Out, Does.Contain("telephone « 05 » ≠ « +33553000001 »"));
        Assert.That(
            Encoding.UTF8.GetString(await File.ReadAllBytesAsync(directory)),
            Is.EqualTo(
                "\uFEFFNom;Ville;notes;telephone;id;état\r\nCCAS;Valombre;\"à ; moi\";+33553000000\r\n;;;\r\nMairie;Valombre;x;05\r\n"
                    + "Club;Valombre;;;club-valombre;à rencontrer\r\n"
            )
        );
        var again = await _terminal.RunAsync("directory", "import", file, "--into", directory, "--yes");
        Assert.That(again.Out, Does.Contain("Rien à écrire"));
    }

    [Test]
    public async Task Formulas_and_columns_of_one_s_own_stay_in_a_workbook()
    {
        var sheet = new Sheet
        {
            Name = "Organisations",
            Columns =
            [
                new SheetColumn("Nom", 20),
                new SheetColumn("Ville", 20),
                new SheetColumn("Couleur", 20),
            ],
            Rows =
            [
                ["CCAS", "Valombre", "vert"],
            ],
        };
        await File.WriteAllBytesAsync(
            Directory,
            WorkbookWriter.Write([
                new Sheet
                {
                    Name = "Lisez-moi",
                    Columns = [new SheetColumn("A", 9)],
                    Rows =
                    [
                        ["à moi"],
                    ],
                },
                sheet,
            ])
        );
        var file = Write("liste.csv", "nom,commune,pivot\nCCAS,Valombre,26990000000013\n"u8.ToArray());
        Assert.That((await ImportAsync(file, "--yes")).Code, Is.Zero);
        Assert.That(
            Rows(Directory, 1),
            Is.EqualTo(new[] { "Nom,Ville,Couleur,pivot", "CCAS,Valombre,vert,26990000000013" })
        );
        Assert.That(Rows(Directory, 0), Is.EqualTo(new[] { "A", "à moi" }));
        await NothingToDo(file, 1);
    }

    [Test]
    public async Task An_open_directory_is_left_alone()
    {
        Assert.That((await _terminal.RunAsync("directory", "init", Directory)).Code, Is.Zero);
        var before = await File.ReadAllBytesAsync(Directory);
        Write(".~lock.Annuaire.xlsx#", "x"u8.ToArray());
        var said = await ImportAsync(Write("a.csv", "nom,commune\nA,B\n"u8.ToArray()), "--yes");
        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Errors, Does.Contain("ouvert dans LibreOffice"));
        Assert.That(await File.ReadAllBytesAsync(Directory), Is.EqualTo(before));
    }

    [TestCase("{\"a\":", "bad-json")]
    [TestCase("{\"a\":1}", "no-places")]
    [TestCase("", "empty-file")]
    [TestCase("a,b\n1,2\n", "unknown-table")]
    [TestCase("PK nothing", "bad-workbook")]
    [TestCase("BEGIN:VCARD\nFN:A\n", "bad-vcard")]
    public async Task A_file_that_cannot_be_read_is_told_and_nothing_is_written(string content, string code)
    {
        var said = await ImportAsync(Write("mauvais", Encoding.UTF8.GetBytes(content)), "--yes", "--json");
        Assert.That(said.Code, Is.EqualTo(1), said.All);
        using var json = JsonDocument.Parse(said.Out);
        Assert.That(
            json.RootElement.GetProperty("problems")
                .EnumerateArray()
                .Select(problem => problem.GetProperty("code").GetString()),
            Is.EqualTo(new[] { code })
        );
        Assert.That(File.Exists(Directory), Is.False);
    }

    private async Task NothingToDo(string file, int rows)
    {
        var before = await File.ReadAllBytesAsync(Directory);
        var said = await ImportAsync(file, "--yes", "--json");
        Assert.That(said.Code, Is.Zero, said.All);
        using var json = JsonDocument.Parse(said.Out);
        Assert.That(
            json.RootElement.GetProperty("counts").GetProperty("unchanged").GetInt32(),
            Is.EqualTo(rows),
            said.Out
        );
        Assert.That(await File.ReadAllBytesAsync(Directory), Is.EqualTo(before));
    }

    private Task<Said> ImportAsync(string file, params string[] options) =>
        _terminal.RunAsync(["directory", "import", file, "--into", Directory, .. options]);

    private string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(_terminal.At(name), bytes);
        return _terminal.At(name);
    }

    private static string[] Rows(string path, int sheet = 0)
    {
        using var workbook = WorkbookFile.Open(File.ReadAllBytes(path));
        return
        [
            .. workbook.Rows(sheet).Select(row => string.Join(',', row.Cells.Select(cell => cell.Words))),
        ];
    }
}
