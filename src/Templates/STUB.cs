// Placeholder so that main compiles: DELETE THIS FILE when the real types are pushed.
#pragma warning disable CA1822,CA1812
namespace Connector.Templates;

public sealed class DocumentTemplate
{
    public byte[] Fill(DocumentData data) => System.Text.Encoding.UTF8.GetBytes(data.ToString() ?? "");
}

public static class BuiltInTemplates
{
    public static DocumentTemplate Roadmap { get; } = new();
    public static DocumentTemplate Minutes { get; } = new();
    public static DocumentTemplate SubscriptionPoster { get; } = new();
}
