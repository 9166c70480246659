using System.Diagnostics;
using System.IO.Compression;
using Connector.Templates;

namespace Connector.Benchmarks;

/// <summary>
/// Minutes of some 200 pages (4,400 rows of three tables) that a person edited in every twentieth row, merged with data in which
/// every tenth row moved, some are new and some are gone; and read back. Seconds of processor time after one warm-up, which the
/// load of the machine does not change, and of the clock.
/// </summary>
internal static class MergeBenchmark
{
    private const int Rows = 2_150;
    private const int Runs = 5;

    public static Task<IReadOnlyDictionary<string, object>> RunAsync()
    {
        var before = Fill(mark: "", from: 0);
        var edited = Edit(before);
        var data = Content(mark: " bis", from: 20).ToData();
        var after = BuiltInTemplates.Minutes.Fill(data);
        if (Environment.GetEnvironmentVariable("BENCHMARK_KEEP") is { } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, "merge200.docx"), edited);
        }

        var figures = new Dictionary<string, object>(StringComparer.Ordinal);
        Tell(
            figures,
            "merge200Pages",
            () =>
                Demand(
                    DocumentMerge.Merge(before, edited, after) is { Problems.Count: 0, Entries.Count: > 300 }
                )
        );
        Tell(
            figures,
            "readBack200Pages",
            () => Demand(DocumentReader.Read(edited, BuiltInTemplates.Minutes, data).Problems.Count == 0)
        );
        return Task.FromResult<IReadOnlyDictionary<string, object>>(figures);
    }

    private static void Tell(Dictionary<string, object> figures, string name, Action work)
    {
        work();
        var measures = Enumerable.Range(0, Runs).Select(_ => Measure(work)).ToList();
        var collecting = measures.Select(measure => measure.Collecting).Order().ElementAt(Runs / 2);
        var processor = measures.Select(measure => measure.Processor).Order().ElementAt(Runs / 2);
        var clock = measures.Select(measure => measure.Clock).Order().ElementAt(Runs / 2);
        Console.WriteLine(
            $"{name, -18} {processor:0.000} s of processor time, {clock:0.000} s, {collecting:0.000} s of it collecting"
        );
        figures[$"{name}Seconds"] = processor;
        figures[$"{name}ClockSeconds"] = clock;
    }

    private static (double Processor, double Clock, double Collecting) Measure(Action work)
    {
        GC.Collect();
        var (clock, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var collecting = GC.GetTotalPauseDuration();
        work();
        return (
            (Environment.CpuUsage.TotalTime - processor).TotalSeconds,
            clock.Elapsed.TotalSeconds,
            (GC.GetTotalPauseDuration() - collecting).TotalSeconds
        );
    }

    private static void Demand(bool holds)
    {
        if (!holds)
        {
            throw new InvalidOperationException("the benchmark did not do what it measures");
        }
    }

    private static byte[] Fill(string mark, int from) =>
        BuiltInTemplates.Minutes.Fill(Content(mark, from).ToData());

    private static MinutesContent Content(string mark, int from) =>
        new()
        {
            Stamp = new DocumentStamp { Id = "essai", Modified = DateTimeOffset.UnixEpoch },
            Title = "Comité",
            Group = "Comité",
            Network = "Réseau",
            Start = new DateTime(2026, 12, 3, 14, 0, 0),
            End = new DateTime(2026, 12, 3, 16, 0, 0),
            Agenda = [.. Range(from).Take(100).Select(row => $"Sujet {row}{Moved(row, mark)}")],
            Decisions =
            [
                .. Range(from)
                    .Select(row => new MinutesDecision(
                        $"d{row}",
                        $"Ouvrir le lieu {row} le lundi de chaque semaine paire, avec un médiateur et sur rendez-vous{Moved(row, mark)}",
                        $"Personne {row % 40}"
                    )),
            ],
            Actions =
            [
                .. Range(from)
                    .Select(row => new MinutesAction(
                        $"a{row}",
                        $"Prévenir les partenaires de la commune {row} et afficher les nouveaux horaires dans les mairies{Moved(row, mark)}",
                        $"Personne {row % 40}",
                        new DateOnly(2026, 1, 1).AddDays(row % 300)
                    )),
            ],
        };

    private static IEnumerable<int> Range(int from) => Enumerable.Range(from, Rows);

    private static string Moved(int row, string mark) => row % 10 == 0 ? mark : "";

    /// <summary>A person's words in every twentieth row.</summary>
    private static byte[] Edit(byte[] docx)
    {
        using var file = new MemoryStream();
        file.Write(docx);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            string xml;
            using (var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open()))
            {
                xml = reader.ReadToEnd();
            }

            foreach (var row in Range(0).Where(row => row % 20 == 7))
            {
                xml = xml.Replace(
                    $"Ouvrir le lieu {row} ",
                    $"Ouvrir enfin le lieu {row} ",
                    StringComparison.Ordinal
                );
            }

            zip.GetEntry("word/document.xml")!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            writer.Write(xml);
        }

        return file.ToArray();
    }
}
