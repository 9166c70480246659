using Connector.Conversion;
using Connector.Provisioning;

namespace Connector.Publishing;

/// <summary>Media types of published files.</summary>
internal static class MediaTypes
{
    public const string Docx = MadeDocument.Docx;

    public const string Html = "text/html";

    /// <summary>For proofs, whatever they are: nobody but the coordinators opens them.</summary>
    public const string Unknown = "application/octet-stream";

    public static string Of(TargetFormat form) =>
        form == TargetFormat.Pdf ? "application/pdf" : "application/vnd.oasis.opendocument.text";
}
