using Connector.Domain.Directories;
using Connector.Provisioning;
using Connector.Reports;
using Connector.TerritoryFiles;

namespace Connector.Directories;

/// <summary><c>connector directory visits</c>: whom to meet, what is due, which records are stale. Changes nothing.</summary>
internal sealed class VisitsRun(LoadResult loaded, int months, TimeProvider time)
{
    public VisitsView Run()
    {
        if (loaded.Territory is not { } territory)
        {
            return new VisitsView { Warnings = loaded.Warnings, Problems = loaded.Problems };
        }

        var today = TerritoryDay.Now(time, territory.TimeZone);
        return new VisitsView
        {
            Territory = territory.Name,
            Today = today,
            Months = months,
            Visits = VisitBook.Of(territory, today, months),
            Warnings = loaded.Warnings,
        };
    }
}
