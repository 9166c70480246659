using Connector.Conversion;
using Connector.Templates;

namespace Connector.Connector.Tests.Cli;

/// <summary><c>connector template convert</c>, as typed.</summary>
public sealed class TemplateConvertVerbTests
{
    private Terminal _terminal = null!;
    private string _document = null!;

    [SetUp]
    public void Start()
    {
        _terminal = new Terminal();
        _document = _terminal.At("Été à l'école.docx");
        File.WriteAllBytes(_document, BuiltInTemplates.Find("compte-rendu")!.Docx.ToArray());
    }

    [TearDown]
    public void Stop() => _terminal.Dispose();

    [Test]
    public async Task Nothing_but_the_file_asked_for_changes()
    {
        _terminal.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH")!;
        if (LibreOffice.Find(_terminal.Environment.GetValueOrDefault) is null)
        {
            Assert.Ignore(
                "LibreOffice (soffice) is not installed on this machine: conversion is not tested."
            );
        }

        Directory.CreateDirectory(_terminal.At("tmp"));
        var temporary = Environment.GetEnvironmentVariable("TMPDIR");
        Environment.SetEnvironmentVariable("TMPDIR", _terminal.At("tmp"));
        var before = Everything();
        Said said;
        try
        {
            said = await _terminal.RunAsync("template", "convert", _document, "--out", _terminal.At("a.pdf"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("TMPDIR", temporary);
        }

        Assert.That(said.Code, Is.Zero, said.All);
        Assert.That(said.Out, Does.Contain("a.pdf"));
        var after = Everything();
        Assert.That(
            after.Except(before).Select(line => line.Split('\t')[0]),
            Is.EqualTo(new[] { _terminal.At("a.pdf") })
        );
        Assert.That(before.Except(after), Is.Empty);
    }

    [Test]
    public async Task Without_LibreOffice_the_verb_says_what_to_install()
    {
        _terminal.Environment["PATH"] = _terminal.At("");
        var said = await _terminal.RunAsync("template", "convert", _document, "--out", _terminal.At("a.pdf"));

        Assert.That(said.Code, Is.EqualTo(1));
        Assert.That(said.Errors, Does.Contain("LibreOffice n'est pas installé").And.Contain("→"));
        Assert.That(File.Exists(_terminal.At("a.pdf")), Is.False);
    }

    [Test]
    public async Task A_form_that_nobody_knows_and_a_name_that_is_taken_are_told()
    {
        var form = await _terminal.RunAsync("template", "convert", _document, "--to", "doc");
        Assert.That(form.Code, Is.EqualTo(1));
        Assert.That(form.Errors, Does.Contain("« doc »").And.Contain("pdf, odt, html"));

        var taken = await _terminal.RunAsync("template", "convert", _document, "--out", _document);
        Assert.That(taken.Code, Is.EqualTo(1));
        Assert.That(taken.Errors, Does.Contain("existe déjà"));
    }

    /// <summary>
    /// Path, length and time of every file and folder of the terminal, with what a program takes for the place of
    /// temporary files, and of the folder that the program runs in.
    /// </summary>
    private List<string> Everything() =>
        [
            .. new[] { _terminal.At(""), Directory.GetCurrentDirectory() }
                .SelectMany(folder =>
                    new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
                )
                .Select(entry =>
                    entry is FileInfo file
                        ? $"{file.FullName}\t{file.Length}\t{file.LastWriteTimeUtc:O}"
                        : $"{entry.FullName}\tfolder"
                ),
        ];
}
