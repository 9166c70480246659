namespace Connector.Domain.Workspaces.Adoption;

/// <summary>One line for each thing that is wanted and not known yet; what stands in another comes after it.</summary>
public sealed record AdoptionProposal(IReadOnlyList<AdoptionLine> Lines)
{
    /// <summary>
    /// What may go into the ledger: the lines that <paramref name="accepts"/> says yes to, unless what they stand in
    /// stays unknown. Nothing of a folder is linked before the folder.
    /// </summary>
    public IReadOnlyList<AdoptionLine> Links(KnownWorkspace known, Func<AdoptionLine, bool> accepts)
    {
        var linked = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. Lines.Where(line =>
                line.State is AdoptionState.Proposed or AdoptionState.Accepted
                && (
                    line.ParentKey is null
                    || known.Find(line.ParentKey) is not null
                    || linked.Contains(line.ParentKey)
                )
                && accepts(line)
                && linked.Add(line.Key)
            ),
        ];
    }

    /// <summary>
    /// What the ledger will say of <paramref name="line"/>. A file is a person's, unless it holds byte for byte what
    /// Connector would write: then an earlier ledger made it.
    /// </summary>
    public static KnownResource Resource(AdoptionLine line)
    {
        var found =
            line.Found ?? throw new ArgumentException("nothing was found for this line", nameof(line));
        var isFile = line.Kind == AdoptionKind.Document;
        return new KnownResource
        {
            Key = line.Key,
            RemoteId = found.Id,
            Path = found.Path,
            ETag = isFile ? found.ETag : null,
            ContentHash =
                isFile && found.Sha1 is not null && found.Sha1 == line.ContentHash ? found.Sha1 : null,
        };
    }
}
