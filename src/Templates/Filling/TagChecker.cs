namespace Connector.Templates;

/// <summary>
/// Compares a template's tags with what the data offers, without filling: the fields given, and those that the
/// catalogue of this kind of document names.
/// </summary>
internal sealed class TagChecker
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> loops = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private readonly HashSet<string> documents = new(StringComparer.Ordinal);
    private readonly HashSet<string> conditions = new(StringComparer.Ordinal);
    private readonly HashSet<string> zones = new(StringComparer.Ordinal);
    private readonly List<TemplateProblem> problems = [];

    private readonly NoteBook notes;

    internal TagChecker(DocumentData data, NoteBook notes)
    {
        this.notes = notes;
        Learn("", data.Fields);
        zones.UnionWith(data.FreeTexts.Keys);
        foreach (var key in data.Catalogue.Select(field => field.Key))
        {
            if (key.StartsWith("libre ", StringComparison.Ordinal))
            {
                zones.Add(TagName.Fold(key["libre ".Length..]));
                continue;
            }

            known.Add(TagName.Fold(key));
            if (key.LastIndexOf('/') is > 0 and var slash)
            {
                loops.Add(TagName.Fold(key[..slash]));
                open.Remove(TagName.Fold(key[..slash]));
            }
        }
    }

    internal IReadOnlyList<TemplateProblem> Check(IEnumerable<TemplateNode> nodes)
    {
        Visit(nodes, [""]);
        return problems;
    }

    private void Learn(string path, Dictionary<string, FieldValue> fields)
    {
        Learn(path, fields, [], []);
    }

    /// <param name="seen">Names of this list that other rows had already.</param>
    /// <param name="last">Those of the row before: nearly every row has the same ones in the same order.</param>
    private void Learn(
        string path,
        Dictionary<string, FieldValue> fields,
        HashSet<string> seen,
        List<string> last
    )
    {
        var place = 0;
        foreach (var (name, value) in fields)
        {
            if (place == last.Count)
            {
                last.Add("");
            }

            if (last[place] != name)
            {
                last[place] = name;
                if (seen.Add(name))
                {
                    known.Add(path + name);
                }
            }

            place++;

            switch (value)
            {
                case ConditionValue:
                    conditions.Add(path + name);
                    break;
                case DocumentValue { IsPresent: true }:
                    documents.Add(path + name);
                    break;
                case RowsValue rows:
                    loops.Add(path + name);
                    if (rows.Rows.Count == 0)
                    {
                        open.Add(path + name);
                    }

                    HashSet<string> names = new(StringComparer.Ordinal);
                    List<string> before = [];
                    var inside = $"{path}{name}/";
                    foreach (var row in rows.Rows)
                    {
                        Learn(inside, row.Fields, names, before);
                    }

                    break;
            }
        }
    }

    /// <param name="scopes">Paths of the loops around, outermost first: <c>""</c>, <c>"chantiers/"</c> …</param>
    private void Visit(IEnumerable<TemplateNode> nodes, IReadOnlyList<string> scopes)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case FieldNode field:
                    if (Judge(field.Tag, scopes, isShown: true) is { } shown && documents.Contains(shown))
                    {
                        problems.Add(TagProblems.NotAlone(field.Tag));
                    }

                    break;
                case BlockFieldNode block:
                    Judge(block.Tag, scopes, isShown: true);
                    break;
                case LoopNode loop
                    when Judge(loop.Tag, scopes, isShown: false) is { } path && loops.Contains(path):
                    VisitRows(loop, path, scopes);
                    break;
                case LoopNode loop:
                    Visit(loop.Body, scopes);
                    break;
                case UnlessNode unless:
                    Judge(unless.Tag, scopes, isShown: false);
                    Visit(unless.Body, scopes);
                    break;
                case ColumnsNode columns:
                    VisitColumns(columns, scopes);
                    break;
                case IdentifierNode { Kind: IdentifierKind.NoteReference } reference:
                    Visit(notes[reference.Original], scopes);
                    break;
                case NoteNode:
                    // Judged where the text refers to it, with the fields that are known there.
                    break;
                case TableNode or HeadingNode or LastSectionNode:
                    Visit(node.Inside, scopes);
                    break;
                case FreeZoneNode zone:
                    JudgeZone(zone.Tag);
                    Visit(zone.Advice, scopes);
                    break;
            }
        }
    }

    /// <summary>The fields of a list without rows and without catalogue cannot be known: nothing will show them.</summary>
    private void VisitRows(LoopNode loop, string path, IReadOnlyList<string> scopes)
    {
        if (!open.Contains(path))
        {
            Visit(loop.Body, [.. scopes, path + "/"]);
        }
    }

    /// <summary>A column's fields are those of its list, and of the list of that name that a row may have of its own.</summary>
    private void VisitColumns(ColumnsNode columns, IReadOnlyList<string> scopes)
    {
        Judge(columns.Tag, scopes, isShown: false);
        var paths = scopes.Select(scope => scope + columns.Tag.Name).Where(loops.Contains).ToList();
        if (paths.Count > 0 && !paths.Exists(open.Contains))
        {
            Visit(columns.Body, [.. scopes, .. paths.Select(path => path + "/")]);
        }
    }

    private string? Judge(TagPlace tag, IReadOnlyList<string> scopes, bool isShown)
    {
        var path = Resolve(tag.Name, scopes);
        if (path is null && scopes.Count > 1 && TurnFields.Find(tag.Name, 1, isLast: true) is { } own)
        {
            if (isShown && own is ConditionValue)
            {
                problems.Add(TagProblems.NotShowable(tag));
            }
        }
        else if (path is null)
        {
            var candidates = known.Select(key => key[(key.LastIndexOf('/') + 1)..]).Distinct();
            problems.Add(TagProblems.Unknown(tag, NearestName.Of(tag.Name, candidates)));
        }
        else if (isShown && (loops.Contains(path) || conditions.Contains(path)))
        {
            problems.Add(TagProblems.NotShowable(tag));
        }

        return path;
    }

    private void JudgeZone(TagPlace tag)
    {
        if (!zones.Contains(tag.Name))
        {
            problems.Add(TagProblems.Unknown(tag, NearestName.Of(tag.Name, zones)));
        }
    }

    private string? Resolve(string name, IReadOnlyList<string> scopes)
    {
        foreach (var scope in scopes.Reverse())
        {
            var loop = scope.TrimEnd('/');
            var prefix = loop[(loop.LastIndexOf('/') + 1)..] + ".";
            if (known.Contains(scope + name))
            {
                return scope + name;
            }

            if (
                prefix.Length > 1
                && name.StartsWith(prefix, StringComparison.Ordinal)
                && known.Contains(scope + name[prefix.Length..])
            )
            {
                return scope + name[prefix.Length..];
            }
        }

        return null;
    }
}
