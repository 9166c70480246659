using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;

namespace Connector.Templates;

internal enum HoleKind
{
    Field,
    FieldEnd,
    Open,
    Close,
    Zone,
    ZoneRun,
    ZoneAdvice,
    ZonePoint,
    ZoneEnd,
    AnchorStart,
    AnchorEnd,
    Table,
    TableEnd,
    Columns,
    ColumnsEnd,
    Block,
    BlockEnd,
    Restart,
    Heading,
    HeadingEnd,
    HeadingPoint,
    Contents,
    LastSection,
    LastSectionEnd,
    Note,
    NoteEnd,
    LastParagraph,
    Identifier,
}

/// <summary>A place in the XML where filling will put something.</summary>
internal sealed record Hole(HoleKind Kind, TagPlace? Tag = null, bool InControl = false)
{
    internal IdentifierKind Identifier { get; init; }

    internal string Original { get; init; } = "";

    internal int Level { get; init; }

    internal int ListLevel { get; init; }

    /// <summary>Folded name of a heading's style.</summary>
    internal string Style { get; init; } = "";
}

/// <summary>
/// The holes of one part. While the part is a tree they are processing instructions (or attribute values);
/// written out as text, they are where it is cut.
/// </summary>
internal sealed class HoleMarks
{
    internal const string Word = "connector-hole";

    private readonly List<Hole> holes = [];

    internal Hole this[int index] => holes[index];

    internal HoleMark Mark(Hole hole) => new(hole, Number(hole));

    /// <summary>The value of an attribute that filling will replace.</summary>
    internal string Attribute(IdentifierKind kind, string original) =>
        $"{Word}-{Number(new Hole(HoleKind.Identifier) { Identifier = kind, Original = original })}.";

    private string Number(Hole hole)
    {
        holes.Add(hole);
        return (holes.Count - 1).ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>A hole standing among elements.</summary>
internal sealed class HoleMark(Hole hole, string number)
    : OpenXmlMiscNode(XmlNodeType.ProcessingInstruction, $"<?{HoleMarks.Word} {number}?>")
{
    internal Hole Hole { get; } = hole;
}
