using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Connector.Tests.Year;

/// <summary>What people wrote in the year, and in which file: the text of each is its own.</summary>
internal sealed class YearWords
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private readonly List<(long FileId, string Sentence)> _written = [];
    private readonly List<(string Group, string What)> _actions = [];

    public IReadOnlyList<(long FileId, string Sentence)> Written => _written;

    public IReadOnlyList<(string Group, string What)> Actions => _actions;

    public string Sentence(long fileId, string about)
    {
        var sentence = Numbered($"Phrase sur {about}");
        _written.Add((fileId, sentence));
        return sentence;
    }

    public string Action(long fileId, string group)
    {
        var action = Numbered($"Faire avancer {group}");
        _written.Add((fileId, action));
        _actions.Add((group, action));
        return action;
    }

    /// <summary>All words of a .docx, paragraphs apart.</summary>
    public static string TextOf(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var part = zip.GetEntry("word/document.xml")!.Open();
        var text = new StringBuilder();
        foreach (var paragraph in XDocument.Load(part).Descendants(W + "p"))
        {
            text.AppendJoin("", paragraph.Descendants(W + "t").Select(run => run.Value)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Numbers of three digits: no sentence is the beginning of another.</summary>
    private string Numbered(string words) =>
        string.Create(CultureInfo.InvariantCulture, $"{words}, note {_written.Count + 100}.");
}
