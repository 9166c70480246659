using System.Globalization;
using Connector.Domain;
using Connector.Domain.Workspaces;

namespace Connector.Reports;

/// <summary>What the daily comparison of calendars showed, in words.</summary>
internal static class CalendarProofLines
{
    private const string Suffix = "#proof";

    public static IEnumerable<CalendarProof> Proofs(KnownWorkspace known) =>
        known
            .Resources.Keys.Where(key => key.EndsWith(Suffix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(key => CalendarProof.Last(known, key[..^Suffix.Length]))
            .OfType<CalendarProof>();

    /// <summary>One line for all that match, and one for each calendar that did not.</summary>
    public static IEnumerable<Text> Of(KnownWorkspace known, Language language)
    {
        var proofs = Proofs(known).ToList();
        if (proofs.Count == 0)
        {
            yield break;
        }

        var culture = CultureInfo.GetCultureInfo(language == Language.English ? "en-GB" : "fr-FR");
        var first = proofs.Min(proof => proof.At).ToLocalTime().ToString("g", culture);
        yield return new Text(
            $"{proofs.Count} agendas comparés en entier avec le serveur depuis le {first}",
            $"{proofs.Count} calendars compared as a whole with the server since {first}"
        );
        foreach (var proof in proofs.Where(proof => !proof.IsMatch))
        {
            yield return new Text(
                $"{proof.CalendarKey} : {proof.Missed.Count} changements n'avaient pas été annoncés par le serveur ; ils ont été relus",
                $"{proof.CalendarKey}: {proof.Missed.Count} changes had not been told of by the server; they were read again"
            );
        }
    }
}
