using System.Xml.Linq;
using static Connector.Templates.WordText;

namespace Connector.Templates;

/// <summary>
/// Regenerates a document that people edited. Three versions are compared block by block: the one that was handed
/// out, the one that people made of it, the one that the data now give. What people wrote stays; what nobody touched
/// follows the data.
/// </summary>
public static class DocumentMerge
{
    /// <param name="base">What was last written by Connector.</param>
    /// <param name="edited">What it became, from any word processor.</param>
    /// <param name="new">What filling gives today.</param>
    /// <returns>
    /// The merged document, which remembers what was merged into it: the same data a second time change nothing. Nothing to change: the bytes of <paramref name="edited"/>. A document that cannot be read, or
    /// that is another one: problems, never an exception.
    /// </returns>
    public static MergedDocument Merge(
        ReadOnlyMemory<byte> @base,
        ReadOnlyMemory<byte> edited,
        ReadOnlyMemory<byte> @new
    )
    {
        try
        {
            var read = ReadAll([@base, edited, @new]);
            var (before, now) = (read[0](), read[1]());
            if (DocumentIdentity.IsOther(before, now))
            {
                return new MergedDocument { Docx = edited, Problems = [PackageProblems.OtherDocument()] };
            }

            var fresh = read[2]();
            var identity = DocumentIdentity.Read(fresh) with { Source = DocumentIdentity.Digest(@new) };
            var isMerged = DocumentIdentity.Read(now).Source == identity.Source;
            return Merge(isMerged ? fresh : before, now, fresh, identity, edited);
        }
        catch (TemplateException refusal)
        {
            return new MergedDocument { Docx = edited, Problems = refusal.Problems };
        }
    }

    /// <summary>Reads them side by side; each gives its package, or throws why there is none, when it is asked for.</summary>
    private static Func<PackageParts>[] ReadAll(ReadOnlyMemory<byte>[] files)
    {
        var read = new Func<PackageParts>[files.Length];
        Parallel.For(
            0,
            files.Length,
            index =>
            {
                try
                {
                    var package = PackageReader.Read(files[index], isTreeWanted: true);
                    read[index] = () => package;
                }
                catch (TemplateException refusal)
                {
                    read[index] = () => throw refusal;
                }
            }
        );
        return read;
    }

    private static MergedDocument Merge(
        PackageParts before,
        PackageParts edited,
        PackageParts fresh,
        DocumentIdentity identity,
        ReadOnlyMemory<byte> bytes
    )
    {
        var entries = new List<MergeEntry>();
        var styles = new StyleImport(fresh, edited);
        var numbering = new NumberingImport(fresh, edited);
        var notes = new NoteImport(fresh, edited, styles);
        var main = new MergePart(edited, PackageRepair.MainPath(edited));
        var comments = new MergeComments(edited, main, identity.Modified);
        var isChanged = false;
        var work = 0;
        foreach (var (one, other, third) in PartPairs.Of(before, edited, fresh, main))
        {
            var context = new MergeContext(
                new BlockImport(third, other, styles, numbering, other == main ? notes : null),
                other == main ? comments : null,
                FieldWords.IsFrench(identity.Language),
                entries
            );
            foreach (var sequence in Sequences(context, one, other, third))
            {
                new SequenceMerge(context).MergeBlocks(sequence, new MergePlace());
            }

            work += context.Work;
            notes.Save();
            if (other.Xml.IsChanged)
            {
                isChanged = true;
                edited[other.Path] = other.Xml.Save();
            }
        }

        isChanged |= comments.Save();
        styles.Save();
        numbering.Save();
        if (isChanged)
        {
            identity.Write(edited);
        }

        return new MergedDocument
        {
            Docx = isChanged ? PackageWriter.Write(edited) : bytes,
            Entries = entries,
            Work = work,
        };
    }

    private static IEnumerable<MergeSequence> Sequences(
        MergeContext context,
        MergePart before,
        MergePart edited,
        MergePart fresh
    ) =>
        NoteBodies.Holds(edited)
            ? NoteBodies.Of(context, before, edited, fresh)
            : [Blocks(before, edited, fresh)];

    private static MergeSequence Blocks(MergePart before, MergePart edited, MergePart fresh)
    {
        List<MergeUnit> old = [];
        List<MergeUnit> now = [];
        List<MergeUnit> young = [];
        Parallel.Invoke(
            () => old = MergeUnit.Blocks(before, Blocks(before)),
            () => now = MergeUnit.Blocks(edited, Blocks(edited)),
            () => young = MergeUnit.Blocks(fresh, Blocks(fresh)),
            edited.Xml.Prepare
        );
        return new MergeSequence(Blocks(edited), old, now, young);
    }

    private static XElement Blocks(MergePart part) => part.Xml.Root.Element(W + "body") ?? part.Xml.Root;
}
