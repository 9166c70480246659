namespace Connector.Templates;

/// <param name="Part">Path of the part.</param>
/// <param name="IsMain">The running text: controls survive there, and headings count.</param>
/// <param name="Lists">Of the template, to look at.</param>
internal sealed record CompileContext(
    string Part,
    bool IsMain,
    DocumentStyles Styles,
    Lazy<DocumentLists> Lists
);
