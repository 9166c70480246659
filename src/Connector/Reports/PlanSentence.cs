using System.Globalization;
using Connector.Domain;
using Connector.Domain.Workspaces;

namespace Connector.Reports;

/// <summary>
/// A step of a plan as a sentence: what is done, and why. <see cref="Verb"/>, <see cref="Rest"/> and <see cref="Why"/>,
/// one after the other, are the sentence.
/// </summary>
internal sealed record PlanSentence(string Verb, string Rest, string Why)
{
    public override string ToString() => Verb + Rest + Why;

    public static PlanSentence Of(PlanStep step, Language language)
    {
        var verb = StageNames.Of(step.Change).In(language);
        var subject = step.Subject.In(language);
        var reason = step.Reason.In(language) + At(step.Place, language);
        if (step.Action is null)
        {
            var link = step.Change == Change.Keep ? " " : new Text(" : ", ": ").In(language);
            return new PlanSentence(verb, link + subject, $" — {reason}");
        }

        var why = new Text($", car {reason}", $", because {reason}").In(language);
        if (step.Deed?.In(language) is not { } deed)
        {
            return new PlanSentence(verb, $" {subject}", why);
        }

        var space = deed.IndexOf(' ', StringComparison.Ordinal);
        return new PlanSentence(deed[..space], deed[space..], why);
    }

    private static string At(SourcePlace? place, Language language)
    {
        if (place is not { } at || at.Line == 0)
        {
            return "";
        }

        var file = Path.GetFileName(at.File);
        var line = at.Line.ToString(CultureInfo.InvariantCulture);
        return at.Sheet is null
            ? new Text($" ({file}, ligne {line})", $" ({file}, line {line})").In(language)
            : new Text(
                $" ({file}, feuille {at.Sheet}, ligne {line})",
                $" ({file}, sheet {at.Sheet}, line {line})"
            ).In(language);
    }
}
