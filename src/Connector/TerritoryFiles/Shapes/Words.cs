using Connector.Domain;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles.Shapes;

/// <summary>Sentences that several shapes say.</summary>
internal static class Words
{
    public static void Expected(ProblemList problems, Node node, Text what, Text remedy)
    {
        if (node is UnreadableNode)
        {
            return;
        }

        var found = Found(node);
        problems.Add(
            "wrong-type",
            node,
            new Text(
                $"Ici on attend {what.French}, et on trouve {found.French}.",
                $"Expected {what.English} here, found {found.English}."
            ),
            remedy
        );
    }

    public static void Bad(
        ProblemList problems,
        Node node,
        string code,
        string value,
        Text what,
        Text remedy
    ) =>
        problems.Add(
            code,
            node,
            new Text(
                $"« {Shown(value)} » n'est pas {what.French}.",
                $"'{Shown(value)}' is not {what.English}."
            ),
            remedy
        );

    /// <summary>A value as it may be shown in a message: on one line, without invisible characters, and short.</summary>
    public static string Shown(string value)
    {
        var visible = string.Concat(
            value.Select(letter =>
                Characters.IsHidden(letter) || letter is '\n' or '\r' or '\t' ? ' ' : letter
            )
        );
        return visible.Length <= 80 ? visible : visible[..80] + "…";
    }

    private static Text Found(Node node) =>
        node switch
        {
            ListNode => new Text("une liste", "a list"),
            MapNode => new Text("un bloc de clés", "a block of keys"),
            ScalarNode { IsEmpty: true } => new Text("rien", "nothing"),
            ScalarNode scalar => new Text($"« {Shown(scalar.Value)} »", $"'{Shown(scalar.Value)}'"),
            _ => new Text("autre chose", "something else"),
        };
}
