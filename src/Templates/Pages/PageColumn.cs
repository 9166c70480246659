namespace Connector.Templates;

/// <summary>A column of a table: the field that it shows, and its header in both languages.</summary>
internal sealed record PageColumn(string Field, string French, string English);
