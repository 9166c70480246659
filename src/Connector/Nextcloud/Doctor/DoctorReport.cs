using Connector.Domain;

namespace Connector.Nextcloud.Doctor;

/// <summary>How serious a finding is; later is worse.</summary>
internal enum Severity
{
    Ok,

    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Works, but will trouble somebody.</summary>
    Warning,

    /// <summary>An apply works, and people are without something that they were given: tell them.</summary>
    Alarm,

    /// <summary>An apply would fail.</summary>
    Error,
}

/// <summary>One thing that the doctor looked at. <see cref="Code"/> is stable, in kebab-case.</summary>
internal sealed record Finding(string Code, Severity Severity, Text Sentence, Text? Remedy = null);

/// <summary>Everything that the doctor found, in the order in which it looked.</summary>
internal sealed record DoctorReport
{
    public required Uri Server { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    public Severity Worst => Findings.Select(f => f.Severity).DefaultIfEmpty(Severity.Ok).Max();

    /// <summary>Whether an apply can be expected to work.</summary>
    public bool CanApply => Worst < Severity.Error;
}
