using System.Diagnostics;
using static Connector.Templates.Tests.TestTemplates;

namespace Connector.Templates.Tests;

/// <summary>Measures filling, template opened each time and already compiled.</summary>
internal sealed class SpeedTests
{
    [
        TestCase(20),
        TestCase(1_000),
        TestCase(10_000),
        Explicit("a measurement, not a test: run it alone, in Release")
    ]
    public void Fill_a_table(int rows)
    {
        string[] names = ["n", "a", "p", "e", "s"];
        var docx = Docx(
            Table(
                ["N", "Action", "Porteur", "Echeance", "Statut"],
                ["{{#rows}}", "", "", "", ""],
                [.. names.Select(name => $"{{{{{name}}}}}")],
                ["{{/rows}}", "", "", "", ""]
            ) + P("")
        );
        var data = Data()
            .With(
                "rows",
                new RowsValue([
                    .. Enumerable
                        .Range(1, rows)
                        .Select(number =>
                            names.Aggregate(
                                new DocumentRow($"{number}"),
                                (row, name) => row.With(name, $"{name} numéro {number}")
                            )
                        ),
                ])
            );
        var compiled = DocumentTemplate.Load(docx);

        TestContext.Out.WriteLine(
            $"{rows} rows: opened each time {Median(() => DocumentTemplate.Load(docx).Fill(data)):0.0} ms, compiled {Median(() => compiled.Fill(data)):0.0} ms, roadmap {Median(() => BuiltInTemplates.Roadmap.Fill(Some.Roadmap().ToData())):0.0} ms"
        );
    }

    private static double Median(Action action)
    {
        for (var warm = 0; warm < 15; warm++)
        {
            action();
        }

        var times = new List<double>();
        for (var turn = 0; turn < 31; turn++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times.Order().ElementAt(times.Count / 2);
    }
}
