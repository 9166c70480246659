using Connector.Domain;
using Connector.Domain.Announcing;

namespace Connector.Announcing;

/// <summary>Reads secrets of channels when they are needed, and keeps none.</summary>
/// <param name="territoryPath">The territory's file, beside which files of secrets lie.</param>
/// <param name="environment">Of the process.</param>
internal sealed class ChannelSecrets(string territoryPath, Func<string, string?> environment)
{
    private const int Longest = 8 * 1024;

    /// <returns>The secret without the line break at its end; the reason in its place where there is none.</returns>
    public (string? Secret, Text? Reason) Read(SecretSource? source)
    {
        if (source is null)
        {
            return (null, null);
        }

        if (source.Variable is { } variable)
        {
            return environment(variable)?.Trim() is { Length: > 0 } value
                ? (value, null)
                : (
                    null,
                    new Text(
                        $"La variable {variable} n'est pas définie.",
                        $"The variable {variable} is not set."
                    )
                );
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(territoryPath)) ?? "";
        return ReadFile(source.File!, Path.Combine(folder, source.File!));
    }

    private static (string? Secret, Text? Reason) ReadFile(string name, string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: <= Longest })
            {
                return File.ReadAllText(path).Trim() is { Length: > 0 } value
                    ? (value, null)
                    : (null, new Text($"Le fichier « {name} » est vide.", $"The file '{name}' is empty."));
            }

            return (
                null,
                new Text(
                    $"Le fichier « {name} » n'existe pas, ou n'est pas un secret.",
                    $"The file '{name}' does not exist, or is no secret."
                )
            );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (
                null,
                new Text($"Le fichier « {name} » ne peut pas être lu.", $"The file '{name}' cannot be read.")
            );
        }
    }
}
