using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Nextcloud.Dav;

namespace Connector.Calendars;

/// <summary>What stands in the way of an import, in sentences.</summary>
internal static class ImportProblems
{
    public static Problem WhichGroup(IEnumerable<WorkingGroup> groups)
    {
        var ids = string.Join(", ", groups.Select(group => group.Id));
        return new()
        {
            Code = "which-group",
            Message = new Text(
                "Il faut dire dans l'agenda de quel groupe mettre ces événements.",
                "It has to be said into which group's calendar these events go."
            ),
            Remedy = new Text($"Ajoutez --group avec l'un de : {ids}.", $"Add --group with one of: {ids}."),
        };
    }

    public static readonly Problem NoCalendar = new()
    {
        Code = "no-calendar",
        Message = new Text(
            "Ce fichier n'est pas un agenda, ou il est vide.",
            "This file is no calendar, or it is empty."
        ),
        Remedy = new Text(
            "Exportez l'agenda au format iCalendar (.ics) ; le fichier commence par BEGIN:VCALENDAR.",
            "Export the calendar as iCalendar (.ics); the file begins with BEGIN:VCALENDAR."
        ),
    };

    public static Problem NoCalendarOf(WorkingGroup group) =>
        new()
        {
            Code = "calendar-not-there",
            Message = new Text(
                $"« {group.Name} » n'a pas encore d'agenda dans Nextcloud.",
                $"'{group.Name}' has no calendar in Nextcloud yet."
            ),
            Remedy = new Text("Lancez d'abord « connector apply ».", "Run 'connector apply' first."),
        };

    public static Problem TooLarge(string path, long bytes, long most) =>
        new()
        {
            Code = "file-too-large",
            Message = new Text(
                $"« {path} » est trop grand : {bytes / 1_048_576.0:0.0} Mo, {most / 1_048_576} Mo au plus. Rien n'a été lu.",
                $"'{path}' is too large: {bytes / 1_048_576.0:0.0} MB, {most / 1_048_576} MB at most. Nothing was read."
            ),
            Remedy = new Text(
                "Exportez une année à la fois, ou sans les pièces jointes.",
                "Export one year at a time, or without attachments."
            ),
        };

    public static Problem Unreadable(string path) =>
        new()
        {
            Code = "file-unreadable",
            Message = new Text($"« {path} » ne peut pas être lu.", $"'{path}' cannot be read."),
            Remedy = new Text(
                "Vérifiez le nom du fichier et ses droits.",
                "Check the file's name and rights."
            ),
        };

    public static Text Why(DavOutcome outcome) =>
        outcome.Result switch
        {
            DavResult.UidConflict => new Text(
                "l'agenda a déjà cet identifiant, peut-être dans sa corbeille",
                "the calendar has this identifier already, perhaps in its trash bin"
            ),
            DavResult.PreconditionFailed => new Text(
                "quelqu'un vient de le modifier dans l'agenda",
                "somebody has just changed it in the calendar"
            ),
            DavResult.UnsupportedContent => new Text(
                "le serveur ne le tient pas pour un événement valable",
                "the server does not take it for a valid event"
            ),
            _ => outcome.Message ?? new Text($"refusé ({outcome.Result})", $"refused ({outcome.Result})"),
        };
}
