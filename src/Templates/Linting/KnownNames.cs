namespace Connector.Templates;

/// <summary>The names that templates of one kind may use, and where.</summary>
internal sealed class KnownNames
{
    private readonly Dictionary<string, FieldUse> uses = new(StringComparer.Ordinal);
    private readonly HashSet<string> zones = new(StringComparer.Ordinal);

    internal KnownNames(IEnumerable<TemplateField> fields)
    {
        foreach (var field in fields)
        {
            if (field.Use == FieldUse.Free)
            {
                zones.Add(TagName.Fold(field.Key["libre ".Length..]));
            }
            else
            {
                uses[TagName.Fold(field.Key)] = field.Use;
            }
        }
    }

    internal IEnumerable<string> Zones => zones;

    /// <summary>Every name without its loop.</summary>
    internal IEnumerable<string> Names => uses.Keys.Select(Last).Distinct();

    internal bool Holds(TagPlace tag) =>
        tag.Kind == TagKind.Free ? zones.Contains(tag.Name) : uses.Keys.Any(path => Last(path) == tag.Name);

    internal bool IsLoop(string path) => uses.GetValueOrDefault(path) == FieldUse.Loop;

    /// <summary>Whether it has words of its own to show.</summary>
    internal bool IsShowable(string path) =>
        uses.GetValueOrDefault(path) is not (FieldUse.Loop or FieldUse.Condition);

    /// <summary>Paths of the loops that have a field of this name, in their order.</summary>
    internal IEnumerable<string> LoopsWith(string name) =>
        uses
            .Keys.Where(path => path.Contains('/', StringComparison.Ordinal) && Last(path) == name)
            .Select(path => path[..path.LastIndexOf('/')]);

    /// <summary>Names that can be used within these loops, the nearest loop's first.</summary>
    internal IEnumerable<string> NamesWithin(IReadOnlyList<string> scopes) =>
        scopes
            .Reverse()
            .SelectMany(scope =>
                uses.Keys.Where(path => path.StartsWith(scope, StringComparison.Ordinal))
                    .Select(path => path[scope.Length..])
                    .Where(rest => !rest.Contains('/', StringComparison.Ordinal))
            );

    /// <param name="scopes">Paths of the loops around, outermost first: <c>""</c>, <c>"chantiers/"</c> …</param>
    /// <returns>The path of the field that the name means there; null when there is none.</returns>
    internal string? Resolve(string name, IReadOnlyList<string> scopes)
    {
        foreach (var scope in scopes.Reverse())
        {
            var loop = Last(scope.TrimEnd('/'));
            var own =
                loop.Length > 0 && name.StartsWith(loop + ".", StringComparison.Ordinal)
                    ? name[(loop.Length + 1)..]
                    : name;
            var found = new[] { name, own }.FirstOrDefault(written => uses.ContainsKey(scope + written));
            if (found is not null)
            {
                return scope + found;
            }
        }

        return null;
    }

    internal static string Last(string path) => path[(path.LastIndexOf('/') + 1)..];
}
