using System.Diagnostics;
using System.Text;
using System.Xml.Linq;
using ZXing;
using ZXing.Common;

namespace Connector.Templates.Tests;

/// <summary>The poster as it is printed, and QR codes as files: scanned as a phone scans them.</summary>
public sealed class PosterTests
{
    private static readonly SubscriptionContent Poster = Some.Poster() with
    {
        Calendars =
        [
            Some.Poster().Calendars[0] with
            {
                Name = "Réseau – Communauté de communes de la Vallée de la Dronne et du Ribéracois",
                Description = "Les rencontres de tous les groupes du réseau",
                HttpsAddress =
                    "https://nuage.communaute-de-communes.example/nextcloud/remote.php/dav/public-calendars/aXk29Dm4LpQz7RtW?export",
                WebcalAddress =
                    "webcal://nuage.communaute-de-communes.example/nextcloud/remote.php/dav/public-calendars/aXk29Dm4LpQz7RtW?export",
            },
        ],
    };

    [Test]
    public void It_is_one_page_and_its_code_opens_the_calendar()
    {
        var page = Printed(BuiltInTemplates.SubscriptionPoster.Fill(Poster.ToData()));
        Assert.That(page.Pages, Is.EqualTo(1));
        Assert.That(Scanned(page.Picture), Is.EqualTo(Poster.Calendars[0].WebcalAddress));
        Assert.That(
            page.Text,
            Does.Contain("iPhone")
                .And.Contain("Android")
                .And.Contain("Google")
                .And.Contain("Thunderbird")
                .And.Contain("Outlook")
        );
    }

    [Test]
    public void A_code_of_its_own_says_the_same_as_png_and_as_svg()
    {
        var address = Poster.Calendars[0].WebcalAddress;
        Assert.That(QrReader.Read(QrPicture.Png(address)), Is.EqualTo(address));

        var svg = XDocument.Parse(Encoding.UTF8.GetString(QrPicture.Svg(address, "QR code : « a & b »")));
        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.That(svg.Root!.Element(ns + "title")!.Value, Is.EqualTo("QR code : « a & b »"));
        var size = int.Parse(
            svg.Root.Attribute("viewBox")!.Value.Split(' ')[2],
            System.Globalization.CultureInfo.InvariantCulture
        );
        Assert.That(
            Scanned(Drawn(svg.Root.Element(ns + "path")!.Attribute("d")!.Value, size)),
            Is.EqualTo(address)
        );
    }

    [TestCase("a.png", true, false)]
    [TestCase("a.SVG", true, true)]
    [TestCase("a.docx", false, false)]
    [TestCase("a", false, false)]
    public void A_files_name_says_what_it_is(string name, bool isPicture, bool isSvg)
    {
        Assert.That(QrPicture.IsPicture(name), Is.EqualTo(isPicture));
        Assert.That(QrPicture.IsSvg(name), Is.EqualTo(isSvg));
    }

    /// <summary>The squares of a path, eight points wide each: « M3 0h2v1h-2z ».</summary>
    private static (int Width, int Height, byte[] Grey) Drawn(string path, int size)
    {
        const int side = 8;
        var width = size * side;
        var grey = new byte[width * width];
        Array.Fill(grey, byte.MaxValue);
        foreach (var run in path.Split('M', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = run.Split([' ', 'h', 'v'], StringSplitOptions.None)
                .Take(3)
                .Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))
                .ToArray();
            for (var y = numbers[1] * side; y < (numbers[1] + 1) * side; y++)
            {
                Array.Fill(grey, byte.MinValue, (y * width) + (numbers[0] * side), numbers[2] * side);
            }
        }

        return (width, width, grey);
    }

    private static string? Scanned((int Width, int Height, byte[] Grey) picture)
    {
        var source = new RGBLuminanceSource(
            picture.Grey,
            picture.Width,
            picture.Height,
            RGBLuminanceSource.BitmapFormat.Gray8
        );
        return new MultiFormatReader()
            .decode(
                new BinaryBitmap(new HybridBinarizer(source)),
                new Dictionary<DecodeHintType, object> { [DecodeHintType.TRY_HARDER] = true }
            )
            ?.Text;
    }

    private static (int Pages, string Text, (int, int, byte[]) Picture) Printed(byte[] docx)
    {
        var folder = Directory.CreateTempSubdirectory("connector-poster-").FullName;
        try
        {
            var pdf = LibreOffice.PdfFile(docx, folder);
            Run("pdftoppm", "-gray", "-r", "150", pdf, Path.Combine(folder, "page"));
            Run("pdftotext", pdf, Path.Combine(folder, "page.txt"));
            var pages = Directory.GetFiles(folder, "page*.pgm").Order(StringComparer.Ordinal).ToList();
            return (
                pages.Count,
                File.ReadAllText(Path.Combine(folder, "page.txt")),
                Grey(File.ReadAllBytes(pages[0]))
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A PGM: « P5 », width, height, the brightest value, then one byte for each point.</summary>
    private static (int, int, byte[]) Grey(byte[] pgm)
    {
        var fields = new List<string>();
        var at = 0;
        while (fields.Count < 4)
        {
            var end = Array.FindIndex(pgm, at, letter => letter is (byte)' ' or (byte)'\n');
            fields.Add(Encoding.ASCII.GetString(pgm, at, end - at));
            at = end + 1;
        }

        var size = fields
            .Skip(1)
            .Take(2)
            .Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))
            .ToArray();
        return (size[0], size[1], pgm[at..]);
    }

    private static void Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(program, arguments);
            process.WaitForExit();
            Assert.That(process.ExitCode, Is.Zero, program);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore(
                $"{program} (poppler-utils) is not installed on this machine: no page is looked at."
            );
        }
    }
}
