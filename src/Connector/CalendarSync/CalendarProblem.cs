using Connector.Domain;

namespace Connector.CalendarSync;

/// <summary>An object of a group's calendar that could not be read; what was last known of it is gone by.</summary>
/// <param name="GroupId">Whose calendar.</param>
/// <param name="ObjectName">Last segment of its address.</param>
/// <param name="Why">A clause: « le texte est coupé ».</param>
internal sealed record CalendarProblem(string GroupId, string ObjectName, Text Why);
