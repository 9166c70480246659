namespace Connector.Templates;

/// <summary>The tags of an agenda, « ordre du jour »: the minutes' own, before the meeting.</summary>
internal static class AgendaFields
{
    internal static readonly IReadOnlyList<TemplateField> All = FieldTable.Read("ordre-du-jour");

    internal static DocumentData From(MinutesContent content)
    {
        var day = FrenchWords.Date(DateOnly.FromDateTime(content.Start), DateStyle.Words);
        var data = new DocumentData(content.Stamp, $"Ordre du jour – {content.Title} – {day}")
        {
            Catalogue = All,
        };
        return MinutesFields
            .Meeting(data, content)
            .WithFreeText("objectif", null)
            .WithFreeText("preparer", null);
    }
}
