namespace Connector.Domain.Tests.Workspaces;

/// <summary>Where in a step the process dies.</summary>
internal enum CrashMoment
{
    /// <summary>The step has begun in the ledger; the server was not asked.</summary>
    Before,

    /// <summary>A step of several requests is cut after the first.</summary>
    Within,

    /// <summary>The server acted; the ledger does not know.</summary>
    After,

    /// <summary>The server refuses this step (423, 507, 500 before acting); the run goes on with the others.</summary>
    Refused,
}

/// <summary>The process dies at the pending step of this number, counted from 0.</summary>
internal sealed record Crash(int Step, CrashMoment Moment, bool LosesLedger);
