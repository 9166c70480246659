using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Connector.Domain.Meetings;

namespace Connector.Domain.Workspaces;

/// <summary>The tokens that names in a blueprint may hold, with their values for one area.</summary>
internal sealed partial record BlueprintTokens(string Territory, string? Group, Meeting? Meeting)
{
    /// <summary>
    /// The file name for <paramref name="pattern"/>; null when it speaks of a meeting and there is none to come.
    /// Filled in one pass: a title that looks like a token stays a title.
    /// </summary>
    public string? Name(string pattern)
    {
        // A blueprint saved on macOS may spell « é » as two characters.
        var composed = pattern.Normalize(NormalizationForm.FormC);
        var missing = false;
        var filled = Token()
            .Replace(
                composed,
                match =>
                {
                    var value = Value(match.Value);
                    missing |= value is null;
                    return value ?? "";
                }
            );
        return missing ? null : FileName.Safe(filled);
    }

    private string? Value(string token) =>
        token switch
        {
            "{territoire}" => Territory,
            "{groupe}" => Group ?? Territory,
            "{année}" => Meeting?.Start.ToString("yyyy", CultureInfo.InvariantCulture),
            "{date}" => Meeting?.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => Meeting?.Series.Title,
        };

    [GeneratedRegex(@"\{(territoire|groupe|année|date|titre)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
