using Connector.Domain;
using Microsoft.Extensions.Logging;

namespace Connector.Jobs;

/// <summary>What the service says of itself: one sentence in its language, and the facts beside it for machines.</summary>
internal sealed class ServiceLog(ILoggerFactory loggers, Language language)
{
    private readonly ILogger _log = loggers.CreateLogger("connector");

    public Language Language { get; } = language;

    public void Say(string code, Text sentence, params ReadOnlySpan<(string Name, object? Value)> facts) =>
        Write(LogLevel.Information, code, sentence, null, facts);

    public void Warn(string code, Text sentence, params ReadOnlySpan<(string Name, object? Value)> facts) =>
        Write(LogLevel.Warning, code, sentence, null, facts);

    public void Warn(Problem problem, params ReadOnlySpan<(string Name, object? Value)> facts) =>
        Write(LogLevel.Warning, problem.Code, Sentence(problem), null, facts);

    /// <summary>Something that nobody foresaw: told with where it came from.</summary>
    public void Fail(string code, Text sentence, Exception error) =>
        Write(LogLevel.Error, code, sentence, error, []);

    private static Text Sentence(Problem problem)
    {
        var place = problem.Place is { } at
            ? at.Line == 0
                ? $"{at.File} : "
                : $"{at.File}:{at.Line} : "
            : "";
        return new Text(
            $"{place}{problem.Message.French} → {problem.Remedy.French}",
            $"{place}{problem.Message.English} → {problem.Remedy.English}"
        );
    }

    private void Write(
        LogLevel level,
        string code,
        Text sentence,
        Exception? error,
        ReadOnlySpan<(string Name, object? Value)> facts
    )
    {
        if (!_log.IsEnabled(level))
        {
            return;
        }

        var state = new List<KeyValuePair<string, object?>>(facts.Length + 1) { new("code", code) };
        foreach (var (name, value) in facts)
        {
            state.Add(new KeyValuePair<string, object?>(name, value));
        }

        _log.Log(level, new EventId(0, code), state, error, (_, _) => sentence.In(Language));
    }
}
