using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Connector.Conversion;
using Connector.Templates;

namespace Connector.Connector.Tests.Conversion;

/// <summary>Conversion by the LibreOffice of this machine, and what a program in its place may not do.</summary>
public sealed class LibreOfficeTests
{
    private static readonly byte[] Document = BuiltInTemplates.All[0].Docx.ToArray();

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void Start() => _folder = Directory.CreateTempSubdirectory("connector-conversion-test-");

    [TearDown]
    public void Stop() => _folder.Delete(recursive: true);

    [TestCase("pdf", "%PDF-")]
    [TestCase("odt", "PK")]
    [TestCase("html", "<!DOCTYPE html>")]
    public async Task A_document_is_converted(string form, string start)
    {
        var converted = await Installed().Convert(Document, TargetFormat.Find(form)!, default);

        Assert.That(converted.Problem, Is.Null);
        Assert.That(Encoding.Latin1.GetString(converted.Bytes!), Does.StartWith(start));
    }

    [Test]
    public async Task Two_at_once_both_come_one_after_the_other()
    {
        var log = At("log");
        var office = Fake(
            $"""
            echo begin >> {log}
            sleep 0.3
            echo end >> {log}
            printf x > "$out/document.pdf"
            """
        );

        var both = await Task.WhenAll(
            office.Convert(Document, TargetFormat.Pdf, default),
            office.Convert(Document, TargetFormat.Pdf, default)
        );

        Assert.That(both.Select(one => one.Problem), Is.All.Null);
        Assert.That(await File.ReadAllLinesAsync(log), Is.EqualTo(new[] { "begin", "end", "begin", "end" }));
    }

    [Test]
    public async Task One_that_hangs_is_ended_with_its_children_and_leaves_nothing()
    {
        var office = Fake(
            $"""
            pwd > {At("where")}
            sleep 600 &
            echo $! > {At("child")}
            printf x > "$out/document.pdf"
            wait
            """,
            TimeSpan.FromSeconds(1)
        );
        var clock = Stopwatch.StartNew();

        var converted = await office.Convert(Document, TargetFormat.Pdf, default);

        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
        Assert.That(converted.Bytes, Is.Null);
        Assert.That(converted.Problem!.Code, Is.EqualTo("conversion-timeout"));
        Assert.That(Directory.Exists((await File.ReadAllTextAsync(At("where"))).Trim()), Is.False);
        var child = await File.ReadAllTextAsync(At("child"));
        Assert.That(() => IsRunning(child), Is.False.After(5000, 20));
    }

    [Test]
    public async Task Somebody_who_does_not_want_to_wait_stops_it()
    {
        var office = Fake("sleep 600", TimeSpan.FromMinutes(5));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        Assert.That(
            async () => await office.Convert(Document, TargetFormat.Pdf, stop.Token),
            Throws.InstanceOf<OperationCanceledException>()
        );
        var after = await Fake("printf x > \"$out/document.pdf\"")
            .Convert(Document, TargetFormat.Pdf, default);
        Assert.That(after.Problem, Is.Null, "the next one has its turn");
    }

    [TestCase("exit 1", TestName = "{m}(nothing)")]
    [TestCase(
        "printf x > \"$out/document.pdf\"; printf y > \"$out/other\"",
        TestName = "{m}(one file too many)"
    )]
    [TestCase("printf x > \"$out/other.pdf\"", TestName = "{m}(another name)")]
    [TestCase("ln -s /etc/hostname \"$out/document.pdf\"", TestName = "{m}(a link that leads out)")]
    [TestCase("mkdir \"$out/document.pdf\"", TestName = "{m}(a folder)")]
    public async Task Anything_but_the_file_asked_for_is_no_result(string script)
    {
        var converted = await Fake(script).Convert(Document, TargetFormat.Pdf, default);

        Assert.That(converted.Bytes, Is.Null);
        Assert.That(converted.Problem!.Code, Is.EqualTo("conversion-failed"));
    }

    [Test]
    public async Task It_has_a_folder_for_its_owner_alone_and_gets_no_secret()
    {
        Environment.SetEnvironmentVariable("CONNECTOR_SECRET_OF_THIS_TEST", "rien");
        try
        {
            var office = Fake(
                $"""
                stat -c %a "$out/.." > {At("mode")}
                env > {At("env")}
                cp "$out/../profile/user/registrymodifications.xcu" {At("settings")}
                printf x > "$out/document.pdf"
                """
            );
            await office.Convert(Document, TargetFormat.Pdf, default);
        }
        finally
        {
            Environment.SetEnvironmentVariable("CONNECTOR_SECRET_OF_THIS_TEST", null);
        }

        Assert.That((await File.ReadAllTextAsync(At("mode"))).Trim(), Is.EqualTo("700"));
        Assert.That(await File.ReadAllTextAsync(At("env")), Does.Not.Contain("CONNECTOR_"));
        var settings = await File.ReadAllTextAsync(At("settings"));
        Assert.That(settings, Does.Contain("MacroSecurityLevel\" oor:op=\"fuse\"><value>3<"));
        Assert.That(settings, Does.Contain("DisableMacrosExecution\" oor:op=\"fuse\"><value>true<"));
    }

    [Test]
    public async Task A_document_with_macros_is_refused_before_anything_starts()
    {
        var office = Fake($"touch {At("started")}");

        var converted = await office.Convert(WithMacros(), TargetFormat.Pdf, default);

        Assert.That(converted.Bytes, Is.Null);
        Assert.That(converted.Problem!.Message.French, Does.Contain("macro"));
        Assert.That(File.Exists(At("started")), Is.False);
    }

    [Test]
    public async Task Where_there_is_none_the_sentence_says_what_to_install()
    {
        Assert.That(LibreOffice.Find(_ => null), Is.Null);
        Assert.That(LibreOffice.Find(name => name == "PATH" ? _folder.FullName : null), Is.Null);
        var gone = new LibreOffice(At("soffice"), TimeSpan.FromSeconds(1));
        var converted = await gone.Convert(Document, TargetFormat.Pdf, default);
        Assert.That(converted.Problem!.Code, Is.EqualTo("no-converter"));
        Assert.That(converted.Problem.Remedy.French, Does.Contain("apt install"));
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private static LibreOffice Installed()
    {
        var office = LibreOffice.Find(Environment.GetEnvironmentVariable);
        if (office is null)
        {
            Assert.Ignore(
                "LibreOffice (soffice) is not installed on this machine: conversion is not tested."
            );
        }

        return office!;
    }

    /// <summary>A program that is called as LibreOffice is; <c>$out</c> is where it shall write.</summary>
    private LibreOffice Fake(string script, TimeSpan? limit = null)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("the program in LibreOffice's place is a shell script");
            throw new PlatformNotSupportedException();
        }

        var path = At("soffice");
        File.WriteAllText(
            path,
            $"#!/bin/sh\nwhile [ \"$1\" != --outdir ]; do shift; done\nout=$2\n{script}\n"
        );
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new LibreOffice(path, limit ?? TimeSpan.FromSeconds(30));
    }

    private static byte[] WithMacros()
    {
        using var target = new MemoryStream();
        target.Write(Document);
        using (var zip = new ZipArchive(target, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/vbaProject.bin").Open();
            part.Write("macro"u8);
        }

        return target.ToArray();
    }

    /// <summary>An ended process that nobody asked about is still listed, as a zombie.</summary>
    private static bool IsRunning(string id)
    {
        var status = $"/proc/{id.Trim()}/status";
        return File.Exists(status)
            && !File.ReadLines(status).Any(line => line.StartsWith("State:\tZ", StringComparison.Ordinal));
    }
}
