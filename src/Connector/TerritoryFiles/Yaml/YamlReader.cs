using Connector.Domain;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Connector.TerritoryFiles.Yaml;

/// <summary>
/// A YAML text as nodes with their places. Anchors, aliases and tags are refused: a territory file needs none, and
/// they are how a small file becomes a huge one. After a mistake in the writing itself, what stands above it is kept,
/// so that its other mistakes are told in the same run.
/// </summary>
internal sealed class YamlReader
{
    public const int MaxDepth = 24;

    private readonly Parser _parser;
    private readonly ProblemList _problems;
    private bool _ended;

    private YamlReader(string text, ProblemList problems)
    {
        _parser = new Parser(new StringReader(text));
        _problems = problems;
    }

    /// <summary>The document's top node; null for an empty or unreadable file.</summary>
    public static Node? Read(byte[] bytes, ProblemList problems)
    {
        if (SourceText.Decode(bytes, problems) is not { } text)
        {
            return null;
        }

        var clean = SourceText.WithoutTabs(SourceText.WithoutControls(text, problems), problems);
        return new YamlReader(clean, problems).Document();
    }

    private Node? Document()
    {
        Node? root = null;
        while (Next())
        {
            switch (_parser.Current)
            {
                case DocumentStart { IsImplicit: false } start when root is not null:
                    Report("second-document", start, SecondDocument, OneDocument);
                    return root;
                case NodeEvent or AnchorAlias:
                    root = ReadNode(0);
                    break;
            }
        }

        return root;
    }

    /// <summary>Moves on; false at the end and after a syntax error, which is reported here.</summary>
    private bool Next()
    {
        if (_ended)
        {
            return false;
        }

        try
        {
            _ended = !_parser.MoveNext();
        }
        catch (YamlException error)
        {
            _ended = true;
            _problems.Incomplete = true;
            var (message, remedy) = SyntaxErrors.Explain(error);
            _problems.Add("yaml-syntax", SyntaxErrors.Place(error, _problems.File), message, remedy);
        }
        catch (InvalidOperationException)
        {
            // What this parser throws when the text ends inside brackets; the last thing read is the best place.
            _ended = _problems.Incomplete = true;
            var (line, column) = _parser.Current is { } last ? (last.Start.Line, last.Start.Column) : (1, 1);
            var place = new SourcePlace(_problems.File, (int)line, (int)column);
            _problems.Add("yaml-syntax", place, SyntaxErrors.NotClosed, SyntaxErrors.Close);
        }

        return !_ended;
    }

    private Node ReadNode(int depth)
    {
        var current = _parser.Current!;
        var (line, column) = ((int)current.Start.Line, (int)current.Start.Column);
        if (current is AnchorAlias alias)
        {
            Report("alias", alias, Alias(alias.Value.ToString()), NoAnchors);
            return new UnreadableNode(line, column);
        }

        var here = (NodeEvent)current;
        var refused = Refused(here);
        if (depth > MaxDepth)
        {
            // The parser's own time grows with the square of the depth: nothing more of this file is read.
            Report("too-deep", here, TooDeep, LessDeep);
            _problems.Incomplete = _ended = true;
            return new UnreadableNode(line, column);
        }

        Node node = here switch
        {
            Scalar scalar => new ScalarNode(scalar.Value, scalar.Style == ScalarStyle.Plain, line, column),
            SequenceStart => new ListNode(Items(depth), line, column),
            _ => new MapNode(Entries(depth), line, column),
        };
        return refused ? new UnreadableNode(line, column) : node;
    }

    private List<Node> Items(int depth)
    {
        var items = new List<Node>();
        while (Next() && _parser.Current is not SequenceEnd)
        {
            items.Add(ReadNode(depth + 1));
        }

        return items;
    }

    private List<(ScalarNode, Node)> Entries(int depth)
    {
        var entries = new List<(ScalarNode, Node)>();
        while (Next() && _parser.Current is not MappingEnd)
        {
            var key = ReadNode(depth + 1);
            if (!Next())
            {
                break;
            }

            var value = ReadNode(depth + 1);
            if (key is ScalarNode name)
            {
                entries.Add((name, value));
            }
            else if (key is not UnreadableNode)
            {
                _problems.Add("bad-key", key, KeyIsNoWord, KeyAsWord);
            }
        }

        return entries;
    }

    private bool Refused(NodeEvent here)
    {
        if (!here.Anchor.IsEmpty)
        {
            Report("anchor", here, Anchor(here.Anchor.ToString()), NoAnchors);
        }

        if (here.Tag.IsEmpty || here.Tag.IsNonSpecific)
        {
            return false;
        }

        Report("tag", here, Tag(here.Tag.ToString()), NoTags);
        return true;
    }

    private void Report(string code, ParsingEvent here, Text message, Text remedy) =>
        _problems.Add(
            code,
            new SourcePlace(_problems.File, (int)here.Start.Line, (int)here.Start.Column),
            message,
            remedy
        );

    private static Text Alias(string name) =>
        new($"Le renvoi « *{name} » n'est pas accepté.", $"The alias '*{name}' is not accepted.");

    private static Text Anchor(string name) =>
        new($"L'ancre « &{name} » n'est pas acceptée.", $"The anchor '&{name}' is not accepted.");

    private static Text Tag(string tag) =>
        new($"L'étiquette « {tag} » n'est pas acceptée.", $"The tag '{tag}' is not accepted.");

    private static readonly Text NoAnchors = new(
        "Recopiez la valeur ; si elle commence par & ou *, mettez-la entre guillemets.",
        "Copy the value; if it starts with & or *, put it between quotes."
    );

    private static readonly Text NoTags = new(
        "Retirez l'étiquette ; si la valeur commence par !, mettez-la entre guillemets.",
        "Remove the tag; if the value starts with !, put it between quotes."
    );

    private static readonly Text TooDeep = new(
        "Trop de niveaux les uns dans les autres.",
        "Too many levels inside each other."
    );

    private static readonly Text LessDeep = new(
        "Aucune partie du fichier n'a besoin d'autant de niveaux : vérifiez les retraits et les crochets.",
        "No part of the file needs this many levels: check the indentation and the brackets."
    );

    private static readonly Text KeyIsNoWord = new(
        "Une liste ou un bloc tient lieu de clé.",
        "A list or a block stands where a key should be."
    );

    private static readonly Text KeyAsWord = new(
        "Écrivez un mot suivi de deux-points, par exemple « nom: Valombre ».",
        "Write a word followed by a colon, for instance 'nom: Valombre'."
    );

    private static readonly Text SecondDocument = new(
        "Le fichier contient un second document (« --- »).",
        "The file holds a second document ('---')."
    );

    private static readonly Text OneDocument = new(
        "Gardez un seul document par fichier.",
        "Keep one document per file."
    );
}
