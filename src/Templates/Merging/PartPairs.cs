using System.Xml.Linq;

namespace Connector.Templates;

/// <summary>
/// The parts to merge: the text, the headers and footers, and the notes. An editor may have made several of one header; each is
/// paired with the header of the base that it most resembles.
/// </summary>
internal static class PartPairs
{
    private const double Likeness = 0.5;

    internal static IEnumerable<(MergePart Before, MergePart Edited, MergePart Fresh)> Of(
        PackageParts before,
        PackageParts edited,
        PackageParts fresh,
        MergePart main
    )
    {
        yield return (
            new MergePart(before, PackageRepair.MainPath(before)),
            main,
            new MergePart(fresh, PackageRepair.MainPath(fresh))
        );
        foreach (var kind in NoteBodies.Kinds)
        {
            if (
                Paths(before, kind) is [var old]
                && Paths(edited, kind) is [var now]
                && Paths(fresh, kind) is [var young]
                && !before[old].Span.SequenceEqual(fresh[young].Span)
            )
            {
                yield return (
                    new MergePart(before, old),
                    new MergePart(edited, now),
                    new MergePart(fresh, young)
                );
            }
        }

        foreach (var kind in (string[])["header", "footer"])
        {
            var old = Paths(before, kind);
            foreach (var path in Paths(edited, kind))
            {
                var words = Words(edited, path);
                var best = old.OrderByDescending(other => Score(words, Words(before, other)))
                    .FirstOrDefault(other => Score(words, Words(before, other)) >= Likeness);
                if (
                    best is not null
                    && fresh.Contains(best)
                    && !before[best].Span.SequenceEqual(fresh[best].Span)
                )
                {
                    yield return (
                        new MergePart(before, best),
                        new MergePart(edited, path),
                        new MergePart(fresh, best)
                    );
                }
            }
        }
    }

    private static List<string> Paths(PackageParts package, string kind) =>
        [
            .. package
                .RelationshipsOf(PackageRepair.MainPath(package))
                .Where(link => link.Kind == kind && !link.IsExternal && package.Contains(link.Target))
                .Select(link => link.Target)
                .Distinct(),
        ];

    private static double Score(string one, string other) =>
        one == other ? 2 : WordLikeness.Share(one, other);

    private static string Words(PackageParts package, string path) =>
        WordText.Of(SafeXml.Parse(package[path]));
}
