using System.Text;

namespace Connector.Templates;

/// <summary>
/// A document as one web page, made from the same data as the .docx and in the same words: one language, one main part
/// with titled sections, tables with headers, nothing from elsewhere and no script, which its own policy tells the
/// browser too. What is empty says so. All text of people goes through <see cref="Escaped"/>.
/// </summary>
internal sealed class DocumentPage(DocumentData data)
{
    private const string Empty = "–";

    /// <summary>Beyond so many columns the letters are smaller.</summary>
    private const int WideFrom = 7;

    private readonly StringBuilder head = new();
    private readonly StringBuilder contents = new();
    private readonly StringBuilder main = new();

    private bool IsFrench => FieldWords.IsFrench(data.Language);

    internal string Say(string french, string english) => IsFrench ? french : english;

    /// <summary>What a field shows, as in the .docx; empty when there is nothing.</summary>
    internal string Words(string field) => Words(data.Fields, field);

    internal DocumentPage Title(string over, string title, string under)
    {
        Add(head, $"<p class=\"over\">{Escaped(over)}</p>\n<h1>{Escaped(title)}</h1>\n");
        if (under.Length > 0)
        {
            Add(head, $"<p class=\"under\">{Escaped(under)}</p>\n");
        }

        return this;
    }

    /// <summary>Names and values under the title; those without value are left out.</summary>
    internal DocumentPage Facts(params (string Name, string Value)[] facts)
    {
        Add(head, "<dl>\n");
        foreach (var (name, value) in facts.Where(fact => fact.Value.Length > 0))
        {
            Add(head, $"<dt>{Escaped(name)}</dt>\n<dd>{Lines(value)}</dd>\n");
        }

        Add(head, "</dl>\n");
        return this;
    }

    /// <summary>A section with its title, named in the list at the top.</summary>
    internal DocumentPage Section(string id, string title, Action body)
    {
        Add(contents, $"<li><a href=\"#{id}\">{Escaped(title)}</a></li>\n");
        Add(main, $"<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{Escaped(title)}</h2>\n");
        body();
        Add(main, "</section>\n");
        return this;
    }

    internal void Part(string title) => Add(main, $"<h3>{Escaped(title)}</h3>\n");

    internal void Paragraph(string words) => Add(main, $"<p>{Escaped(words)}</p>\n");

    /// <summary>The first words of a free zone, one paragraph a line; people go on in the .docx.</summary>
    internal void FreeText(string zone)
    {
        var lines = data
            .FreeTexts.GetValueOrDefault(zone, "")
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in lines)
        {
            Paragraph(FieldWords.Typeset(line, data.Language));
        }

        if (lines.Length == 0)
        {
            Nothing();
        }
    }

    /// <param name="tag"><c>ul</c> or <c>ol</c>.</param>
    /// <param name="rows">One item each.</param>
    /// <param name="field">What an item shows.</param>
    internal void Items(string tag, IReadOnlyList<DocumentRow> rows, string field)
    {
        if (rows.Count == 0)
        {
            Nothing();
            return;
        }

        Add(main, $"<{tag}>\n");
        foreach (var row in rows)
        {
            Add(main, $"<li>{Lines(Words(row.Fields, field))}</li>\n");
        }

        Add(main, $"</{tag}>\n");
    }

    internal IReadOnlyList<DocumentRow> Rows(string list) => RowsOf(data.Fields, list);

    internal static IReadOnlyList<DocumentRow> RowsOf(
        IReadOnlyDictionary<string, FieldValue> fields,
        string list
    ) => fields.GetValueOrDefault(list) is RowsValue rows ? rows.Rows : [];

    internal string Words(IReadOnlyDictionary<string, FieldValue> fields, string field) =>
        fields.GetValueOrDefault(field) is { } value ? FieldWords.Of(value, data.Language).Trim() : "";

    /// <summary>
    /// A table; the first cell of a row is its header. Small screens show each row as a block, which makes browsers
    /// forget that it is a table: the roles say so again.
    /// </summary>
    internal void Table(string caption, IReadOnlyList<DocumentRow> rows, params PageColumn[] columns)
    {
        if (rows.Count == 0)
        {
            Nothing();
            return;
        }

        var kind = columns.Length > WideFrom ? " class=\"wide\"" : "";
        Add(main, $"<table role=\"table\"{kind}>\n<caption>{Escaped(caption)}</caption>\n");
        Add(main, "<thead role=\"rowgroup\">\n<tr role=\"row\">\n");
        foreach (var column in columns)
        {
            Add(main, $"<th role=\"columnheader\" scope=\"col\">{Escaped(Header(column))}</th>\n");
        }

        Add(main, "</tr>\n</thead>\n<tbody role=\"rowgroup\">\n");
        foreach (var row in rows)
        {
            Row(row, columns);
        }

        Add(main, "</tbody>\n</table>\n");
    }

    /// <summary>The whole page.</summary>
    internal string Finish(string footer) =>
        new PageShell(data.Language, data.Title, Say("Dans ce document", "In this document")).Around(
            head.ToString(),
            contents.ToString(),
            main.ToString(),
            footer
        );

    private void Row(DocumentRow row, PageColumn[] columns)
    {
        Add(main, "<tr role=\"row\">\n");
        for (var index = 0; index < columns.Length; index++)
        {
            var words = Words(row.Fields, columns[index].Field);
            var kind = words.Length == 0 ? " class=\"empty\"" : "";
            var shown = words.Length == 0 ? Empty : Lines(words);
            Add(
                main,
                index == 0
                    ? $"<th role=\"rowheader\" scope=\"row\">{shown}</th>\n"
                    : $"<td role=\"cell\"{kind} data-label=\"{Escaped(Header(columns[index]))}\">{shown}</td>\n"
            );
        }

        Add(main, "</tr>\n");
    }

    private void Nothing() =>
        Add(
            main,
            $"<p class=\"none\">{Say("Rien n'est encore écrit ici.", "Nothing is written here yet.")}</p>\n"
        );

    private string Header(PageColumn column) => Say(column.French, column.English);

    private static string Lines(string words) =>
        string.Join("<br />", words.ReplaceLineEndings("\n").Split('\n').Select(Escaped));

    private static void Add(StringBuilder place, string html) => place.Append(html);

    private static string Escaped(string words) => PageShell.Escaped(words);
}
