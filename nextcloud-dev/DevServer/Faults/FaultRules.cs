namespace Connector.DevServer.Faults;

/// <summary>The rules in force.</summary>
public sealed class FaultRules
{
    private readonly Lock _gate = new();
    private readonly List<Counted> _rules = [];

    /// <summary>Requests broken so far.</summary>
    public int Broken { get; private set; }

    public void Add(FaultRule rule)
    {
        lock (_gate)
            _rules.Add(new Counted(rule));
    }

    /// <summary>Takes all rules away.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
            Broken = 0;
        }
    }

    /// <summary>The rules with how many requests each has matched.</summary>
    public IReadOnlyList<(FaultRule Rule, int Seen)> List()
    {
        lock (_gate)
            return [.. _rules.Select(r => (r.Rule, r.Seen))];
    }

    internal FaultRule? Next(string verb, string path)
    {
        lock (_gate)
        {
            FaultRule? acts = null;
            foreach (var counted in _rules.Where(r => r.Rule.Matches(verb, path)))
            {
                counted.Seen++;
                var rule = counted.Rule;
                var after = counted.Seen - rule.Nth;
                if (acts is null && after >= 0 && (rule.Times == 0 || after < rule.Times))
                    acts = rule;
            }
            if (acts is not null)
                Broken++;
            return acts;
        }
    }

    private sealed class Counted(FaultRule rule)
    {
        public FaultRule Rule { get; } = rule;

        public int Seen { get; set; }
    }
}
