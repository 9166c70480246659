using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connector.Domain.Workspaces;

/// <summary>One line of a sealed plan. <see cref="Digest"/> covers the action with all that it was decided from.</summary>
public sealed record SealedStep(string Key, Change Change, string Subject, string Digest);

/// <summary>
/// A plan that somebody read and kept: applying it later does exactly that, or nothing. What was seen on the server is
/// in the lines themselves: each names what it found (places, ETags, rules, people), so any move that matters makes
/// another line.
/// </summary>
public sealed record SealedPlan
{
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    /// <summary>Name of the territory.</summary>
    public required string Territory { get; init; }

    /// <summary>Full path of the territory file.</summary>
    public required string TerritoryPath { get; init; }

    public required Uri Server { get; init; }

    public required DateTimeOffset SealedAt { get; init; }

    /// <summary>What was asked for beside the file; a sealed « --restore » is applied as one.</summary>
    public bool Restore { get; init; }

    public bool Confirm { get; init; }

    public required IReadOnlyList<SealedStep> Steps { get; init; }

    /// <summary>SHA-256 in lower-case hexadecimal of all the rest: a file edited by hand is not the plan that was read.</summary>
    public string Seal { get; init; } = "";

    public static IReadOnlyList<SealedStep> Lines(WorkspacePlan plan) =>
        [
            .. plan.Steps.Select(step => new SealedStep(
                step.Key,
                step.Change,
                step.Subject.French,
                Digest(step)
            )),
        ];

    public SealedPlan Sealed() => this with { Seal = Compute() };

    [JsonIgnore]
    public bool IsIntact => Seal == Compute();

    /// <summary>
    /// What is otherwise in a plan made now: sentences, none when the sealed plan can be applied. A thing kept then and
    /// kept now is the same whatever people wrote in it.
    /// </summary>
    public IReadOnlyList<Text> Differences(WorkspacePlan now)
    {
        var before = Steps.ToDictionary(step => step.Key, StringComparer.Ordinal);
        var after = now.Steps.ToDictionary(step => step.Key, StringComparer.Ordinal);
        var gone = Steps
            .Where(step => step.Change != Change.Keep && !after.ContainsKey(step.Key))
            .Select(step => new Text(
                $"{step.Subject} : n'est plus dans le plan",
                $"{step.Subject}: no longer in the plan"
            ));
        var others = now
            .Steps.Where(step => Moved(before.GetValueOrDefault(step.Key), step))
            .Select(step => new Text(
                $"{step.Subject.French} : {step.Reason.French}",
                $"{step.Subject.English}: {step.Reason.English}"
            ));
        return [.. others, .. gone];
    }

    private static bool Moved(SealedStep? before, PlanStep now) =>
        (before is { Change: not Change.Keep } || now.Change != Change.Keep) && before?.Digest != Digest(now);

    private static string Digest(PlanStep step)
    {
        var action = step.Action is null ? "" : JsonSerializer.Serialize(step.Action, step.Action.GetType());
        return Hash($"{step.Change}\n{step.Subject.French}\n{step.Reason.French}\n{action}");
    }

    private string Compute() => Hash(JsonSerializer.Serialize(this with { Seal = "" }));

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
