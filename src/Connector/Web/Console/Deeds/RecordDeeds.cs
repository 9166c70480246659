using Connector.Directories;
using Connector.Domain;
using Connector.TerritoryFiles;
using Connector.Web.Console.Pages;

namespace Connector.Web.Console.Deeds;

/// <summary>Writing in one record of the directory, wherever it lies.</summary>
internal static class RecordDeeds
{
    /// <summary>Name of the hidden field with what stood in a field when the form was made.</summary>
    public static string Seen(string field) => $"lu-{field}";

    public static Task<DeedResult> EditOrganisationAsync(Deed deed) =>
        EditAsync(deed, RecordKind.Organisation);

    public static Task<DeedResult> EditPersonAsync(Deed deed) => EditAsync(deed, RecordKind.Person);

    private static async Task<DeedResult> EditAsync(Deed deed, RecordKind kind)
    {
        var (id, back) = Place(deed, kind);
        var changes = Changes(deed, kind);
        var wrong = Wrong(deed, changes);
        if (wrong.Count > 0)
        {
            return DeedResult.Again<RecordEditPage>(new FormTrouble(deed.Form) { Wrong = wrong });
        }

        if (changes.Count == 0)
        {
            return deed.Done(back, "Rien n'était à changer.", "There was nothing to change.");
        }

        var work = deed.Http.RequestServices.GetRequiredService<ConsoleWork>();
        var file = deed.Page.Owner!.File;
        var (result, problems) = await work.RunAsync(
            deed.Page.Owner,
            (open, ct) => RunAsync(open, file, kind, id, changes, ct)
        );
        if (result is null || result.Problems.Count > 0)
        {
            return DeedResult.Again<RecordEditPage>(
                new FormTrouble(deed.Form) { Whole = deed.Told(result?.Problems ?? problems) }
            );
        }

        return result.Clashes.Count > 0
            ? Clashing(deed, result.Clashes)
            : deed.Done(back, "La fiche est enregistrée.", "The record is saved.");
    }

    private static (string Id, string Back) Place(Deed deed, RecordKind kind)
    {
        var (name, path) =
            kind == RecordKind.Person ? ("person", "personnes") : ("organisation", "structures");
        var id = deed.Page.Route(name);
        return (id, $"/annuaire/{path}/{Uri.EscapeDataString(id)}");
    }

    /// <summary>A form need not have every field: those that it has not stay as they are.</summary>
    private static List<FieldChange> Changes(Deed deed, RecordKind kind) =>
        [
            .. RecordFields
                .Of(kind)
                .Where(field => deed.IsTicked(field.Name) && deed.IsTicked(Seen(field.Name)))
                .Select(field => new FieldChange(
                    field,
                    deed.Form[Seen(field.Name)].ToString().ReplaceLineEndings("\n"),
                    deed.Text(field.Name).ReplaceLineEndings("\n")
                ))
                .Where(change => change.Was != change.Now),
        ];

    private static Dictionary<string, string> Wrong(Deed deed, IEnumerable<FieldChange> changes) =>
        Wrong(deed, changes.Select(change => (change.Field, change.Now)));

    /// <summary>What is wrong with words that are to be written, by the names of their fields.</summary>
    public static Dictionary<string, string> Wrong(
        Deed deed,
        IEnumerable<(RecordField Field, string Words)> written
    )
    {
        var wrong = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, words) in written)
        {
            if (words.Length == 0 && field.IsRequired)
            {
                wrong[field.Name] = deed.Page.Say(
                    "Ce champ ne peut pas rester vide.",
                    "This field cannot stay empty."
                );
            }
            else if (field.Choices.Count > 0 && words.Length > 0 && !field.Choices.Contains(words))
            {
                wrong[field.Name] = deed.Page.Say("Choisissez dans la liste.", "Choose from the list.");
            }
            else if (words.Length > 0 && field.Fault(words) is { } fault)
            {
                wrong[field.Name] = $"{deed.Page.Say(fault.Message)} {deed.Page.Say(fault.Remedy)}";
            }
        }

        return wrong;
    }

    private static async Task<EditResult> RunAsync(
        OpenWork open,
        string file,
        RecordKind kind,
        string id,
        IReadOnlyList<FieldChange> changes,
        CancellationToken ct
    )
    {
        var problems = new ProblemList(file);
        return open.DirectoriesOf(file).Of(kind, id, problems) is { } own
            ? await new EditRun(kind, id, changes).RunAsync(own, ct)
            : new EditResult { Problems = problems.Any ? problems.Errors : [Gone] };
    }

    private static DeedResult Clashing(Deed deed, IReadOnlyList<FieldClash> clashes) =>
        DeedResult.Again<RecordEditPage>(
            new FormTrouble(deed.Form)
            {
                Whole = deed.Page.Say(
                    "Quelqu'un a changé cette fiche pendant que vous la remplissiez. Rien n'est perdu, et rien n'est encore écrit : regardez les champs marqués, puis enregistrez de nouveau.",
                    "Somebody changed this record while you were filling it in. Nothing is lost, and nothing is written yet: look at the fields that are marked, then save again."
                ),
                Wrong = clashes.ToDictionary(
                    clash => clash.Field.Name,
                    clash =>
                        clash.Stands.Length == 0
                            ? deed.Page.Say(
                                "Entre-temps, ce champ a été vidé. Votre texte le remplira si vous enregistrez.",
                                "Meanwhile this field was emptied. Your words will fill it if you save."
                            )
                            : deed.Page.Say(
                                $"Entre-temps, quelqu'un a écrit « {clash.Stands} ». Votre texte le remplacera si vous enregistrez.",
                                $"Meanwhile somebody wrote '{clash.Stands}'. Your words will replace it if you save."
                            )
                ),
                Stands = clashes.ToDictionary(clash => clash.Field.Name, clash => clash.Stands),
            }
        );

    public static Problem Gone { get; } =
        new()
        {
            Code = "record-gone",
            Message = new Text(
                "Cette fiche n'est plus dans l'annuaire.",
                "This record is in the directory no more."
            ),
            Remedy = new Text("Cherchez-la de nouveau.", "Search for it again."),
        };
}
