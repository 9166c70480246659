namespace Connector.Domain.Workspaces;

/// <summary>One thing about access that will trouble somebody.</summary>
/// <param name="Code">Stable, in kebab-case.</param>
/// <param name="Path">The folder or file.</param>
/// <param name="Sentence">What, and what to do.</param>
public sealed record AccessHazard(string Code, string Path, Text Sentence);

/// <summary>
/// The folders at the top of somebody's own files that are no mount, as far as they are known: the service account's,
/// and those of whoever signed in.
/// </summary>
public sealed record OwnFolders(string UserId, IReadOnlyList<string> Names);
