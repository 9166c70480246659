using System.Globalization;
using Connector.Domain;
using Connector.Domain.Directories;
using Connector.Domain.Territories;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Reports;

/// <summary>« Qui inviter », gap by gap, told to people and programs.</summary>
internal sealed record CandidatesView : ITold
{
    private const int MostShown = 5;

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public string Territory { get; init; } = "";

    public string? Group { get; init; }

    /// <summary>The file that was looked into beside the directory.</summary>
    public string? File { get; init; }

    /// <summary>Rows of the file that look like an organisation of the directory, and were left out.</summary>
    public int Alike { get; init; }

    /// <summary>Null when something stopped it.</summary>
    public IReadOnlyList<GapCandidates>? Gaps { get; init; }

    public IReadOnlyList<Problem> Warnings { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public RunOutcome Outcome => Gaps is null ? RunOutcome.Failed : RunOutcome.Done;

    public void Write(IAnsiConsole console, Language language)
    {
        if (Gaps is null)
        {
            return;
        }

        console.MarkupLineInterpolated($"[bold]{Title().In(language)}[/]");
        foreach (var gap in Gaps)
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]{Head(gap).In(language)}[/]");
            foreach (var candidate in gap.Candidates.Take(MostShown))
            {
                console.WriteLine($"  {Told(candidate).In(language)}");
            }

            if (gap.Candidates.Count > MostShown)
            {
                var more = gap.Candidates.Count - MostShown;
                console.WriteLine(
                    new Text(
                        $"  et {more} autres (--json les donne)",
                        $"  and {more} more (--json has them)"
                    ).In(language)
                );
            }
        }

        if (Alike > 0)
        {
            console.WriteLine();
            console.WriteLine(LookAlike(Alike).In(language));
        }
    }

    public void WriteJson(IAnsiConsole console, Language language) =>
        JsonReport.Write(
            console,
            new
            {
                Territory,
                Group,
                File,
                Alike,
                gaps = Gaps?.Select(gap => new
                {
                    gap.Line.Need.Id,
                    name = gap.Line.Need.Name.In(language),
                    gap.Line.Need.Kind,
                    gap.Line.Level,
                    gap.Line.Need.Types,
                    candidates = gap.Candidates.Select(Json),
                }),
                problems = Problems.Select(problem => JsonReport.Problem(problem, language)),
                warnings = Warnings.Select(warning => JsonReport.Problem(warning, language)),
            }
        );

    private static object Json(Candidate candidate) =>
        new
        {
            candidate.Organisation.Id,
            candidate.Organisation.Name,
            candidate.Organisation.Pivot,
            candidate.Organisation.Type,
            candidate.Organisation.Commune,
            candidate.Organisation.Telephone,
            state = candidate.IsNew ? null : candidate.Organisation.Contact,
            candidate.IsNew,
            candidate.Because,
            kilometres = candidate.Kilometres is { } far ? Math.Round(far, 1) : (double?)null,
            candidate.IsNeighbour,
        };

    private Text Title()
    {
        var what = Group is null ? Territory : $"{Territory}, {Group}";
        return Gaps!.Count == 0
            ? new Text($"{what} : rien ne manque.", $"{what}: nothing is missing.")
            : new Text($"{what} : qui inviter", $"{what}: whom to invite");
    }

    private static Text Head(GapCandidates gap)
    {
        var name = gap.Line.Need.Name;
        var (french, english) = gap.Line.Level switch
        {
            CoverageLevel.Missing => ("manquant", "missing"),
            CoverageLevel.Thin => ("fragile, un seul acteur", "thin, one actor alone"),
            CoverageLevel.Waived => ("écarté", "waived"),
            _ => ("couvert", "covered"),
        };
        return gap.Candidates.Count == 0
            ? new Text(
                $"{name.French} ({french}) – personne de connu parmi {string.Join(", ", gap.Line.Need.Types)}",
                $"{name.English} ({english}) – nobody is known among {string.Join(", ", gap.Line.Need.Types)}"
            )
            : new Text(
                $"{name.French} ({french}) – {gap.Candidates.Count} {(gap.Candidates.Count > 1 ? "candidats" : "candidat")}",
                $"{name.English} ({english}) – {gap.Candidates.Count} {(gap.Candidates.Count > 1 ? "candidates" : "candidate")}"
            );
    }

    private static Text Told(Candidate candidate)
    {
        var organisation = candidate.Organisation;
        var where = organisation.Commune is { } commune ? $" ({commune})" : "";
        var (french, english) = Where(candidate);
        var state = State(candidate);
        return new Text(
            $"{organisation.Name}{where} – {french} – {candidate.Because} – {state.French}",
            $"{organisation.Name}{where} – {english} – {candidate.Because} – {state.English}"
        );
    }

    private static (string French, string English) Where(Candidate candidate) =>
        candidate.Kilometres is { } far
            ? (
                $"à {far.ToString("0.0", French)} km",
                string.Create(CultureInfo.InvariantCulture, $"{far:0.0} km away")
            )
        : candidate.IsNeighbour ? ("dans une commune du réseau", "in a municipality of the network")
        : ("distance inconnue", "distance unknown");

    private static Text State(Candidate candidate) =>
        candidate.IsNew
            ? new Text("pas encore dans l'annuaire", "not in the directory yet")
            : candidate.Organisation.Contact switch
            {
                ContactState.ToMeet => new Text("à rencontrer", "to meet"),
                ContactState.Met => new Text("rencontré", "met"),
                ContactState.Invited => new Text("déjà invité", "invited already"),
                _ => new Text("membre du réseau", "member of the network"),
            };

    private static Text LookAlike(int count) =>
        new(
            $"{count} {(count > 1 ? "lignes du fichier ressemblent" : "ligne du fichier ressemble")} à une structure de l'annuaire et ne sont pas proposées : « connector directory import » les montre.",
            $"{count} {(count > 1 ? "rows of the file look" : "row of the file looks")} like an organisation of the directory and are not proposed: 'connector directory import' shows them."
        );
}
