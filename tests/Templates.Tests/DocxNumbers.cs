using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Connector.Templates.Tests;

/// <summary>
/// The number or bullet that a word processor writes before each paragraph: lists of one pattern count on from each
/// other, unless their first use says where to start, and a level begins anew under each item above it.
/// </summary>
internal sealed class DocxNumbers
{
    private readonly MainDocumentPart main;
    private readonly Dictionary<(int Pattern, int Level), int> counts = [];
    private readonly HashSet<(int List, int Level)> started = [];

    private DocxNumbers(MainDocumentPart main) => this.main = main;

    internal static IReadOnlyList<(string Mark, string Text)> Of(byte[] docx) =>
        Docx.Open(
            docx,
            document =>
            {
                var numbers = new DocxNumbers(document.MainDocumentPart!);
                return Docx.Body(document)
                    .Descendants<Paragraph>()
                    .Select(paragraph => (numbers.Mark(paragraph), paragraph.InnerText))
                    .ToList();
            }
        );

    /// <summary>« 1. un » for each paragraph that has a mark.</summary>
    internal static IReadOnlyList<string> Items(byte[] docx) =>
        [.. Of(docx).Where(line => line.Mark.Length > 0).Select(line => $"{line.Mark} {line.Text}")];

    private string Mark(Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var style = Style(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value);
        var list = own?.NumberingId?.Val?.Value ?? style?.NumberingId?.Val?.Value ?? 0;
        var level =
            own?.NumberingLevelReference?.Val?.Value ?? style?.NumberingLevelReference?.Val?.Value ?? 0;
        if (list == 0)
        {
            return "";
        }

        var instance = main.NumberingDefinitionsPart!.Numbering!.Elements<NumberingInstance>()
            .Single(each => each.NumberID?.Value == list);
        var pattern = main
            .NumberingDefinitionsPart.Numbering!.Elements<AbstractNum>()
            .Single(each => each.AbstractNumberId?.Value == instance.AbstractNumId!.Val!.Value);
        var look = pattern.Elements<Level>().Single(each => each.LevelIndex?.Value == level);
        var text = look.LevelText?.Val?.Value ?? "";
        if (look.NumberingFormat?.Val?.Value == NumberFormatValues.Bullet)
        {
            return text;
        }

        Count(pattern.AbstractNumberId!.Value, instance, look);
        for (var each = 0; each <= level; each++)
        {
            var count = counts.GetValueOrDefault((pattern.AbstractNumberId!.Value, each), 1);
            text = text.Replace($"%{each + 1}", count.ToString(CultureInfo.InvariantCulture));
        }

        return text;
    }

    private void Count(int pattern, NumberingInstance instance, Level look)
    {
        var level = look.LevelIndex!.Value;
        var isFirst = started.Add((instance.NumberID!.Value, level));
        var start = instance
            .Elements<LevelOverride>()
            .FirstOrDefault(each => each.LevelIndex?.Value == level)
            ?.StartOverrideNumberingValue?.Val?.Value;
        var first = look.StartNumberingValue?.Val?.Value ?? 1;
        counts[(pattern, level)] =
            isFirst && start is not null ? start.Value
            : counts.TryGetValue((pattern, level), out var count) ? count + 1
            : first;
        foreach (var deeper in counts.Keys.Where(key => key.Pattern == pattern && key.Level > level).ToList())
        {
            counts.Remove(deeper);
        }
    }

    private NumberingProperties? Style(string? id)
    {
        var style = main
            .StyleDefinitionsPart?.Styles?.Elements<Style>()
            .FirstOrDefault(each => each.StyleId?.Value == id && id is not null);
        return style is null
            ? null
            : style.StyleParagraphProperties?.NumberingProperties ?? Style(style.BasedOn?.Val?.Value);
    }
}
