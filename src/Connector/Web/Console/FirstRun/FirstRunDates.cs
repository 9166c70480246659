using Connector.Domain.Territories;
using Connector.TerritoryFiles.Beginning;
using Connector.Web.Console.Readings;

namespace Connector.Web.Console.FirstRun;

/// <summary>The next five dates of a rhythm while there is no territory yet.</summary>
internal static class FirstRunDates
{
    /// <summary>What words come to, or what is wrong with them; null for no words.</summary>
    public static RhythmPreview.Answer? Of(string words, DateOnly today) =>
        words.Length == 0 ? null
        : NewTerritoryCheck.Rule(words) is { } wrong ? new RhythmPreview.Answer(wrong, [])
        : RhythmPreview.Of(words, None, today);

    /// <summary>For the field while it is typed in.</summary>
    public static async Task<IResult> AnswerAsync(HttpContext http, FirstRunDoor door)
    {
        if (await door.RefuseAsync(http) is { } refused)
        {
            return refused;
        }

        var page = http.RequestServices.GetRequiredService<PageScope>();
        http.RequestServices.GetRequiredService<ConsoleDoor>().Prepare(http);
        if (Of(page.Word("texte"), Today(http)) is not { } answer)
        {
            return Results.Text("");
        }

        var days = string.Join(" ; ", answer.Days.Select(day => RhythmPreview.Line(day, page)));
        return Results.Text($"{page.Say(answer.Sentence)} {days}".TrimEnd());
    }

    public static DateOnly Today(HttpContext http) =>
        DateOnly.FromDateTime(http.RequestServices.GetRequiredService<TimeProvider>().GetLocalNow().DateTime);

    /// <summary>A ground with the days off of metropolitan France, which give way to nothing here.</summary>
    private static readonly Territory None = new()
    {
        Name = "",
        Scope = TerritoryScope.MunicipalGrouping,
        Purpose = "",
        CoordinatingOrganisation = "",
        Coordinators = [],
    };
}
