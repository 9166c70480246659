using System.Globalization;
using Connector.Domain;
using Connector.Domain.Meetings;

namespace Connector.TerritoryFiles.Records;

/// <summary>
/// Reads « règle », and tells of words that are not understood what they may have meant, with the first dates of that: a person
/// recognises their own meetings by them.
/// </summary>
internal static class SaidRule
{
    private const int DatesShown = 5;

    private static readonly string[] KnownWords =
    [
        .. "premier premiers deuxième troisième quatrième cinquième dernier avant-dernier chaque tous toutes les le du de mois semaine semaines trimestre semestre année jour jours ouvré suivant précédent sauf hors jusqu'au fériés vacances scolaires et ou sur une fois".Split(
            ' '
        ),
        .. "lundi mardi mercredi jeudi vendredi samedi dimanche lundis mardis mercredis jeudis vendredis samedis dimanches".Split(
            ' '
        ),
        .. "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".Split(' '),
    ];

    /// <param name="words">As written.</param>
    /// <param name="place">Where.</param>
    /// <param name="from">The day from which dates are shown; null when the file says none.</param>
    /// <param name="problems">Told of words that are not understood.</param>
    public static RecurrenceReading? Read(
        string words,
        SourcePlace place,
        DateOnly? from,
        ProblemList problems
    )
    {
        var reading = FrenchRecurrence.Parse(words);
        if (reading.Problem is not { } problem)
        {
            return reading;
        }

        problems.Add(problem.Code, place, problem.Message, Advice(words, from) ?? problem.Remedy);
        return null;
    }

    private static Text? Advice(string words, DateOnly? from)
    {
        if (words.Length > 200 || words.Contains('=', StringComparison.Ordinal))
        {
            return null;
        }

        var spelt = string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Spelt));
        foreach (var guess in new[] { spelt }.Concat(Completed(spelt)).Where(guess => guess != words))
        {
            if (FrenchRecurrence.Parse(guess) is { Problem: null } meant)
            {
                return Meant(guess, meant, from);
            }
        }

        return null;
    }

    private static Text Meant(string guess, RecurrenceReading meant, DateOnly? from)
    {
        var dates = from is { } day ? meant.Days(day).Take(DatesShown).ToList() : [];
        var (french, english) = (
            string.Join(", ", dates.Select(date => FrenchDates.Write(date, "ddd d MMM yyyy"))),
            string.Join(
                ", ",
                dates.Select(date => date.ToString("ddd d MMM yyyy", CultureInfo.GetCultureInfo("en-GB")))
            )
        );
        return dates.Count == 0
            ? new Text($"Vouliez-vous écrire « {guess} » ?", $"Did you mean '{guess}'?")
            : new Text(
                $"Vouliez-vous écrire « {guess} » ? Ce serait : {french}…",
                $"Did you mean '{guess}'? That would be: {english}…"
            );
    }

    private static string Spelt(string word)
    {
        var bare = word.TrimEnd(',');
        var isKnown =
            bare.Length < 4
            || char.IsAsciiDigit(bare[0])
            || KnownWords.Any(known => Folded.Key(known) == Folded.Key(bare));
        return isKnown ? word : (Nearest.To(bare, KnownWords) ?? bare) + word[bare.Length..];
    }

    /// <summary>What people leave out because it goes without saying.</summary>
    private static IEnumerable<string> Completed(string words)
    {
        yield return $"{words} du mois";
        yield return $"{words} de chaque mois";
        yield return $"le {words} de chaque mois";
        yield return $"tous les {words}s";
        yield return $"tous les {words}";
        if (Folded.Words(words).StartsWith("le 31 ", StringComparison.Ordinal))
        {
            yield return "le dernier jour du mois";
        }
    }
}
