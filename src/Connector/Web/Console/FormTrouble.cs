namespace Connector.Web.Console;

/// <summary>A form that could not be done as it was filled in: it is shown again with all that was typed.</summary>
/// <param name="Form">As it was sent.</param>
internal sealed record FormTrouble(IFormCollection Form)
{
    /// <summary>What is wrong, by the names of fields.</summary>
    public IReadOnlyDictionary<string, string> Wrong { get; init; } = new Dictionary<string, string>();

    /// <summary>What stands in fields by now, where somebody else changed it.</summary>
    public IReadOnlyDictionary<string, string> Stands { get; init; } = new Dictionary<string, string>();

    /// <summary>What is wrong with the whole; null when it is the fields alone.</summary>
    public string? Whole { get; init; }
}
