namespace Connector.Templates;

/// <summary>How well a block of a document stands for an item of its template.</summary>
internal static class RouteScore
{
    private const double Never = double.NegativeInfinity;

    /// <summary>Less than what a row of a list gives: who types into a row that is kept free has written one of the list above.</summary>
    private const double BlankRow = 0.3;

    /// <summary>For a block that the template does not have.</summary>
    internal static double Extra(ReadBlock block) =>
        block.Label.Length == 0 && block.Controls.Count == 0 ? -0.05 : -0.7;

    internal static double Of(ShapeItem item, ReadBlock block) =>
        (item, block) switch
        {
            (ShapeZone zone, _) => Any(block) + (IsStart(zone, block) ? 3 : 0),
            (ShapeAny, _) => Any(block),
            (ShapeParagraph paragraph, ReadParagraph read) => Paragraph(paragraph, read),
            (ShapeTable table, ReadTable read) => Table(table, read),
            (ShapeRow row, ReadTableRow read) => Row(row, read),
            _ => Never,
        };

    /// <summary>Anything may stand in a zone, but what carries a mark of another place belongs there.</summary>
    private static double Any(ReadBlock block) =>
        0.2
        - (block.Anchors.Count > 0 ? 3 : 0)
        - (block.Controls.Any(control => control.Field is { IsRich: false }) ? 3 : 0)
        - (block is ReadParagraph { Zones.Count: > 0 } ? 2 : 0);

    private static bool IsStart(ShapeZone zone, ReadBlock block) =>
        block is ReadParagraph paragraph && paragraph.Zones.Contains(zone.Name);

    private static double Paragraph(ShapeParagraph item, ReadParagraph read)
    {
        var score =
            item.IsBlank ? Blank(item, read)
            : item.Fields.Count == 0 ? Words(item, read)
            : Fields(item, read);
        return double.IsNegativeInfinity(score) ? Never : score + Anchors(item, read) + Style(item, read);
    }

    private static double Blank(ShapeParagraph item, ReadParagraph read) =>
        read.Label.Length > 0 || read.Controls.Count > 0 ? Never
        : item.HasPicture == read.HasPicture ? 1
        : 0;

    private static double Words(ShapeItem item, ReadBlock read)
    {
        if (item.Label == read.Label)
        {
            return 4;
        }

        if (!WordSet.MayShare(item.Signature, read.Signature))
        {
            return Never;
        }

        var share = item.Words.Share(read.Words);
        return share < 0.5 ? Never : 3 * share;
    }

    private static double Fields(ShapeItem item, ReadBlock read)
    {
        var controls = Controls(item, read);
        if (item.Label.Length > 0)
        {
            var part = WordSet.MayShare(item.Signature, read.Signature) ? item.Words.PartIn(read.Words) : 0;
            return part < 0.5 && controls <= 0 ? Never : controls + (3 * part);
        }

        return controls > 0 ? controls
            : read.Label.Length == 0 && read.Anchors.Count == 0 ? controls - 0.7
            : controls + 0.3;
    }

    private static double Controls(ShapeItem item, ReadBlock read)
    {
        if (read.Controls.Count == 0)
        {
            return 0;
        }

        var (hasTitle, hasKind) = (false, false);
        var isOther = false;
        foreach (var control in read.Controls)
        {
            if (control.Field is { } field)
            {
                if (item.Has(field))
                {
                    return 4;
                }

                isOther = true;
            }
            else if (control.IsNameless)
            {
                hasKind |= item.Fields.Any(other => other.Kind == control.Kind);
            }
            else
            {
                hasTitle |= item.HasTitle(control.Title);
                isOther |= control.Title.Length > 0;
            }
        }

        return hasTitle ? 2.5
            : isOther ? -3
            : hasKind ? 1
            : 0;
    }

    private static double Anchors(ShapeItem item, ReadBlock read)
    {
        if (read.Anchors.Count == 0)
        {
            return 0;
        }

        return read.Anchors.Any(turn => item.Anchors.Contains(turn.List)) ? 3 : -3;
    }

    private static double Style(ShapeParagraph item, ReadParagraph read) =>
        item.Style == read.Style ? 0.5
        : IsHeading(item.Style) != IsHeading(read.Style) ? -2
        : -1.2;

    private static bool IsHeading(string style) =>
        style.StartsWith("heading", StringComparison.Ordinal)
        || style.StartsWith("titre", StringComparison.Ordinal);

    private static double Table(ShapeTable item, ReadTable read)
    {
        var controls = Controls(item, read);
        if (item.Labels.Count == 0)
        {
            return controls + (Columns(item) == read.Header?.Cells.Count ? 1 : -0.5);
        }

        var share = Share(item, read);
        return share < 0.5 && controls <= 0 ? Never : (4 * share) + controls + Anchors(item, read);
    }

    /// <summary>How much of the two headers is in both.</summary>
    internal static double Share(ShapeTable item, ReadTable read)
    {
        var labels = ShapeColumns.Labels(read.Header);
        var own = item.Labels.Where(label => label.Length > 0).ToList();
        var others = item.Labels.Count == own.Count ? labels.Count : own.Count;
        return own.Count == 0 ? 0.5 : own.Count(labels.Contains) / (double)Math.Max(own.Count, others);
    }

    private static int Columns(ShapeTable item) =>
        item
            .Rows.Items.SelectMany(row => row is ShapeGroup group ? group.Items : [row])
            .OfType<ShapeRow>()
            .Select(row => row.Cells.Count)
            .FirstOrDefault();

    private static double Row(ShapeRow item, ReadTableRow read) =>
        item.Fields.Count == 0
            ? item.Label.Length == 0
                ? read.Label.Length == 0
                    ? BlankRow
                    : -0.7
                : Words(item, read)
            : Fields(item, read) + Anchors(item, read);
}
