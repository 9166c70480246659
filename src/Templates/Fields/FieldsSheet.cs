namespace Connector.Templates;

/// <summary>
/// The cheat sheet for those who write templates: how to write a tag, and every field of each kind of document with
/// its meaning and an example, in French. Its words come from the catalogues that filling checks against.
/// </summary>
public static class FieldsSheet
{
    private static readonly Lazy<DocumentTemplate> Template = new(() =>
        DocumentTemplate.Load(BuiltInTemplate.Read("Champs des modèles.docx"))
    );

    private static readonly (string Written, string Meaning)[] Rules =
    [
        ("{{reunion.titre}}", "Montre une valeur. Le nom s'écrit avec ou sans accents et majuscules."),
        (
            "{{#decisions}} … {{/decisions}}",
            "Boucle : répète ce qui est entre les deux marques pour chaque ligne de la liste. Dans un tableau, mettez la première marque dans la première cellule de la ligne à répéter, la seconde dans la dernière."
        ),
        (
            "{{#prochaine}} … {{/prochaine}}",
            "Condition : montre ce qui est entre les marques quand il y a quelque chose."
        ),
        (
            "{{^decisions}} … {{/decisions}}",
            "Le contraire : montre ce qui est entre les marques quand il n'y a rien."
        ),
        (
            "{{libre echanges}} Conseil…",
            "Zone libre : elle appartient aux lecteurs du document. Le conseil écrit après la marque s'affiche tant qu'elle est vide."
        ),
        ("{{numero}}", "Dans une boucle : le numéro de la ligne, à partir de 1."),
        (
            "{{#premier}}  {{#dernier}}  {{#pair}}  {{#impair}}",
            "Dans une boucle, conditions : première ligne, dernière ligne, une ligne sur deux."
        ),
    ];

    /// <param name="kinds">The kinds to describe, in this order.</param>
    /// <param name="on">Date written into the file: same kinds and date, same bytes.</param>
    public static byte[] Make(IReadOnlyList<TemplateKind> kinds, DateTimeOffset on) =>
        Template.Value.Fill(
            new DocumentData(new DocumentStamp { Id = "champs", Modified = on }, "Champs des modèles")
                .With("regles", new RowsValue([.. Rules.Select(Rule)]))
                .With("genres", new RowsValue([.. kinds.Select(Kind)]))
        );

    private static DocumentRow Rule((string Written, string Meaning) rule, int index) =>
        new DocumentRow($"{index}").With("ecrire", Printed(rule.Written)).With("sens", Printed(rule.Meaning));

    private static DocumentRow Kind(TemplateKind kind) =>
        new DocumentRow(kind.Name)
            .With("genre", Printed(kind.French))
            .With("nom", Printed(kind.Name))
            .With("parties", new RowsValue([.. Parts(kind)]));

    /// <summary>The fields of the document itself, each loop with its own, conditions, and free zones.</summary>
    private static IEnumerable<DocumentRow> Parts(TemplateKind kind)
    {
        var own = kind.Fields.Where(field => field.Loop.Length == 0).ToList();
        yield return Part("Champs du document", null, own.Where(IsValue));
        foreach (var loop in kind.Fields.Where(field => field.Use == FieldUse.Loop))
        {
            var around = loop.Loop.Length == 0 ? "" : $" Dans la boucle « {loop.Loop} ».";
            yield return Part(
                $"Boucle « {loop.Label} »",
                loop,
                kind.Fields.Where(field => field.Loop == loop.Key && IsValue(field)),
                around
            );
        }

        var conditions = own.Where(field => field.Use == FieldUse.Condition).ToList();
        if (conditions.Count > 0)
        {
            yield return Part("Conditions", null, conditions);
        }

        var zones = own.Where(field => field.Use == FieldUse.Free).ToList();
        if (zones.Count > 0)
        {
            yield return Part("Zones libres", null, zones);
        }
    }

    private static bool IsValue(TemplateField field) =>
        field.Use is not (FieldUse.Loop or FieldUse.Condition or FieldUse.Free);

    private static DocumentRow Part(
        string title,
        TemplateField? loop,
        IEnumerable<TemplateField> fields,
        string around = ""
    ) =>
        new DocumentRow(loop?.Key.Replace('/', '.') ?? title)
            .With("titre", Printed(title))
            .With("marques", Printed(loop is null ? "" : $"{loop.Usage} : {loop.Meaning}{around}"))
            .With("champs", new RowsValue([.. fields.Select(Field)]));

    private static DocumentRow Field(TemplateField field) =>
        new DocumentRow(field.Name)
            .With("ecrire", Printed(field.Usage))
            .With("label", Printed(field.Label))
            .With("sens", Printed($"{field.Meaning}{Note(field.Use)}"))
            .With("exemple", Printed(field.Example));

    private static string Note(FieldUse use) =>
        use switch
        {
            FieldUse.Choice => " Liste à choix.",
            FieldUse.Check => " Case à cocher.",
            FieldUse.Picture => " Image.",
            FieldUse.Link => " Lien.",
            _ => "",
        };

    private static FieldValue Printed(string words) => new PrintedValue(words);
}
