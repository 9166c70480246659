using System.Globalization;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Reports;

namespace Connector.Persons;

/// <summary>« retention »: who is kept longer than the network said. Tells, and never erases by itself; asks no server.</summary>
internal static class RetentionRun
{
    public static PersonReport Run(Territory territory, DateOnly today, int? months)
    {
        var kept = months ?? territory.RetentionMonths;
        var traces = new List<Trace>();
        foreach (var person in territory.People)
        {
            if (new[] { person.Consent.LastKnown, person.ConfirmedOn }.Max() is not { } last)
            {
                traces.Add(new Trace(TraceFate.Human, Text.Same($"{person.Name} ({person.Id})"), NoDate));
            }
            else if (last.AddMonths(kept) <= today)
            {
                traces.Add(
                    new Trace(TraceFate.Human, Text.Same($"{person.Name} ({person.Id})"), Due(last, person))
                );
            }
        }

        var due = traces.Count(trace => trace.Why != NoDate);
        var duration = kept % 12 == 0 ? $"{kept / 12} an(s)" : $"{kept} mois";
        return new PersonReport
        {
            Outcome = due > 0 ? RunOutcome.ChangesPending : RunOutcome.Done,
            IsDone = true,
            Said = new Text(
                $"Conservation : {duration} après le dernier contact. {due} personne(s) à revoir, {traces.Count - due} sans date.",
                $"Retention: {kept} month(s) after the last contact. {due} to be looked at, {traces.Count - due} without a date."
            ),
            Traces = traces,
        };
    }

    private static Text Due(DateOnly last, Person person)
    {
        var day = last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Text(
            $"dernier contact le {day} : reprenez contact et datez-le, ou connector person erase {person.Id}",
            $"last contact on {day}: get in touch and write the day, or connector person erase {person.Id}"
        );
    }

    private static readonly Text NoDate = new(
        "aucune date : remplissez « dernier contact »",
        "no date: fill in 'dernier contact'"
    );
}
