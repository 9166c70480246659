using DocumentFormat.OpenXml;

namespace Connector.Templates;

/// <summary>One template under the linter: its parts as trees, and what was found in them.</summary>
internal sealed class Linting
{
    private readonly PackageParts package;
    private readonly IReadOnlyList<LintedPart> parts;
    private readonly TemplateKind? kind;
    private readonly List<TagSpot> tags = [];
    private readonly List<(LintFound Found, string French, string English)> findings;

    private Linting(PackageParts package, TemplateKind? wanted, ReadOnlyMemory<byte> docx)
    {
        this.package = package;
        parts = LintedPart.Of(package);
        kind = wanted ?? KindGuess.Of(parts);
        var places = new PlaceBook(DocumentStyles.Of(package));
        // Elements are counted before tags are cut out of their runs.
        List<LintFound> found = [.. AccessibilityScan.Find(package, parts)];
        var styles = new StyleScan(package);
        found.AddRange(parts.SelectMany(styles.Find));
        var known = kind is null ? null : new KnownNames(kind.Fields);
        found.AddRange(PropertyScan.Find(package, known));
        found.AddRange(parts.SelectMany(part => Tags(part, known)));
        found.AddRange(WhatFillingSays(docx, found));
        findings =
        [
            .. InReadingOrder(found)
                .Select(item => (item, places.Of(item)))
                .Select(pair => (pair.item, pair.Item2.French, pair.Item2.English)),
        ];
    }

    /// <summary>Null when the file cannot be opened.</summary>
    internal static Linting? Of(ReadOnlyMemory<byte> docx, TemplateKind? kind)
    {
        try
        {
            return new Linting(PackageReader.Read(docx), kind, docx);
        }
        catch (Exception exception) when (exception is TemplateException or ArgumentException)
        {
            return null;
        }
    }

    /// <param name="repaired">What the copy has mended; null when there is no copy.</param>
    internal LintReport Report(IReadOnlySet<LintFound>? repaired = null) =>
        new(
            kind,
            [
                .. findings.Select(item => new LintFinding
                {
                    Severity = item.Found.Severity,
                    Problem = item.Found.Problem,
                    FrenchPlace = item.French,
                    EnglishPlace = item.English,
                    IsRepaired = repaired?.Contains(item.Found) == true,
                }),
            ]
        );

    internal LintCopy Mark(bool inEnglish)
    {
        foreach (var spot in tags.Where(spot => spot.Runs.Count > 1 && spot.IsUniform && spot.IsInOneHolder))
        {
            spot.Join();
        }

        var repaired = new HashSet<LintFound>(ReferenceEqualityComparer.Instance);
        foreach (var (found, _, _) in findings.Where(item => item.Found.Repair is not null))
        {
            found.Repair!();
            repaired.Add(found);
        }

        var comments = new CommentWriter(package, parts[0]);
        foreach (var (found, french, english) in findings)
        {
            comments.Add(
                found,
                Lines(found, inEnglish ? english : french, repaired.Contains(found), inEnglish)
            );
        }

        comments.Save();
        foreach (var part in parts)
        {
            package[part.Path] = PackageParts.Serialise(
                System.Xml.Linq.XElement.Parse(
                    part.Root.OuterXml,
                    System.Xml.Linq.LoadOptions.PreserveWhitespace
                )
            );
        }

        return new LintCopy(Report(repaired), PackageWriter.Write(package));
    }

    private IEnumerable<LintFound> Tags(LintedPart part, KnownNames? known)
    {
        var scan = new TagScan(part, known).Run();
        tags.AddRange(scan.Tags);
        return scan.Findings.Concat(new LoopWalk(known).Run(scan.Tags));
    }

    /// <summary>Filling has the last word: nothing that stops it may pass for right.</summary>
    private IEnumerable<LintFound> WhatFillingSays(ReadOnlyMemory<byte> docx, List<LintFound> found)
    {
        if (found.Exists(item => item.Severity == LintSeverity.Error))
        {
            return [];
        }

        IReadOnlyList<TemplateProblem> problems;
        try
        {
            var template = DocumentTemplate.Load(docx);
            problems = kind is null ? [] : template.Check(Specimen.Of(kind));
        }
        catch (TemplateException refusal)
        {
            problems = refusal.Problems;
        }

        return problems.Select(problem => LintFound.Whole(LintSeverity.Error, problem));
    }

    private IEnumerable<LintFound> InReadingOrder(List<LintFound> found)
    {
        var positions = parts.ToDictionary(
            part => part,
            part =>
                part.Root.Descendants()
                    .Select((element, index) => (element, index))
                    .ToDictionary(pair => pair.element, pair => pair.index)
        );
        return found
            .OrderBy(item => item.Part is null ? -1 : parts.ToList().IndexOf(item.Part))
            .ThenBy(item => Position(item))
            .ThenBy(item => item.Spot?.Start ?? -1);

        int Position(LintFound item) =>
            item is { Part: { } part, Element: { } element }
                ? positions[part].GetValueOrDefault(element, -1)
                : -1;
    }

    private static IEnumerable<string> Lines(LintFound found, string place, bool isRepaired, bool inEnglish)
    {
        var problem = found.Problem;
        yield return (found.Severity, isRepaired, inEnglish) switch
        {
            (_, true, false) => "Réparé dans cette copie : vérifiez",
            (_, true, true) => "Mended in this copy: please check",
            (LintSeverity.Error, _, false) => "À corriger",
            (LintSeverity.Error, _, true) => "To correct",
            (_, _, false) => "À regarder",
            _ => "To look at",
        };
        yield return inEnglish ? problem.English : problem.French;
        yield return inEnglish ? problem.EnglishRemedy : problem.FrenchRemedy;
        if (place.Length > 0 && found.Part is not { IsMain: true })
        {
            yield return inEnglish ? $"Where: {place}" : $"Où : {place}";
        }
    }
}
