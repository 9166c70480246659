using System.IO.Compression;
using System.Xml.Linq;

namespace Connector.Benchmarks.Soak;

/// <summary>A .docx as a member's editor sees it.</summary>
internal static class SoakDocument
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static bool IsWhole(byte[] docx)
    {
        try
        {
            _ = Words(docx);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    public static string Words(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var part = zip.GetEntry("word/document.xml")!.Open();
        return XDocument.Load(part).Root!.Value;
    }

    public static void Append(XElement root, string text)
    {
        var body = root.Element(W + "body")!;
        var paragraph = new XElement(W + "p", new XElement(W + "r", new XElement(W + "t", text)));
        if (body.Element(W + "sectPr") is { } section)
        {
            section.AddBeforeSelf(paragraph);
        }
        else
        {
            body.Add(paragraph);
        }
    }
}
