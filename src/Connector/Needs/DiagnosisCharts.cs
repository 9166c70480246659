using System.Globalization;
using System.Text;
using Connector.Domain.Needs;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace Connector.Needs;

/// <summary>
/// Bar charts as SVG. They are read on paper without colour: dark and light, and each bar has its number.
/// </summary>
internal static class DiagnosisCharts
{
    /// <summary>More bars than this are no picture any more; the table has them all.</summary>
    public const int MostBars = 30;

    private const double Width = 860;
    private const double BarHeight = 26;
    private const double Margins = 90;

    /// <summary>Of a letter of Arial, in pixels, with some room: OxyPlot measures in points.</summary>
    private const double LetterWidth = 6.6;

    private static readonly OxyColor Dark = OxyColor.FromRgb(0x26, 0x32, 0x48);
    private static readonly OxyColor Light = OxyColor.FromRgb(0xB4, 0xBC, 0xC8);

    /// <summary>Scores by commune, the most fragile on top: dark above the median.</summary>
    public static string Scores(DiagnosisReport report)
    {
        var shown = report.Communes.Where(need => need.Score is not null).Take(MostBars).ToList();
        var bars = shown.ConvertAll(need => new Bar(
            need.IsForgotten ? $"{need.Commune.Name} – loin de tout lieu" : need.Commune.Name,
            need.Score!.Value,
            need.IsAboveMedian
        ));
        var model = Model(bars, $"Score IFN {report.Vintage.Chosen.Name}", "0.#");
        if (report.Median is { } median)
        {
            model.Annotations.Add(
                new LineAnnotation
                {
                    Type = LineAnnotationType.Vertical,
                    X = median,
                    Color = OxyColors.Black,
                    LineStyle = LineStyle.Dash,
                    StrokeThickness = 1.5,
                    Text = $"médiane {DiagnosisWords.Number(median, isFrench: true)}",
                    TextOrientation = AnnotationTextOrientation.Horizontal,
                    TextVerticalAlignment = VerticalAlignment.Bottom,
                    TextLinePosition = 0,
                }
            );
        }

        return Svg(model, bars.Count, "ifn");
    }

    /// <summary>How many places offer each value of the standard; those of one place or none are dark.</summary>
    /// <param name="lines">The values.</param>
    /// <param name="id">Of the chart in its page.</param>
    public static string Offer(IReadOnlyList<OfferLine> lines, string id)
    {
        var bars = lines
            .Select(line => new Bar(line.Value, line.Places.Count, line.Places.Count < 2))
            .ToList();
        return Svg(Model(bars, "Nombre de lieux", "0"), bars.Count, id);
    }

    private static PlotModel Model(IReadOnlyList<Bar> bars, string title, string format)
    {
        var model = new PlotModel
        {
            Culture = CultureInfo.GetCultureInfo("fr-FR"),
            DefaultFont = "Arial",
            PlotAreaBorderThickness = new OxyThickness(0),
            Background = OxyColors.White,
            PlotMargins = new OxyThickness(Room(bars), double.NaN, double.NaN, double.NaN),
        };
        // OxyPlot fills categories from the bottom.
        var fromBottom = bars.Reverse().ToList();
        var names = new CategoryAxis
        {
            Position = AxisPosition.Left,
            GapWidth = 0.35,
            TickStyle = TickStyle.None,
        };
        names.Labels.AddRange(fromBottom.Select(bar => bar.Name));
        model.Axes.Add(names);
        var most = bars.Select(bar => bar.Value).DefaultIfEmpty(0).Max();
        model.Axes.Add(
            new LinearAxis
            {
                Position = AxisPosition.Bottom,
                Title = title,
                Minimum = Math.Min(0, bars.Select(bar => bar.Value).DefaultIfEmpty(0).Min()),
                Maximum = most > 0 ? most * 1.12 : 1,
                MinimumMajorStep = format == "0" ? 1 : 0,
                MajorGridlineStyle = LineStyle.Solid,
                MajorGridlineColor = OxyColor.FromRgb(0xDD, 0xDD, 0xE2),
                TickStyle = TickStyle.None,
            }
        );
        var series = new BarSeries { LabelFormatString = $"{{0:{format}}}", LabelMargin = 4 };
        series.Items.AddRange(
            fromBottom.Select(bar => new BarItem(bar.Value) { Color = bar.IsDark ? Dark : Light })
        );
        model.Series.Add(series);
        return model;
    }

    private static double Room(IReadOnlyList<Bar> bars) =>
        Math.Min(Width / 2, 12 + (LetterWidth * bars.Select(bar => bar.Name.Length).DefaultIfEmpty(0).Max()));

    /// <param name="model">What to draw.</param>
    /// <param name="bars">How many.</param>
    /// <param name="id">Of the chart in its page: two drawings in one page share the names of their parts.</param>
    private static string Svg(PlotModel model, int bars, string id)
    {
        var height = (bars * BarHeight) + Margins;
        using var target = new MemoryStream();
        SvgExporter.Export(model, target, Width, height, isDocument: true);
        return Encoding
            .UTF8.GetString(target.ToArray())
            // Without it a narrow page cuts the drawing instead of making it smaller.
            .Replace(
                "<svg ",
                string.Create(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {height}\" "),
                StringComparison.Ordinal
            )
            .Replace("\"clipPath", $"\"{id}-", StringComparison.Ordinal)
            .Replace("#clipPath", $"#{id}-", StringComparison.Ordinal);
    }

    private sealed record Bar(string Name, double Value, bool IsDark);
}
