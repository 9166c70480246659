namespace Connector.Domain.Publicity;

/// <summary>Something that the coordinator shows to everybody: a published roadmap, minutes, a leaflet.</summary>
/// <param name="Title">« Feuille de route 2027 ».</param>
/// <param name="Link">Where it is: most often a public link of Nextcloud, which its maker can take back.</param>
public sealed record PublicDocument(string Title, Uri Link);
