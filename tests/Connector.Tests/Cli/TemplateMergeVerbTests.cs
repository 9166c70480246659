using System.IO.Compression;
using System.Text.Json;
using Connector.Templates;

namespace Connector.Connector.Tests.Cli;

/// <summary><c>connector template merge</c>, as typed.</summary>
public sealed class TemplateMergeVerbTests
{
    private const string Theirs = "Ce que nous en pensons";

    private Terminal _terminal = null!;
    private string _base = "";
    private string _edited = "";
    private string _new = "";

    [SetUp]
    public async Task Start()
    {
        _terminal = new Terminal();
        _base = await Write("base.docx", Minutes("Ouvrir le lundi", "d"));
        _edited = await Write(
            "modifie.docx",
            Edit(
                Minutes("Ouvrir le lundi", "d"),
                xml => xml.Replace("Budget", Theirs, StringComparison.Ordinal)
            )
        );
        _new = await Write("nouveau.docx", Minutes("Ouvrir le mardi", "d"));
    }

    [TearDown]
    public void Stop() => _terminal.Dispose();

    [Test]
    public async Task The_merged_document_has_the_words_of_people_and_the_new_data()
    {
        var path = _terminal.At("actualise.docx");
        var said = await _terminal.RunAsync("template", "merge", _base, _edited, _new, "--out", path);

        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Out, Does.Contain("gardé comme écrit").And.Contain("mis à jour"));
        Assert.That(said.Out, Does.Match("Ouvrir le lundi.» devient «.Ouvrir le mardi"));
        var xml = Xml(await File.ReadAllBytesAsync(path));
        Assert.That(xml, Does.Contain(Theirs).And.Contain("Ouvrir le mardi"));
    }

    [Test]
    public async Task Json_lists_each_place()
    {
        var said = await _terminal.RunAsync([
            "template",
            "merge",
            _base,
            _edited,
            _new,
            "--out",
            _terminal.At("a.docx"),
            "--json",
            "--lang",
            "en",
        ]);
        using var json = JsonDocument.Parse(said.Out);
        var root = json.RootElement;
        Assert.That(root.GetProperty("counts").GetProperty("updated").GetInt32(), Is.GreaterThan(0));
        Assert.That(
            root.GetProperty("entries")
                .EnumerateArray()
                .Select(entry =>
                    (entry.GetProperty("outcome").GetString(), entry.GetProperty("edited").GetString())
                ),
            Has.Some.EqualTo(("kept", Theirs))
        );
        Assert.That(root.GetProperty("written").GetString(), Does.EndWith("a.docx"));
    }

    [Test]
    public async Task A_damaged_file_is_named_and_nothing_is_written()
    {
        var path = _terminal.At("actualise.docx");
        var damaged = await Write("abime.docx", [1, 2, 3]);
        var said = await _terminal.RunAsync("template", "merge", _base, damaged, _new, "--out", path);
        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Errors, Does.Contain($"« {damaged} » : ").And.Contain("→"));
        Assert.That(File.Exists(path), Is.False);
    }

    [Test]
    public async Task Documents_that_do_not_belong_together_are_told()
    {
        var path = _terminal.At("actualise.docx");
        var other = await Write("autre.docx", Minutes("Ouvrir le lundi", "autre"));
        var said = await _terminal.RunAsync("template", "merge", _base, other, _new, "--out", path);
        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Errors, Does.Contain("→"));
        Assert.That(File.Exists(path), Is.False);
    }

    [Test]
    public async Task A_file_that_is_there_is_not_written_over()
    {
        var before = await File.ReadAllBytesAsync(_edited);
        var said = await _terminal.RunAsync("template", "merge", _base, _edited, _new, "--out", _edited);
        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(await File.ReadAllBytesAsync(_edited), Is.EqualTo(before));
    }

    private async Task<string> Write(string name, byte[] bytes)
    {
        var path = _terminal.At(name);
        await File.WriteAllBytesAsync(path, bytes);
        return path;
    }

    private static byte[] Minutes(string decision, string id) =>
        BuiltInTemplates.Minutes.Fill(
            new MinutesContent
            {
                Stamp = new DocumentStamp { Id = id, Modified = DateTimeOffset.UnixEpoch },
                Title = "Comité",
                Group = "Comité",
                Network = "Réseau",
                Start = new DateTime(2026, 12, 3, 14, 0, 0),
                End = new DateTime(2026, 12, 3, 16, 0, 0),
                Guests = [new("p1", "Zoé")],
                Agenda = ["Budget"],
                Decisions = [new("d1", decision, "Zoé")],
                Actions = [],
            }.ToData()
        );

    private static string Xml(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return reader.ReadToEnd();
    }

    private static byte[] Edit(byte[] docx, Func<string, string> edit)
    {
        var xml = edit(Xml(docx));
        using var file = new MemoryStream();
        file.Write(docx);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("word/document.xml")!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            writer.Write(xml);
        }

        return file.ToArray();
    }
}
