using System.Text;

namespace Connector.Templates;

/// <summary>The style sheet that each page holds: screens of every width, light and dark, and paper.</summary>
internal static class PageStyle
{
    internal static string Css { get; } = Encoding.UTF8.GetString(BuiltInTemplate.Read("Page.css"));
}
