namespace Connector.Templates;

/// <summary>
/// Takes out of a template what must not reach its readers: its authors' comments, and the wish to recompute every
/// field, which makes Word ask a question each time the document is opened.
/// </summary>
internal static class PackageCleaning
{
    private static readonly string[] Comments =
    [
        "comments",
        "commentsExtended",
        "commentsIds",
        "commentsExtensible",
        "people",
    ];

    internal static void Apply(PackageParts package, string main)
    {
        foreach (var link in package.RelationshipsOf(main).Where(link => !link.IsExternal))
        {
            if (Comments.Contains(link.Kind, StringComparer.Ordinal))
            {
                package.RemoveRelationship(main, link.Id);
                package.Remove(link.Target);
            }
            else if (link.Kind == "settings" && package.Contains(link.Target))
            {
                CleanSettings(package, link.Target);
            }
        }
    }

    private static void CleanSettings(PackageParts package, string path)
    {
        var settings = PackageParts.Parse(package[path]);
        var unwanted = settings.Elements(WordText.W + "updateFields").ToList();
        if (unwanted.Count > 0)
        {
            unwanted.ForEach(element => element.Remove());
            package[path] = PackageParts.Serialise(settings);
        }
    }
}
