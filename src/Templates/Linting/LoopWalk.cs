namespace Connector.Templates;

/// <summary>
/// Goes through the tags of one part in reading order, with the loops that are open around them: names, pairs of
/// marks, and what each loop repeats. It goes on after an error as if that had been mended, so that one slip makes
/// one finding.
/// </summary>
internal sealed class LoopWalk(KnownNames? known)
{
    /// <param name="Scope">What the loop adds to the scopes; null for conditions and unknown names.</param>
    /// <param name="Mended">The name that was certainly meant instead; null when it is right or doubtful.</param>
    private sealed record Opened(TagSpot Spot, string? Scope, string? Mended, int Finding);

    private readonly List<LintFound> findings = [];
    private readonly List<string> scopes = [""];
    private readonly Stack<Opened> open = new();

    internal IReadOnlyList<LintFound> Run(IEnumerable<TagSpot> tags)
    {
        foreach (var spot in tags)
        {
            switch (spot.Tag!.Kind)
            {
                case TagKind.Field:
                    Judge(spot, isShown: true);
                    break;
                case TagKind.Free:
                    JudgeZone(spot);
                    break;
                case TagKind.End:
                    Close(spot);
                    break;
                default:
                    Open(spot);
                    break;
            }
        }

        while (open.Count > 0)
        {
            LeaveOpen();
        }

        return findings;
    }

    private void Open(TagSpot spot)
    {
        var before = findings.Count;
        var path = Judge(spot, isShown: false);
        var scope = path is not null && known!.IsLoop(path) ? path + "/" : null;
        if (scope is not null)
        {
            scopes.Add(scope);
        }

        var isMended = findings.Count > before && findings[before].Repair is not null;
        open.Push(new Opened(spot, scope, isMended ? KnownNames.Last(path!) : null, before));
    }

    private void Close(TagSpot end)
    {
        if (open.Any(opened => opened.Spot.Tag!.Name == end.Tag!.Name))
        {
            while (open.Peek().Spot.Tag!.Name != end.Tag!.Name)
            {
                LeaveOpen();
            }

            Pair(Pop(), end);
            return;
        }

        var meant = open.TryPeek(out var last) ? NearestName.Of(end.Tag!.Name, [last.Spot.Tag!.Name]) : null;
        var mended = meant is null ? null : $"{{{{/{meant}}}}}";
        var isCertain = meant is not null && NearestName.CertainlyOf(end.Tag!.Name, [meant]) is not null;
        findings.Add(
            LintFound.At(
                end,
                LintSeverity.Error,
                mended is null ? TagProblems.NotOpened(end.Tag!) : LintProblems.ClosesOther(end.Tag!, mended),
                isCertain ? mended : null
            )
        );
        if (meant is not null)
        {
            Pair(Pop(), end);
        }
    }

    private Opened Pop()
    {
        var last = open.Pop();
        if (last.Scope is not null)
        {
            scopes.RemoveAt(scopes.Count - 1);
        }

        return last;
    }

    private void LeaveOpen()
    {
        var left = Pop().Spot;
        findings.Add(LintFound.At(left, LintSeverity.Error, TagProblems.NotClosed(left.Tag!), null));
    }

    private void Pair(Opened opened, TagSpot end)
    {
        if (opened.Mended is { } name)
        {
            var found = findings[opened.Finding];
            findings[opened.Finding] = found with
            {
                Repair = () =>
                {
                    found.Repair!();
                    end.Rewrite($"{{{{/{name}}}}}");
                },
            };
        }

        if (LoopShape.Judge(opened.Spot, end, opened.Scope is not null) is { } finding)
        {
            findings.Add(finding);
        }
    }

    /// <returns>The path that it names or certainly meant; null when unknown or when any name is allowed.</returns>
    private string? Judge(TagSpot spot, bool isShown)
    {
        var tag = spot.Tag!;
        if (known is null)
        {
            return null;
        }

        var path = known.Resolve(tag.Name, scopes);
        var turn = path is null && scopes.Count > 1 ? TurnFields.Find(tag.Name, 1, isLast: true) : null;
        if (path is null && turn is null)
        {
            return JudgeUnknown(spot);
        }

        if (isShown && (path is null ? turn is ConditionValue : !known.IsShowable(path)))
        {
            findings.Add(LintFound.At(spot, LintSeverity.Error, TagProblems.NotShowable(tag), null));
        }

        return path;
    }

    private string? JudgeUnknown(TagSpot spot)
    {
        var tag = spot.Tag!;
        if (known!.LoopsWith(tag.Name).ToList() is { Count: > 0 } loops)
        {
            findings.Add(
                LintFound.At(
                    spot,
                    LintSeverity.Error,
                    LintProblems.OutsideLoop(tag, loops, spot.Paragraph),
                    null
                )
            );
            return null;
        }

        var here = known.NamesWithin(scopes).Distinct().ToList();
        var nearest = NearestName.Of(tag.Name, here) ?? NearestName.Of(tag.Name, known.Names);
        var certain = NearestName.CertainlyOf(tag.Name, here);
        findings.Add(
            LintFound.At(
                spot,
                LintSeverity.Error,
                TagProblems.Unknown(tag, nearest),
                certain is null
                    ? null
                    : spot.Written.Replace(Bare(spot.Written), certain, StringComparison.Ordinal)
            )
        );
        return nearest is null ? null : known.Resolve(nearest, scopes);
    }

    private void JudgeZone(TagSpot spot)
    {
        if (known is null || known.Holds(spot.Tag!))
        {
            return;
        }

        var name = spot.Tag!.Name;
        var certain = NearestName.CertainlyOf(name, known.Zones);
        findings.Add(
            LintFound.At(
                spot,
                LintSeverity.Error,
                TagProblems.Unknown(spot.Tag, NearestName.Of(name, known.Zones)),
                certain is null ? null : $"{{{{libre {certain}}}}}"
            )
        );
    }

    /// <summary>The name as written: the last word between the braces, without its sign.</summary>
    private static string Bare(string written) => written.Trim('{', '}', ' ', '#', '^', '/').Split(' ')[^1];
}
