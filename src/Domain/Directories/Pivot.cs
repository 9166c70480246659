namespace Connector.Domain.Directories;

/// <summary>« pivot »: SIRET or RNA.</summary>
public static class Pivot
{
    /// <summary>14 digits, or W and 9 digits. Check digits are not verified: La Poste's offices do not follow them.</summary>
    public static bool IsValid(string? words) =>
        words is { Length: 14 } && words.All(char.IsAsciiDigit)
        || (words is ['W', .. { Length: 9 } rest] && rest.All(char.IsAsciiDigit));
}
