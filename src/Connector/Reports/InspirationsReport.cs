using Connector.Domain;
using Connector.Domain.Inspirations;
using Connector.Inspirations;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Reports;

/// <summary>What the inspiration sheets tell, folder by folder, and whom to call.</summary>
internal sealed record InspirationsReport : ITold
{
    public string Territory { get; init; } = "";

    /// <summary>Null when something stopped it.</summary>
    public IReadOnlyList<IndexedFolder>? Folders { get; init; }

    public IReadOnlyList<InspirationSource> Sources { get; init; } = [];

    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public RunOutcome Outcome => Folders is null ? RunOutcome.Failed : RunOutcome.Done;

    public static InspirationsReport Refused(IReadOnlyList<Problem> problems) =>
        new() { Problems = problems };

    public void Write(IAnsiConsole console, Language language)
    {
        if (Folders is null)
        {
            return;
        }

        var count = Folders.Sum(folder => folder.Sheets.Count);
        console.MarkupLineInterpolated(
            $"[bold]{new Text($"{Territory} : {count} {(count > 1 ? "fiches" : "fiche")} d'inspiration", $"{Territory}: {count} inspiration {(count == 1 ? "sheet" : "sheets")}").In(language)}[/]"
        );
        foreach (var folder in Folders.Where(folder => folder.Sheets.Count + folder.Written.Count > 0))
        {
            console.WriteLine();
            console.WriteLine($"« {folder.Folder.Path} » ({folder.Sheets.Count})");
            foreach (var path in folder.Written)
            {
                console.WriteLine(new Text($"  ✓ écrit : {path}", $"  ✓ written: {path}").In(language));
            }
        }

        NotTalked(console, language);
        console.WriteLine();
        console.WriteLine(new Text("Chercher ailleurs :", "Look elsewhere:").In(language));
        foreach (var source in Sources)
        {
            console.WriteLine($"  {source.Name} – {source.Address.AbsoluteUri}");
        }
    }

    public void WriteJson(IAnsiConsole console, Language language) =>
        JsonReport.Write(
            console,
            new
            {
                Territory,
                folders = Folders?.Select(folder => new
                {
                    folder.Folder.Path,
                    folder.Written,
                    sheets = folder.Sheets.Select(sheet => new
                    {
                        sheet.FileId,
                        sheet.Path,
                        title = sheet.Name,
                        sheet.Where,
                        sheet.Lead,
                        sheet.Link,
                        talked = !folder.NotTalked.Contains(sheet),
                    }),
                }),
                sources = Sources.Select(source => new
                {
                    source.Name,
                    source.Address,
                    source.About,
                }),
                problems = Problems.Select(problem => JsonReport.Problem(problem, language)),
                warnings = Warnings.Select(warning => JsonReport.Problem(warning, language)),
            }
        );

    private void NotTalked(IAnsiConsole console, Language language)
    {
        var carriers = Folders!.SelectMany(folder => folder.NotTalked).ToList();
        if (carriers.Count == 0)
        {
            return;
        }

        console.WriteLine();
        console.WriteLine(
            new Text(
                $"Personne n'a encore parlé avec ({carriers.Count}) :",
                $"Nobody talked yet with ({carriers.Count}):"
            ).In(language)
        );
        foreach (var sheet in carriers)
        {
            console.WriteLine($"  {PageWriter.Carrier(sheet)}");
        }
    }
}
