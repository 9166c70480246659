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
    private readonly HashSet<string> conditions = new(StringComparer.Ordinal);
    private readonly HashSet<string> zones = new(StringComparer.Ordinal);
    private readonly List<TemplateProblem> problems = [];

    internal TagChecker(DocumentData data)
    {
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

    private void Learn(string path, IReadOnlyDictionary<string, FieldValue> fields)
    {
        foreach (var (name, value) in fields)
        {
            known.Add(path + name);
            switch (value)
            {
                case ConditionValue:
                    conditions.Add(path + name);
                    break;
                case RowsValue rows:
                    loops.Add(path + name);
                    if (rows.Rows.Count == 0)
                    {
                        open.Add(path + name);
                    }

                    foreach (var row in rows.Rows)
                    {
                        Learn($"{path}{name}/", row.Fields);
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
                    Judge(field.Tag, scopes, isShown: true);
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
                case TableNode table:
                    Visit(table.Body, scopes);
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
