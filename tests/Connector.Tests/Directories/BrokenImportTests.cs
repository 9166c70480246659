using System.IO.Compression;
using System.Text;
using Connector.Connector.Tests.Cli;

namespace Connector.Tests.Directories;

/// <summary>
/// Files that people really hand over. Each gives a report without a word of the program's insides, ends as it should, and a
/// directory that is there loses nothing.
/// </summary>
internal sealed class BrokenImportTests
{
    private const int Taken = 3;
    private const int NotRead = 1;
    private const int NothingToWrite = 0;
    private const int AllRefused = 2;

    private const string Kept = "nom,commune,notes\nCCAS,Valombre,à moi\n";

    public static IEnumerable<TestCaseData> Files()
    {
        yield return Case("empty", "", NotRead);
        yield return Case("only blanks", " \n\n  \n", NotRead);
        yield return Case("only a header", "nom,commune\n", NothingToWrite);
        yield return Case("UTF-8 with mark", "\uFEFFnom;commune\nÉté;Évry\n", Taken);
        yield return Case(
            "UTF-16",
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("nom\tcommune\nÉté\tÉvry\n")],
            Taken
        );
        yield return Case("Windows-1252", Encoding.Latin1.GetBytes("nom;commune\nÉté;Évry\n"), Taken);
        yield return Case("old Macintosh line ends", "nom;commune\rÉté;Évry\r", Taken);
        yield return Case("quote never closed", "nom,commune\n\"Été,Évry\nA,B\n", Taken);
        yield return Case("quotes in the middle", "nom,commune\nLe \"petit\" club,Évry\n", Taken);
        yield return Case("lines of other lengths", "nom,commune,telephone\nA\nB,C,05,D,E\n", Taken);
        yield return Case("title and date above", "Liste des structures\n2026\n\nnom;commune\nA;B\n", Taken);
        yield return Case(
            "header on line 30",
            string.Concat(Enumerable.Repeat("x;y\n", 29)) + "nom;commune\nA;B\n",
            NotRead
        );
        yield return Case("no known header", "a,b\n1,2\n", NotRead);
        yield return Case("same header twice", "nom,nom,commune\nA,B,C\n", Taken);
        yield return Case("only separators", ";;;\n;;;\n", NotRead);
        yield return Case("doubled ids", "id,nom,commune\n1,A,B\n1,C,D\n1,E,F\n", Taken);
        yield return Case("rows without name", "nom,commune\n,Évry\n,Aix\n", AllRefused);
        yield return Case("rounded SIRET", "nom,commune,siret\nA,B,\"2,113E+13\"\n", Taken);
        yield return Case("wrong dates", "nom,commune,date_maj\nA,B,31/02/2024\nC,D,hier\n", Taken);
        yield return Case("wrong numbers", "nom,commune,latitude,longitude,cp\nA,B,nord,999,1\n", Taken);
        yield return Case("telephone in words", "nom,commune,tel\nA,B,demander Paul\n", Taken);
        yield return Case(
            "unknown values",
            "nom,commune,services,itinerance\nA,B,Coiffure;Yoga,parfois\n",
            Taken
        );
        yield return Case("hidden signs", "nom,commune\nA\u202Eb\u0000c,B\n", Taken);
        yield return Case("a name without end", $"nom,commune\n{new string('a', 40_000)},B\n", Taken);
        yield return Case("emoji", "nom,commune\n🎉 Fête,Évry\n", Taken);
        yield return Case("formulas in words", "nom,commune\n=1+1,@SUM(A1)\n", Taken);
        yield return Case(
            "300 columns",
            "nom,commune," + string.Join(',', Enumerable.Range(0, 300)) + "\nA,B\n",
            NotRead
        );
        yield return Case(
            "too many rows",
            "nom,commune\n" + string.Concat(Enumerable.Repeat("A,B\n", 100_001)),
            NotRead
        );
        yield return Case("a web page", "<!DOCTYPE html><html><body>nom, commune</body></html>", NotRead);
        yield return Case("a PDF", "%PDF-1.7\n%âãÏÓ\n1 0 obj\n", NotRead);
        yield return Case("JSON cut off", "[{\"nom\":\"A\"", NotRead);
        yield return Case("JSON without places", "{\"total\":0}", NotRead);
        yield return Case("JSON of numbers", "[1,2]", AllRefused);
        yield return Case("JSON too deep", new string('[', 200) + new string(']', 200), NotRead);
        yield return Case(
            "JSON with a key twice",
            "[{\"nom\":\"A\",\"nom\":\"B\",\"commune\":\"C\"}]",
            Taken
        );
        yield return Case("card cut off", "BEGIN:VCARD\nFN:A\n", NotRead);
        yield return Case("old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], NotRead);
        yield return Case("no workbook", "PK\u0003\u0004 nothing", NotRead);
        yield return Case("workbook cut off", Workbook()[..200], NotRead);
        yield return Case(
            "OpenDocument",
            Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet")),
            NotRead
        );
        yield return Case("zip bomb", Bomb(), NotRead);
        yield return Case("workbook with a formula, an error and merged cells", Workbook(), Taken);
    }

    [TestCaseSource(nameof(Files))]
    public async Task It_is_told_and_nothing_is_lost(byte[] bytes, int code)
    {
        using var terminal = new Terminal();
        var (file, directory) = (terminal.At("fichier"), terminal.At("annuaire.csv"));
        await File.WriteAllBytesAsync(file, bytes);
        await File.WriteAllTextAsync(directory, Kept);

        var dry = await terminal.RunAsync("directory", "import", file, "--into", directory);
        TestContext.Out.WriteLine(dry.All.Length < 4_000 ? dry.All : dry.All[..4_000]);
        Assert.That(dry.Code, Is.EqualTo(code));
        Assert.That(dry.All, Does.Not.Contain("Exception").And.Not.Contain("   at "));
        Assert.That(dry.Errors, code == NotRead ? Does.Contain("✗").And.Contain("→") : Does.Not.Contain("✗"));
        Assert.That(await File.ReadAllTextAsync(directory), Is.EqualTo(Kept));

        await terminal.RunAsync("directory", "import", file, "--into", directory, "--yes");
        var after = await File.ReadAllTextAsync(directory);
        Assert.That(after, Does.StartWith("nom,commune,notes").And.Contain("CCAS,Valombre,à moi"));
        var again = await terminal.RunAsync("directory", "import", file, "--into", directory, "--yes");
        Assert.That(again.Code, Is.Not.EqualTo(Taken));
        Assert.That(await File.ReadAllTextAsync(directory), Is.EqualTo(after), "a second time");
    }

    [Test]
    public async Task A_file_that_is_not_there_and_a_folder_are_told()
    {
        using var terminal = new Terminal();
        foreach (var path in new[] { terminal.At("rien.csv"), Path.GetDirectoryName(terminal.Territory)! })
        {
            var said = await terminal.RunAsync(
                "directory",
                "import",
                path,
                "--into",
                terminal.At("a.xlsx"),
                "--yes"
            );
            Assert.That(said.Code, Is.EqualTo(NotRead));
            Assert.That(said.Errors, Does.Contain("✗").And.Contain("→"));
        }
    }

    [Test]
    public void There_are_forty_of_them() => Assert.That(Files().Count(), Is.GreaterThanOrEqualTo(40));

    private static TestCaseData Case(string name, string content, int code) =>
        Case(name, Encoding.UTF8.GetBytes(content), code);

    private static TestCaseData Case(string name, byte[] content, int code) =>
        new TestCaseData(content, code).SetArgDisplayNames(name);

    private static byte[] Workbook() =>
        Zip(
            (
                "xl/workbook.xml",
                """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Liste" sheetId="1" r:id="r1"/></sheets></workbook>"""
            ),
            (
                "xl/_rels/workbook.xml.rels",
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""
            ),
            (
                "xl/worksheets/sheet1.xml",
                """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>nom</t></is></c><c r="B1" t="inlineStr"><is><t>commune</t></is></c><c r="C1" t="inlineStr"><is><t>telephone</t></is></c></row><row r="2"><c r="A2" t="str"><f>"A"&amp;"B"</f><v>AB</v></c><c r="B2" t="inlineStr"><is><t>Aix</t></is></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells></worksheet>"""
            )
        );

    /// <summary>Half a gigabyte of spaces in half a megabyte.</summary>
    private static byte[] Bomb()
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var stream = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            var blank = new byte[1024 * 1024];
            blank.AsSpan().Fill((byte)' ');
            for (var megabyte = 0; megabyte < 512; megabyte++)
            {
                stream.Write(blank);
            }
        }

        return target.ToArray();
    }

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return target.ToArray();
    }
}
