using System.Globalization;
using System.IO.Compression;
using System.Text;
using Connector.Templates;
using Connector.Templates.Spreadsheets;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Tables;
using Connector.Testing.Mutations;

namespace Connector.Connector.Tests.Safety;

/// <summary>
/// Damaged and hostile files at every door that opens one: a sentence or a result, never a crash, never more than two seconds,
/// nothing written elsewhere. A sample by default; <c>CONNECTOR_MUTATIONS=100000</c> for the whole, <c>CONNECTOR_SEED</c> for
/// another one.
/// </summary>
[NonParallelizable]
internal sealed class MutatedFilesTests
{
    private const int Sample = 2_000;
    private const int Failures = 20;

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    private static readonly int Count = Setting("CONNECTOR_MUTATIONS", Sample);
    private static readonly ulong Seed = (ulong)Setting("CONNECTOR_SEED", 20261125);

    private static readonly DateOnly Day = new(2026, 12, 3);

    [Test]
    public void Every_mutated_file_is_read_or_refused()
    {
        TestContext.Out.WriteLine($"seed {Seed}, {Count} files");
        var (doors, mutator, wrong) = (Doors(), new FileMutator(Seed), new List<string>());
        var taken = new int[doors.Count];
        for (var number = 0; number < Count && wrong.Count < Failures; number++)
        {
            var (name, file, open) = doors[number % doors.Count];
            var bytes = mutator.Mutate(file, number);
            var (isTaken, fault) = Try(() => open(bytes));
            taken[number % doors.Count] += isTaken ? 1 : 0;
            if (fault is not null)
            {
                wrong.Add($"number {number}, {name}: {fault}");
            }
        }

        for (var door = 0; door < doors.Count; door++)
        {
            TestContext.Out.WriteLine($"{doors[door].Name}: {taken[door]} taken of {Count / doors.Count}");
        }

        Assert.That(wrong, Is.Empty, $"seed {Seed}");
        Assert.That(taken, Has.All.GreaterThan(0), "mutations that are all refused prove nothing");
    }

    [Test]
    public void The_same_seed_gives_the_same_files()
    {
        var file = BuiltInTemplates.Find("compte-rendu")!.Docx.ToArray();
        Assert.That(
            new FileMutator(7).Mutate(file, 12).Length,
            Is.EqualTo(new FileMutator(7).Mutate(file, 12).Length)
        );
        Assert.That(new FileMutator(7).Mutate(file, 13), Is.Not.EqualTo(new FileMutator(7).Mutate(file, 12)));
    }

    /// <summary>Whether it was taken, and what went wrong: an exception, or three times more than two seconds.</summary>
    private static (bool IsTaken, string? Fault) Try(Func<bool> open)
    {
        var best = TimeSpan.MaxValue;
        for (var run = 0; run < 3 && best > Slow; run++)
        {
            // Processor time: a machine that does other things as well takes longer by the clock.
            var (before, work) = (Environment.CpuUsage.TotalTime, Task.Run(open));
            try
            {
                if (!work.Wait(Hang))
                {
                    return (false, $"hangs for more than {Hang}");
                }
            }
            catch (AggregateException error)
            {
                return (false, string.Join('\n', error.InnerException!.ToString().Split('\n').Take(8)));
            }

            var taken = Environment.CpuUsage.TotalTime - before;
            best = taken < best ? taken : best;
            if (best <= Slow)
            {
                return (work.GetAwaiter().GetResult(), null);
            }
        }

        return (false, $"takes {best} of processor time");
    }

    private static IReadOnlyList<(string Name, byte[] File, Func<byte[], bool> Open)> Doors()
    {
        var minutes = Minutes.ToData();
        var filled = BuiltInTemplates.Minutes.Fill(minutes);
        var newer = BuiltInTemplates.Minutes.Fill((Minutes with { Agenda = ["Bus"], Actions = [] }).ToData());
        return
        [
            (
                "roadmap template",
                BuiltInTemplates.Find("feuille-de-route")!.Docx.ToArray(),
                bytes => Fill(bytes, Roadmap.ToData())
            ),
            (
                "minutes template",
                BuiltInTemplates.Find("compte-rendu")!.Docx.ToArray(),
                bytes => Fill(bytes, minutes)
            ),
            ("small template", SmallTemplate(), bytes => Fill(bytes, minutes)),
            ("filled minutes", filled, bytes => ReadBack(bytes, minutes)),
            ("linted template", SmallTemplate(), Lint),
            ("edited minutes", filled, bytes => Merge(filled, bytes, newer)),
            ("new minutes", newer, bytes => Merge(filled, filled, bytes)),
            ("directory", Directory(), ReadDirectory),
            ("register", ActionRegister.Write([new() { What = "Ranger", Due = Day }]), ReadRegister),
            (
                "CSV",
                Encoding.UTF8.GetBytes("id;nom;commune\r\ncc;\"Évry\";Aix\r\nb;\"x\"\"y\";\r\n"),
                ReadCsv
            ),
        ];
    }

    private static bool Fill(byte[] bytes, DocumentData data)
    {
        try
        {
            return StaysInside(DocumentTemplate.Load(bytes).Fill(data));
        }
        catch (TemplateException refused)
        {
            return refused.Message.Length > 0
                ? false
                : throw new InvalidOperationException("refused without a sentence", refused);
        }
    }

    private static bool Lint(byte[] bytes)
    {
        var copy = TemplateLinter.Mark(bytes, TemplateKinds.Find("compte-rendu"), inEnglish: false).Docx;
        return !copy.IsEmpty && StaysInside(copy.ToArray());
    }

    private static bool Merge(byte[] before, byte[] edited, byte[] fresh)
    {
        var merged = DocumentMerge.Merge(before, edited, fresh);
        // A file that is handed back as it came is written by nobody.
        return merged.Problems.Count == 0
            && (merged.Docx.Span.SequenceEqual(edited) || StaysInside(merged.Docx.ToArray()));
    }

    /// <exception cref="InvalidOperationException">An entry would be unpacked outside of the folder that is unpacked into.</exception>
    private static bool StaysInside(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx), ZipArchiveMode.Read);
        var names = zip.Entries.Select(entry => entry.FullName);
        var outside = names.FirstOrDefault(name =>
            name.Split('/', '\\').Contains("..") || Path.IsPathRooted(name)
        );
        return outside is null ? true : throw new InvalidOperationException($"writes elsewhere: {outside}");
    }

    private static bool ReadBack(byte[] bytes, DocumentData data) =>
        DocumentReader.Read(bytes, BuiltInTemplates.Minutes, data).Problems.Count == 0;

    private static bool ReadDirectory(byte[] bytes)
    {
        var problems = new ProblemList("annuaire.xlsx");
        return WorkbookTables.Read("annuaire.xlsx", bytes, problems).Count > 0;
    }

    private static bool ReadRegister(byte[] bytes)
    {
        try
        {
            return ActionRegister.Read(bytes, Day).Actions.Count > 0;
        }
        catch (SpreadsheetException)
        {
            return false;
        }
    }

    private static bool ReadCsv(byte[] bytes) =>
        CsvTable.Read("annuaire.csv", bytes, new ProblemList("annuaire.csv")) is not null;

    /// <summary>One of each cell, with shared words, own formats and a list.</summary>
    private static byte[] Directory() =>
        WorkbookWriter.Write([
            new Sheet
            {
                Name = "Organisations",
                Columns = [new("id", 9), new("nom", 20), new("depuis", 9) { Options = ["a, b"] }],
                Rows =
                [
                    ["cc", "Communauté", SheetCell.Of(Day)],
                    ["b", SheetCell.Of(12.5), SheetCell.Of(true)],
                    ["c", SheetCell.Error("#REF!")],
                ],
            },
        ]);

    private static byte[] SmallTemplate()
    {
        const string Body =
            "<w:p><w:r><w:t>{{reunion.titre}}</w:t></w:r></w:p><w:p><w:r><w:t>{{#actions}}</w:t></w:r></w:p><w:p><w:r><w:t>{{quoi}}</w:t></w:r></w:p><w:p><w:r><w:t>{{/actions}}</w:t></w:r></w:p>";
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            );
            Add(
                "word/document.xml",
                $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{Body}</w:body></w:document>"
            );

            void Add(string path, string xml)
            {
                using var stream = zip.CreateEntry(path).Open();
                stream.Write(Encoding.UTF8.GetBytes(xml));
            }
        }

        return target.ToArray();
    }

    private static readonly DocumentStamp Stamp = new()
    {
        Id = "essai",
        Modified = new DateTimeOffset(2026, 12, 3, 0, 0, 0, TimeSpan.Zero),
    };

    private static readonly RoadmapContent Roadmap = new()
    {
        Stamp = Stamp,
        Owner = "Réseau",
        Territory = "Ormeau",
        Version = "1",
        Members = [new("cc", "Communauté"), new("b", "Médiathèque")],
    };

    private static readonly MinutesContent Minutes = new()
    {
        Stamp = Stamp,
        Title = "Comité",
        Group = "Comité",
        Network = "Réseau",
        Start = new DateTime(2026, 12, 3, 14, 0, 0),
        End = new DateTime(2026, 12, 3, 16, 0, 0),
        Guests = [new("p1", "Zoé"), new("p2", "Loïc")],
        Agenda = ["Budget"],
        Decisions = [new("d1", "Ouvrir le lundi", "Zoé")],
        Actions = [new("a1", "Ranger", "Loïc", Day, "Fait")],
    };

    private static int Setting(string name, int otherwise) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(name),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : otherwise;
}
