using Connector.Domain;
using Connector.Domain.Auditing;
using Connector.Jobs;
using Connector.TerritoryFiles.Beginning;
using Connector.Web.Console.Pages.FirstRun;

namespace Connector.Web.Console.FirstRun;

/// <summary>Step 5: writes the territory's file, has the service take it up, and leads to its plan.</summary>
internal static class CreateDeeds
{
    /// <summary>The configuration is looked at every two seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(200);

    public static async Task<DeedResult> CreateAsync(Deed deed)
    {
        var services = deed.Http.RequestServices;
        var shelf = services.GetRequiredService<FirstRunShelf>();
        var draft = shelf.Read();
        if (draft.Step < 5)
        {
            return new DeedResult(FirstRunRoutes.Steps[draft.Step - 1], null);
        }

        var id = NewTerritoryNames.Territory(draft.Territory.Name);
        var problems = services
            .GetRequiredService<TerritoryFounder>()
            .Found(id, draft.Territory, draft.Account!, FirstRunDates.Today(deed.Http));
        if (problems.Count > 0)
        {
            return DeedResult.Again<CreatePage>(
                new FormTrouble(deed.Form) { Whole = deed.Told(problems.Take(3)) }
            );
        }

        shelf.Forget();
        var taken = await TakenUpAsync(services.GetRequiredService<ServiceState>(), id, deed.Ct);
        return new DeedResult(
            taken ? $"/t/{id}/plan" : "/",
            new FlashNote(deed.Page.Say(taken ? Created : Waiting), IsTrouble: false)
        )
        {
            Target = id,
            Outcome = AuditOutcome.Done,
        };
    }

    private static async Task<bool> TakenUpAsync(ServiceState state, string id, CancellationToken ct)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (state.Configuration.Find(id) is null)
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                return false;
            }

            await Task.Delay(Again, ct);
        }

        return true;
    }

    private static readonly Text Created = new(
        "Le territoire est créé. Voici ce que Connector ferait maintenant : lisez, puis appuyez sur « Mettre en place ».",
        "The territory is created. This is what Connector would do now: read it, then press 'Set up'."
    );

    private static readonly Text Waiting = new(
        "Le territoire est créé ; le service le prend en charge dans un instant. Rechargez cette page.",
        "The territory is created; the service takes it up in a moment. Reload this page."
    );
}
