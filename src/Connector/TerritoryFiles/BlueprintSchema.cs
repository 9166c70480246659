using Connector.TerritoryFiles.Blueprints;

namespace Connector.TerritoryFiles;

/// <summary>The JSON Schema of a blueprint's file, for editors: made from the very keys that the reader uses.</summary>
internal static class BlueprintSchema
{
    /// <summary>Draft 7, indented, ending with a line feed.</summary>
    public static string Generate() =>
        TerritorySchema.Generate("Fichier de modèle de Connector", BlueprintRecord.Shape.Body);
}
