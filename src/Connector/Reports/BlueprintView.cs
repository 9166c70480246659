using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.TerritoryFiles.Blueprints;
using Spectre.Console;
using Text = Connector.Domain.Text;

namespace Connector.Reports;

/// <summary>A blueprint with all that it extends, as a tree that says who may do what where, or as JSON.</summary>
internal sealed class BlueprintView(Blueprint blueprint, Language language)
{
    public void Write(IAnsiConsole console)
    {
        console.MarkupLineInterpolated(
            $"[bold]{blueprint.Name}[/], {new Text("version", "version").In(language)} {blueprint.Version}"
        );
        foreach (var (token, value) in blueprint.Tokens)
        {
            console.MarkupLineInterpolated($"  {{{token}}} = {value}");
        }

        foreach (var (area, layout) in blueprint.Areas.OrderBy(area => area.Key))
        {
            console.WriteLine();
            console.Write(Table(area, layout));
        }
    }

    public object Json() =>
        new
        {
            blueprint.Name,
            blueprint.Version,
            tokens = blueprint.Tokens,
            areas = blueprint
                .Areas.OrderBy(area => area.Key)
                .Select(area => new
                {
                    area = BlueprintRecord.Word(area.Key),
                    area.Value.Name,
                    area.Value.Quota,
                    colour = area.Value.CalendarColour,
                    calendar = HasCalendar(area.Key, area.Value),
                    inside = Json(area.Value.Whole, BlueprintAdvice.Roles(area.Key), _ => AccessLevel.None),
                }),
        };

    private static object Json(
        FolderBlueprint folder,
        IReadOnlyList<GroupRole> roles,
        Func<GroupRole, AccessLevel> above
    )
    {
        var level = folder.Level(above);
        return new
        {
            folder.Name,
            rights = roles.ToDictionary(RightsRecord.Word, role => RightsRecord.Word(level(role))),
            folder.Description,
            documents = folder.Documents.Select(document => new
            {
                document.Name,
                kind = DocumentRecord.Word(document.Kind),
                template = document.Template?.Name,
            }),
            folders = folder.Folders.Select(child => Json(child, roles, level)),
        };
    }

    private Grid Table(WorkspaceArea area, AreaBlueprint layout)
    {
        var roles = BlueprintAdvice.Roles(area);
        var grid = new Grid();
        for (var column = 0; column <= roles.Count; column++)
        {
            grid.AddColumn(new GridColumn().NoWrap().PadRight(2));
        }

        grid.AddRow([
            new Markup(BlueprintRecord.Word(area).EscapeMarkup(), new Style(decoration: Decoration.Bold)),
            .. roles.Select(role => Cell(RightsRecord.Word(role))),
        ]);
        var facts = Facts(area, layout);
        Rows(grid, layout.Whole, roles, _ => AccessLevel.None, "", "", facts);
        return grid;
    }

    private static void Rows(
        Grid grid,
        FolderBlueprint folder,
        IReadOnlyList<GroupRole> roles,
        Func<GroupRole, AccessLevel> above,
        string branch,
        string indent,
        IReadOnlyList<string> facts
    )
    {
        var level = folder.Level(above);
        grid.AddRow([
            Cell(branch + folder.Name + "/"),
            .. roles.Select(role => Right(level(role), above(role))),
        ]);
        var lines = facts
            .Concat(folder.Description is { } text ? [$"« {Short(text)} »"] : [])
            .Concat(
                folder.Documents.Select(document =>
                    document.Template is { } template
                        ? $"{document.Name}  ({DocumentRecord.Word(document.Kind)}, gabarit {template.Name})"
                        : $"{document.Name}  ({DocumentRecord.Word(document.Kind)})"
                )
            )
            .ToList();
        foreach (var line in lines)
        {
            grid.AddRow([
                Cell($"{indent}{(folder.Folders.Count > 0 ? "│ " : "  ")}{line}"),
                .. roles.Select(_ => Cell("")),
            ]);
        }

        for (var index = 0; index < folder.Folders.Count; index++)
        {
            var isLast = index == folder.Folders.Count - 1;
            Rows(
                grid,
                folder.Folders[index],
                roles,
                level,
                indent + (isLast ? "└ " : "├ "),
                indent + (isLast ? "  " : "│ "),
                []
            );
        }
    }

    private List<string> Facts(WorkspaceArea area, AreaBlueprint layout)
    {
        var facts = new List<string>();
        if (layout.Quota is { } quota)
        {
            facts.Add(
                new Text($"quota : {ByteSize.French(quota)}", $"quota: {ByteSize.English(quota)}").In(
                    language
                )
            );
        }

        if (area == WorkspaceArea.Group)
        {
            facts.Add(
                (HasCalendar(area, layout), layout.CalendarColour) switch
                {
                    (false, _) => new Text("pas d'agenda", "no calendar").In(language),
                    (_, { } colour) => new Text($"agenda : {colour}", $"calendar: {colour}").In(language),
                    _ => new Text("agenda : couleur selon le groupe", "calendar: colour by group").In(
                        language
                    ),
                }
            );
        }

        return facts;
    }

    private static bool HasCalendar(WorkspaceArea area, AreaBlueprint layout) =>
        area == WorkspaceArea.Group && layout.HasCalendar;

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : line[..60] + "…";
    }

    private static Markup Cell(string text) => new(text.EscapeMarkup());

    /// <summary>What changes here stands out from what comes from above.</summary>
    private static Markup Right(AccessLevel level, AccessLevel above) =>
        new(RightsRecord.Word(level).EscapeMarkup(), new Style(level == above ? Color.Grey : Color.Teal));
}
