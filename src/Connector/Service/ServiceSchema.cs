using Connector.TerritoryFiles;

namespace Connector.Service;

/// <summary>The JSON Schema of <c>connector.yaml</c>, for editors: made from the very keys that the reader uses.</summary>
internal static class ServiceSchema
{
    /// <summary>Draft 7, indented, ending with a line feed.</summary>
    public static string Generate() =>
        TerritorySchema.Generate("Configuration du service Connector", ServiceRecord.Shape.Body);
}
