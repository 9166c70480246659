using System.Xml;

namespace Connector.Templates.Spreadsheets;

/// <summary>The styles that cells may have, by their place in <c>cellXfs</c>.</summary>
internal static class SheetStyles
{
    internal const int General = 0;
    internal const int Header = 1;
    internal const int Text = 2;

    /// <summary>Text that begins as a formula does: stays text when somebody edits the cell (<c>quotePrefix</c>).</summary>
    internal const int QuotedText = 3;
    internal const int Day = 4;
    internal const int DayAndTime = 5;
    internal const int Time = 6;
    internal const int WrappedText = 7;

    /// <summary>Built-in number formats (ISO/IEC 29500-1, 18.8.30): those of days follow the reader's language.</summary>
    private const string Sheet = """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
        <fonts count="2">
        <font><sz val="11"/><name val="Calibri"/></font>
        <font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font>
        </fonts>
        <fills count="3">
        <fill><patternFill patternType="none"/></fill>
        <fill><patternFill patternType="gray125"/></fill>
        <fill><patternFill patternType="solid"><fgColor rgb="FF0B6E75"/></patternFill></fill>
        </fills>
        <borders count="1"><border/></borders>
        <cellStyleXfs count="1"><xf/></cellStyleXfs>
        <cellXfs count="8">
        <xf numFmtId="0"/>
        <xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1"/>
        <xf numFmtId="49" applyNumberFormat="1"/>
        <xf numFmtId="49" quotePrefix="1" applyNumberFormat="1"/>
        <xf numFmtId="14" applyNumberFormat="1"/>
        <xf numFmtId="22" applyNumberFormat="1"/>
        <xf numFmtId="20" applyNumberFormat="1"/>
        <xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
        </cellXfs>
        </styleSheet>
        """;

    internal static void Write(XmlWriter xml) => xml.WriteRaw("\n" + Sheet);
}
