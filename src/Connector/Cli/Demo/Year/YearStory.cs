using System.Globalization;

namespace Connector.Cli.Demo.Year;

/// <summary>What a group talks about at one meeting of the year; made up, as all people and places in it are.</summary>
/// <param name="Talk">What was said.</param>
/// <param name="Decision">Empty for none.</param>
/// <param name="Owner">Who sees to the decision.</param>
/// <param name="Action">Empty for none.</param>
/// <param name="Who">Who does it.</param>
/// <param name="Days">After the meeting, when it is due.</param>
/// <param name="End">Its status once it is over; null when it stays open.</param>
internal sealed record YearTurn(
    string Talk,
    string Decision,
    string Owner,
    string Action,
    string Who,
    int Days,
    string? End
);

/// <summary>The year's story, group by group, from the table beside this file.</summary>
internal sealed class YearStory
{
    private const string Resource = "Connector.Cli.Demo.Year.recit.tsv";

    private readonly ILookup<string, YearTurn> _turns;
    private readonly Dictionary<string, YearTurn> _actions;
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    private YearStory(IReadOnlyList<(string Group, YearTurn Turn)> turns)
    {
        _turns = turns.ToLookup(pair => pair.Group, pair => pair.Turn, StringComparer.Ordinal);
        _actions = turns
            .Where(pair => pair.Turn.Action.Length > 0)
            .ToDictionary(pair => pair.Turn.Action, pair => pair.Turn, StringComparer.Ordinal);
    }

    public static YearStory Read()
    {
        using var stream = typeof(YearStory).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return new YearStory([
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(line => line.Split('\t'))
                .Select(cells => (cells[0], Turn(cells))),
        ]);
    }

    /// <summary>What a group's next meeting is about; null when it is an ordinary one.</summary>
    public YearTurn? Next(string group)
    {
        var number = _next.GetValueOrDefault(group);
        _next[group] = number + 1;
        return _turns[group].ElementAtOrDefault(number);
    }

    /// <summary>How an action ends; null while it stays open.</summary>
    public string? EndOf(string action) => _actions.GetValueOrDefault(action)?.End;

    private static YearTurn Turn(string[] cells) =>
        new(
            cells[1],
            cells[2],
            cells[3],
            cells[4],
            cells[5],
            cells[6].Length > 0 ? int.Parse(cells[6], CultureInfo.InvariantCulture) : 0,
            cells[7] switch
            {
                "fait" => "Fait",
                "abandonné" => "Abandonné",
                _ => null,
            }
        );
}
