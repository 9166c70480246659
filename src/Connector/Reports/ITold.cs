using Connector.Domain;
using Spectre.Console;

namespace Connector.Reports;

/// <summary>A report that tells itself in sentences or to a program.</summary>
internal interface ITold
{
    RunOutcome Outcome { get; }

    /// <summary>What somebody should know, and stops nothing.</summary>
    IReadOnlyList<Problem> Warnings { get; }

    /// <summary>What stopped it.</summary>
    IReadOnlyList<Problem> Problems { get; }

    void Write(IAnsiConsole console, Language language);

    void WriteJson(IAnsiConsole console, Language language);
}
