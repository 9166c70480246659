using System.Globalization;
using Connector.Domain.Meetings;

namespace Connector.Domain.Workspaces;

/// <summary>The tokens that names in a blueprint may hold, with their values for one area.</summary>
internal sealed record BlueprintTokens(string Territory, string? Group, Meeting? Meeting)
{
    private static readonly string[] OfMeeting = ["{année}", "{date}", "{titre}"];

    /// <summary>
    /// The file name for <paramref name="pattern"/>; null when it speaks of a meeting and there is none to come.
    /// </summary>
    public string? Name(string pattern)
    {
        if (Meeting is null && OfMeeting.Any(token => pattern.Contains(token, StringComparison.Ordinal)))
        {
            return null;
        }

        var filled = pattern
            .Replace("{territoire}", Territory, StringComparison.Ordinal)
            .Replace("{groupe}", Group ?? Territory, StringComparison.Ordinal);
        if (Meeting is not null)
        {
            filled = filled
                .Replace(
                    "{année}",
                    Meeting.Start.ToString("yyyy", CultureInfo.InvariantCulture),
                    StringComparison.Ordinal
                )
                .Replace(
                    "{date}",
                    Meeting.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    StringComparison.Ordinal
                )
                .Replace("{titre}", Meeting.Series.Title, StringComparison.Ordinal);
        }

        return FileName.Safe(filled);
    }
}
