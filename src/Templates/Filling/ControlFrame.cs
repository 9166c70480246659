namespace Connector.Templates;

/// <summary>The stretches of a field's control that are the same in each turn of a loop.</summary>
/// <param name="CataloguePath">Of the loop.</param>
/// <param name="Head">From its start to its tag's value.</param>
/// <param name="Middle">Of a control with one line of text: from behind its number to its words.</param>
internal sealed record ControlFrame(string CataloguePath, byte[] Head, byte[] Middle)
{
    internal static ControlFrame Of(string cataloguePath, byte[] runProperties, string title)
    {
        var head = new Utf8Buffer(256);
        head.Append("<w:sdt><w:sdtPr>"u8);
        head.Append(runProperties);
        head.Append("<w:alias w:val=\""u8);
        XmlText.WriteAttribute(head, title);
        head.Append("\"/><w:tag w:val=\""u8);
        var middle = new Utf8Buffer(256);
        middle.Append("\"/><w:text w:multiLine=\"1\"/></w:sdtPr><w:sdtContent><w:r>"u8);
        middle.Append(runProperties);
        middle.Append("<w:t xml:space=\"preserve\">"u8);
        var frame = new ControlFrame(cataloguePath, head.Written.ToArray(), middle.Written.ToArray());
        head.Return();
        middle.Return();
        return frame;
    }
}
