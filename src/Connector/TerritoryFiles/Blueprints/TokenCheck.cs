using Connector.Domain;
using Connector.Domain.Workspaces;
using Connector.TerritoryFiles.Shapes;

namespace Connector.TerritoryFiles.Blueprints;

/// <summary>Judges every token that a blueprint's file writes, once it is known which ones there are.</summary>
internal sealed class TokenCheck(IEnumerable<string> custom, ProblemList problems)
{
    private readonly List<string> _known = [.. BlueprintTokens.BuiltIn, .. custom];

    /// <summary>What the name of a document may hold beside what all names may.</summary>
    private static readonly string[] OfDocuments = [BlueprintTokens.Calendar, BlueprintTokens.Visit];

    public void Check(BlueprintDraft draft)
    {
        foreach (var area in draft.Areas.Values)
        {
            if (area.Name is { } name && BlueprintTokens.SpeaksOfMeeting(name.Value))
            {
                problems.Add(
                    "meeting-token",
                    name.Place,
                    new Text(
                        "Le nom d'un espace ne peut pas dépendre d'une rencontre.",
                        "The name of an area cannot depend on a meeting."
                    ),
                    new Text(
                        "Retirez {année}, {date} et {titre} ; ils servent aux dossiers.",
                        "Remove {année}, {date} and {titre}; they are for folders."
                    )
                );
            }

            Check(area.Name);
            Check(area.Content);
        }
    }

    private void Check(ContentDraft content)
    {
        Check(content.Description);
        foreach (var document in content.Documents)
        {
            Check(document.Name, OfDocuments);
            Check(document.FormerNames);
        }

        foreach (var folder in content.Folders)
        {
            Check(folder.Name);
            Check(folder.FormerNames);
            Check(folder.Content);
        }
    }

    private void Check(IReadOnlyList<Located<string>> names)
    {
        foreach (var name in names)
        {
            Check(name);
        }
    }

    private void Check(Located<string>? text, IReadOnlyList<string>? more = null)
    {
        foreach (
            var token in BlueprintTokens
                .In(text?.Value ?? "")
                .Where(token => !_known.Contains(token) && more?.Contains(token) != true)
                .Distinct()
        )
        {
            problems.Add(
                "unknown-token",
                text!.Place,
                new Text(
                    $"Le mot entre accolades {{{Words.Shown(token)}}} n'existe pas.",
                    $"The word in braces {{{Words.Shown(token)}}} does not exist."
                ),
                Nearest.To(token, _known) is { } near
                    ? new Text($"Vouliez-vous écrire {{{near}}} ?", $"Did you mean {{{near}}}?")
                    : Declare(token)
            );
        }
    }

    private Text Declare(string token)
    {
        var list = string.Join(", ", _known.Select(known => $"{{{known}}}"));
        return new Text(
            $"Possibles : {list}. Pour en ajouter un : « jetons: {{ {Words.Shown(token)}: … }} ».",
            $"Possible: {list}. To add one: 'jetons: {{ {Words.Shown(token)}: … }}'."
        );
    }
}
