using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.TerritoryFiles.Shapes;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Records;

/// <summary>A person's place in one group, written at the person.</summary>
internal sealed record ParticipationDraft(Located<string> Group, GroupRole Role);

/// <summary>« groupes » of a person: <c>{gt-jeunes: animation}</c>, or a list of groups of which one is a member.</summary>
internal sealed class ParticipationsShape : Shape<IReadOnlyList<ParticipationDraft>>
{
    public static readonly ChoiceShape<GroupRole> Role = new(
        (GroupRole.Coordination, ["coordination"]),
        (GroupRole.Lead, ["animation", "animateur", "animatrice", "pilote"]),
        (GroupRole.Member, ["membre"]),
        (GroupRole.Observer, ["observateur", "observatrice", "observation"])
    );

    private static readonly ListShape<Located<string>> Names = new(
        new LocatedShape<string>(Identifiers.Group)
    );

    public override bool TryRead(
        Node node,
        ProblemList problems,
        [MaybeNullWhen(false)] out IReadOnlyList<ParticipationDraft> value
    )
    {
        if (node is MapNode map)
        {
            value = [.. map.Entries.Select(entry => Read(entry, problems)).OfType<ParticipationDraft>()];
            return true;
        }

        value = Names.TryRead(node, problems, out var groups)
            ? [.. groups.Select(group => new ParticipationDraft(group, GroupRole.Member))]
            : null;
        return value is not null;
    }

    public override JsonObject Describe(SchemaBook book) =>
        new()
        {
            ["anyOf"] = new JsonArray(
                Names.Describe(book),
                new JsonObject { ["type"] = "object", ["additionalProperties"] = Role.Describe(book) }
            ),
        };

    private static ParticipationDraft? Read((ScalarNode Key, Node Value) entry, ProblemList problems)
    {
        var named = Identifiers.Group.TryRead(entry.Key, problems, out var group);
        var placed = Role.TryRead(entry.Value, problems, out var role);
        return named && placed
            ? new ParticipationDraft(new Located<string>(group!, problems.At(entry.Key)), role)
            : null;
    }
}
