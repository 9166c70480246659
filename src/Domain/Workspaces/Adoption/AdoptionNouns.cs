namespace Connector.Domain.Workspaces.Adoption;

/// <summary>What people call the things that are looked for.</summary>
public static class AdoptionNouns
{
    public static Text Noun(this AdoptionKind kind) =>
        kind switch
        {
            AdoptionKind.Group => new Text("groupe", "group"),
            AdoptionKind.TeamFolder => new Text("dossier d'équipe", "team folder"),
            AdoptionKind.Folder => new Text("dossier", "folder"),
            AdoptionKind.Document => new Text("document", "document"),
            _ => new Text("agenda", "calendar"),
        };
}
