using Connector.Domain;
using Connector.TerritoryFiles.Yaml;

namespace Connector.TerritoryFiles;

/// <summary>
/// The problems of one reading, in the order found. A list that nobody would read to its end is cut, with a sentence.
/// </summary>
internal sealed class ProblemList(string file)
{
    public const int Most = 300;

    private readonly List<Problem> _problems = [];
    private readonly List<Problem> _warnings = [];
    private bool _cut;

    public string File { get; } = file;

    /// <summary>
    /// Set when a part of the file could not be read at all: what seems to be missing may stand there, so nothing is
    /// said of missing keys and unknown names.
    /// </summary>
    public bool Incomplete { get; set; }

    /// <summary>Set when records were lost: nothing is said of unknown names, which may be theirs.</summary>
    public bool NamesAreMissing
    {
        get => field || Incomplete;
        set;
    }

    public bool Any => _problems.Count > 0;

    /// <summary>Errors by file, then line: the order in which a person goes through the file.</summary>
    public IReadOnlyList<Problem> Errors => Sorted(_problems);

    public IReadOnlyList<Problem> Warnings => Sorted(_warnings);

    public SourcePlace At(Node node) => new(File, node.Line, node.Column);

    public void Add(string code, Node node, Text message, Text remedy) =>
        Add(code, At(node), message, remedy);

    public void Add(string code, SourcePlace place, Text message, Text remedy)
    {
        if (_problems.Count < Most)
        {
            _problems.Add(Make(code, place, message, remedy));
            return;
        }

        if (!_cut)
        {
            _cut = true;
            _problems.Add(
                Make(
                    "too-many-problems",
                    place,
                    new Text(
                        $"Plus de {Most} erreurs : les suivantes ne sont pas montrées.",
                        $"More than {Most} errors: the following ones are not shown."
                    ),
                    new Text("Corrigez celles-ci, puis relancez.", "Mend these, then run again.")
                )
            );
        }
    }

    public void Warn(string code, SourcePlace place, Text message, Text remedy)
    {
        if (_warnings.Count < Most)
        {
            _warnings.Add(Make(code, place, message, remedy));
        }
    }

    /// <summary>Takes over what another file's reading found.</summary>
    public void Include(ProblemList other)
    {
        _problems.AddRange(other._problems);
        _warnings.AddRange(other._warnings);
        Incomplete |= other.Incomplete;
        NamesAreMissing |= other.NamesAreMissing;
    }

    private static Problem Make(string code, SourcePlace place, Text message, Text remedy) =>
        new()
        {
            Code = code,
            Message = message,
            Remedy = remedy,
            Place = place,
        };

    private IReadOnlyList<Problem> Sorted(List<Problem> problems) =>
        [
            .. problems
                .OrderBy(problem => problem.Place?.File == File ? 0 : 1)
                .ThenBy(problem => problem.Place?.File, StringComparer.Ordinal)
                .ThenBy(problem => problem.Place?.Sheet, StringComparer.Ordinal)
                .ThenBy(problem => problem.Place?.Line)
                .ThenBy(problem => problem.Place?.Column),
        ];
}
